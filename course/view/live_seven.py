"""The live rings of the seven principles, apart from the exercises: their page need not read it."""

from __future__ import annotations

from typing import Any

import traitlets

from course.seven import Seven
from course.view.bundle import FRONTEND, SEVEN, strings, stylesheet
from course.view.live import Copy, put_on_page
from course.view.live_view import LiveView
from course.view.static import seven_bundle


class LiveSeven(LiveView):
    """Shows how far each principle is. Lessons have kernels of their own, so the page says when to count again."""

    content = traitlets.Dict().tag(sync=True)
    seven = traitlets.Dict().tag(sync=True)

    def __init__(self, seven: Seven) -> None:
        self.of = seven
        self.copy = Copy(lambda: seven_bundle(seven))
        super().__init__(
            SEVEN,
            stylesheet(),
            (FRONTEND / "seven.css").read_text("utf-8"),
            content={"kind": "seven", "strings": strings(SEVEN, seven.language)},
            seven=seven.data(),
        )
        self.on_msg(self._count)

    @classmethod
    def show(cls, seven: Seven) -> None:
        """Display `seven`, in place of an earlier one."""
        put_on_page("(seven)", cls(seven))

    def follow(self) -> None:
        """An answer changed here: the page will ask."""

    def _count(self, *_message: Any) -> None:
        before, self.seven = self.seven, self.of.data()
        if before != self.seven:
            self.copy.follow()

"""What comes below an exercise once the participant has committed: a figure, then what one may take from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from course.exercise import Showable


@dataclass(frozen=True)
class Afterwards:
    """A figure, if there is one, and under it a text in Markdown, if there is one."""

    figure: Showable | None
    text: str

    def live_outputs(self) -> Sequence[dict[str, Any]]:
        shown = list(self.figure.live_outputs()) if self.figure else []
        return [*shown, {"text/markdown": self.text, "text/plain": self.text}] if self.text else shown

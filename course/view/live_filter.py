"""The live choice from all statements, apart from the exercises: their page need not read it."""

from __future__ import annotations

import traitlets
from IPython.display import display

from course.evidence.statement import STRENGTHS
from course.i18n import translator
from course.statement_filter import StatementFilter
from course.view.bundle import STATEMENTS, strings, stylesheet
from course.view.live_view import LiveView


class LiveFilter(LiveView):
    """Hides what one does not look for among the statements on the page; what is chosen is kept nowhere."""

    content = traitlets.Dict().tag(sync=True)

    @classmethod
    def show(cls, chosen_from: StatementFilter) -> None:
        """Display it."""
        t = translator(chosen_from.language)
        content = {
            "kind": "filter",
            "strings": strings(STATEMENTS, chosen_from.language),
            "lessons": dict(chosen_from.lessons),
            "strengths": {key: t(one.label) for key, one in STRENGTHS.items()},
        }
        display(cls(STATEMENTS, stylesheet(), content=content))

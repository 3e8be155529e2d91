"""The page with all that the course says about research: choosing from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class StatementFilter:
    """Choose by principle, by strength and by words from the statements below it; {name of a lesson: its title}."""

    lessons: Mapping[str, str]
    language: str = "nl"

    def _ipython_display_(self) -> None:
        from course.view import show_filter  # late, as in the overview

        show_filter(self)

"""The first line of every code cell that the course makes. A folded cell shows it, so it speaks to the participant."""

from __future__ import annotations

from typing import Literal

from course.i18n import LANGUAGES, Translator, translator

CellRole = Literal["exercise", "check", "setup"]


def first_line(role: CellRole, t: Translator) -> str:
    """The first line of a cell that plays this `role`."""
    told = {
        "exercise": t("Exercise: begins by itself. If not: menu Run > Run All Cells"),
        "check": t("Marking: nothing for you to do here"),
        "setup": t("Preparation: begins by itself. If not: menu Run > Run All Cells"),
    }
    return f"# {told[role]}"


def language_of_cell(source: str) -> str | None:
    """The language of the cell with this `source`; None when it is not one that the course made.

    Such a cell is known by its first word: what comes behind it was another sentence once.
    """
    roles: tuple[CellRole, ...] = ("exercise", "check", "setup")
    for language in LANGUAGES:
        words = {first_line(role, translator(language)).partition(":")[0] for role in roles}
        if source.partition(":")[0] in words:
            return language
    return None

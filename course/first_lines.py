"""The first line of every code cell that the course makes. A folded cell shows it, so it speaks to the participant."""

from __future__ import annotations

from typing import Literal

from course.i18n import LANGUAGES, Translator, translator

CellRole = Literal["exercise", "check", "setup"]


def first_line(role: CellRole, t: Translator) -> str:
    """The first line of a cell that plays this `role`."""
    told = {
        "exercise": t("Exercise: choose Run All Cells in the menu Run"),
        "check": t("Marking: nothing for you to do here"),
        "setup": t("Preparation: choose Run All Cells in the menu Run"),
    }
    return f"# {told[role]}"


def language_of_cell(source: str) -> str | None:
    """The language of the cell with this `source`; None when it is not one that the course made."""
    roles: tuple[CellRole, ...] = ("exercise", "check", "setup")
    for language in LANGUAGES:
        lines = {first_line(role, translator(language)) for role in roles}
        if source.split("\n", 1)[0] in lines:
            return language
    return None

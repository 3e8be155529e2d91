"""All texts of the course together."""

from __future__ import annotations

from pathlib import Path

from course.authoring.errors import AuthoringError, Mistake
from course.authoring.manuscript import Manuscript
from course.authoring.opening import manuscript
from course.i18n import Message


def texts_below(root: Path) -> list[Path]:
    """Every text of the course in `root`: lessons first, then assignments."""
    return sorted(root.glob("modules/*/*.md")) + sorted(root.glob("solutions/*/*/*.md"))


def manuscripts(root: Path) -> list[Manuscript]:
    """Every text in `root`, read.

    Raises:
        AuthoringError: with the mistakes of the first text that has any. An id stands for one exercise in the whole
            course, because answers are kept under it.
    """
    found = [manuscript(path) for path in texts_below(root)]
    owners: dict[tuple[str, str], Path] = {}
    for text in found:
        for one in text.exercises:
            if one.borrowed:
                continue
            owner = owners.setdefault((text.header.language, one.exercise.id), text.path)
            if owner != text.path:
                what = Message(
                    "{path} has an exercise {name} too. Give each its own.", path=owner, name=one.exercise.id
                )
                raise AuthoringError(text.path, [Mistake(one.line, what)], text.t)
    return found

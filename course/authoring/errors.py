"""What an author reads when a text cannot become a notebook."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from course.i18n import Message, Translator


@dataclass(frozen=True)
class Mistake:
    """One thing to mend.

    Attributes:
        line: in the text, counted from 1.
        what: what is wrong, and what to do.
        field: where in a block, such as ``cards.seeds.why``; empty for the text itself.
        path: the text that it stands in, when that is another one than the text that is built.
    """

    line: int
    what: Message
    field: str = ""
    path: Path | None = None

    def told(self, path: Path, t: Translator) -> str:
        """The mistake on one line: file, line, field and what to do."""
        field = f"{self.field}: " if self.field else ""
        return f"{self.path or path}:{self.line}: {field}{t(self.what)}"


class AuthoringError(ValueError):
    """The text at `path` cannot become a notebook. Its own words are in the language of that text."""

    def __init__(self, path: Path, mistakes: Iterable[Mistake], t: Translator) -> None:
        self.path, self.mistakes = path, sorted(mistakes, key=lambda one: one.line)
        super().__init__("\n".join(one.told(path, t) for one in self.mistakes))

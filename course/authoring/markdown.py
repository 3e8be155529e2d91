"""A MyST Markdown text in pieces: front matter, prose and blocks. markdown-it finds them; nothing here looks inside."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from markdown_it import MarkdownIt
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin

from course.authoring.errors import Mistake
from course.i18n import Message

DIRECTIVE = re.compile(r"\{(?P<kind>[^}]*)\}\s*(?P<id>.*?)\s*")


@dataclass(frozen=True)
class PrintedNumber:
    """A number of the evidence that a text prints: its `id`, its line, and where it ends in what is printed."""

    id: str
    line: int
    end: int


@dataclass(frozen=True)
class Prose:
    """Text to read, from one block or break to the next; one cell of the notebook. `numbers` are those in it."""

    text: str
    line: int
    numbers: tuple[PrintedNumber, ...] = ()

    @property
    def words(self) -> int:
        """How many there are to read."""
        return len(self.text.split())


@dataclass(frozen=True)
class RawBlock:
    """A fenced directive as it was written: ``{kind} id`` and its body. `line` is that of the fence.

    `path` is the text that it was taken from, where another text stands for it with ``{items}``.
    """

    kind: str
    id: str
    body: str
    line: int
    path: Path | None = None
    numbers: tuple[PrintedNumber, ...] = ()


Piece = Prose | RawBlock


def pieces(text: str, mistakes: list[Mistake]) -> tuple[RawBlock, list[Piece]]:
    """The front matter (as a block without a kind) and the pieces of `text`, in order."""
    header, found, wrong = _pieces(text)
    mistakes += wrong
    return header, list(found)


@lru_cache(maxsize=128)  # each text that goes on from lessons looks into all of them
def _pieces(text: str) -> tuple[RawBlock, tuple[Piece, ...], tuple[Mistake, ...]]:
    mistakes = list[Mistake]()
    parser = MarkdownIt("commonmark").use(front_matter_plugin).use(myst_block_plugin)
    lines = text.split("\n")  # as markdown-it counts them: a form feed or U+2028 ends no line
    header, found, start = RawBlock("", "", "", 1), list[Piece](), 0

    def prose(until: int) -> None:
        kept = "\n".join(lines[start:until]).strip()
        if kept:
            first = next(at for at in range(start, until) if lines[at].strip())
            found.append(Prose(kept, first + 1))

    for token in parser.parse(text):
        if token.level or token.map is None:
            continue
        begin, end = token.map
        if token.type == "front_matter":
            header, start = RawBlock("", "", token.content, begin + 1), end
        elif token.type == "myst_block_break":
            prose(begin)
            start = end
        elif token.type == "fence" and (directive := DIRECTIVE.fullmatch(token.info.strip())):
            prose(begin)
            start = end
            if end - 1 == begin or not lines[end - 1].strip().startswith(token.markup):
                mistakes.append(Mistake(begin + 1, Message("This block has no end. Close it with ```.")))
            found.append(RawBlock(directive["kind"], directive["id"], token.content, begin + 1))
    prose(len(lines))
    return header, tuple(found), tuple(mistakes)

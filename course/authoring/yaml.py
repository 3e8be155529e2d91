"""YAML 1.2 with the line of every field, and mistakes in words that an author understands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.constructor import DuplicateKeyError
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from course.authoring.errors import Mistake
from course.authoring.markdown import RawBlock
from course.i18n import Message

Place = Sequence[str | int]
"""The way to a field: keys of mappings and numbers in lists."""


class Data:
    """What stands in a block.

    Attributes:
        fields: plain mappings, lists, texts, numbers and truth values; empty when the block cannot be read.
    """

    def __init__(self, block: RawBlock, mistakes: list[Mistake]) -> None:
        self.block = block
        self._tree: Any = CommentedMap()
        try:
            self._tree = _tree(block.body)
        except YAMLError as error:
            mistakes.append(self._unreadable(error))
            self._tree = CommentedMap()
            self.is_readable = False
        else:
            self.is_readable = True
            if not isinstance(self._tree, CommentedMap):
                empty = Message("This block is empty. Write its fields in it, one a line: question: …")
                other = Message("This block has no fields. Write a name, a colon and a value: question: …")
                mistakes.append(Mistake(block.line, empty if self._tree is None else other))
                self._tree = CommentedMap()
                self.is_readable = False
        self.fields: dict[str, Any] = _plain(self._tree)

    def line(self, place: Place = ()) -> int:
        """The line in the whole text of the field at `place`, or of the nearest one around it."""
        node, line = self._tree, self.block.line
        for step in place:
            try:
                if isinstance(node, CommentedMap):
                    line = self.block.line + 1 + node.lc.key(step)[0]
                elif isinstance(node, CommentedSeq):
                    line = self.block.line + 1 + node.lc.item(step)[0]
                node = node[step]
            except (KeyError, IndexError, TypeError, AttributeError):
                break
        return line

    def mistake(self, place: Place, what: Message) -> Mistake:
        """A mistake in the field at `place`, in the words of the text: ``cards.seeds.why``."""
        return Mistake(self.line(place), what, ".".join(map(str, place)))

    def _unreadable(self, error: YAMLError) -> Mistake:
        # Where it began says more than where it turned out: a quote is missed at the end of the block.
        mark = getattr(error, "problem_mark", None)
        if isinstance(error, MarkedYAMLError) and re.search("quoted|flow", error.context or ""):
            mark = error.context_mark
        line = self.block.line + (1 + mark.line if mark else 0)
        told = str(error.problem or "") if isinstance(error, MarkedYAMLError) else str(error)
        lines = self.block.body.splitlines()
        here = lines[mark.line] if mark and mark.line < len(lines) else ""
        if isinstance(error, DuplicateKeyError):
            name = here.split(":")[0].strip()
            return Mistake(line, Message("{name} stands here twice. Give each its own name.", name=name))
        if "\t" in here[: len(here) - len(here.lstrip())] or "'\\t'" in told:
            return Mistake(line, Message("A tab stands here. Use spaces to indent."))
        if "mapping values are not allowed" in told:
            return Mistake(
                line, Message("A colon stands in this text. Put the whole text in quotes, or after >-.")
            )
        if "cannot start any token" in told or "unexpected character" in told:
            return Mistake(line, Message("A text cannot begin with this sign. Put the whole text in quotes."))
        return Mistake(
            line,
            Message(
                "This cannot be read: look at quotes, brackets and indents on this line and the one above it."
            ),
        )


@lru_cache(maxsize=4096)  # all blocks of the course: a text is read again for what goes on from it
def _tree(body: str) -> Any:
    """What is written in `body`, with its lines. Nobody may change it.

    Raises:
        YAMLError: it cannot be read.
    """
    yaml = YAML(typ="rt", pure=True)
    yaml.version = (1, 2)
    return yaml.load(body)


def _plain(node: Any) -> Any:
    """The tree without what only serves to write it back."""
    if isinstance(node, dict):
        return {key if not isinstance(key, str) else str(key): _plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_plain(value) for value in node]
    if isinstance(node, bool) or node is None:
        return node
    for kind in (str, int, float):
        if isinstance(node, kind):
            return kind(node)
    return node

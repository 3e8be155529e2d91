"""How an author writes a Match: each left side with its partner and the reason."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Annotated, Any, ClassVar

from pydantic import Field

from course.authoring.block import Block, Fields, Id, Problem, Text, texts, wrong_names
from course.kinds.match.exercise import Match


class Left(Fields):
    """A left side; `with` is its partner on the right."""

    text: Text
    with_: str
    why: Text


class MatchBlock(Block):
    """Pairs to make; the right side may hold partners that are left over."""

    exercise: ClassVar = Match

    left: Annotated[dict[Id, Left], Field(min_length=2)]
    right: Annotated[dict[Id, Text], Field(min_length=2)]

    def content(self) -> dict[str, Any]:
        return {"left": texts(self.left), "right": self.right}

    def places(self) -> Collection[str]:
        return self.right

    def key(self) -> Any:
        return {name: one.with_ for name, one in self.left.items()}

    def reasons(self) -> dict[str, str]:
        return texts(self.left, "why")

    def problems(self) -> Iterator[Problem]:
        for name, one in self.left.items():
            yield from wrong_names(("left", name, "with"), [one.with_], self.right)

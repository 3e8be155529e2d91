"""How an author writes a Sort: each card with its place and the reason for it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Annotated, Any, ClassVar

from pydantic import Field

from course.authoring.block import Block, Fields, Id, Places, Problem, Text, texts, wrong_names
from course.kinds.sort.exercise import Sort


class Card(Fields):
    """A card; `in` is the bin, or the bins, where it belongs."""

    text: Text
    in_: Places
    why: Text


class SortBlock(Block):
    """Cards to sort into bins."""

    exercise: ClassVar = Sort

    bins: Annotated[dict[Id, Text], Field(min_length=2)]
    cards: Annotated[dict[Id, Card], Field(min_length=1)]

    def content(self) -> dict[str, Any]:
        return {"bins": self.bins, "cards": texts(self.cards)}

    def places(self) -> Collection[str]:
        return self.bins

    def key(self) -> Any:
        return key_of(texts(self.cards, "in_"))

    def reasons(self) -> dict[str, str]:
        return texts(self.cards, "why")

    def problems(self) -> Iterator[Problem]:
        for name, card in self.cards.items():
            yield from wrong_names(("cards", name, "in"), card.in_, self.bins)


def key_of(places: Mapping[str, Sequence[str]]) -> dict[str, str | list[str]]:
    """The place of each card, or the list of its places."""
    return {name: every[0] if len(every) == 1 else list(every) for name, every in places.items()}

"""How an author writes Flashcards: a front and a back for each card."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import Field

from course.authoring.block import Block, Fields, Id, Text
from course.kinds.flashcards.exercise import Flashcards


class Flashcard(Fields):
    """A card with its two sides."""

    front: Text
    back: Text


class FlashcardsBlock(Block):
    """Cards to practise with."""

    exercise: ClassVar = Flashcards
    is_scored: ClassVar = False

    cards: Annotated[dict[Id, Flashcard], Field(min_length=1)]

    def content(self) -> dict[str, Any]:
        return {"cards": {name: (card.front, card.back) for name, card in self.cards.items()}}

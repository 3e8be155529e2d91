"""How an author writes a Plan: the parts of the page, each with the exercises that it gathers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, ClassVar

from pydantic import Field

from course.authoring.block import Block, Fields, Id, Places, Text, texts
from course.exercise import Answer
from course.kinds.plan.exercise import Plan


class PlanPart(Fields):
    """A part of the page, and where it comes from."""

    text: Text
    from_: Places
    newest: bool = False
    """Show of several versions the last one alone."""


class PlanBlock(Block):
    """A page to take along, of one's own answers."""

    exercise: ClassVar = Plan
    is_scored: ClassVar = False
    names_pages: ClassVar = True

    parts: Annotated[dict[Id, PlanPart], Field(min_length=1)]
    written: Text | None = Field(default=None, alias="model")

    def content(self) -> dict[str, Any]:
        sources = {name: list(one.from_) for name, one in self.parts.items()}
        newest = [name for name, one in self.parts.items() if one.newest]
        return {"headings": texts(self.parts), "sources": sources, "newest": newest}

    def goes_on_from(self) -> Sequence[str]:
        return list(dict.fromkeys(name for one in self.parts.values() for name in one.from_))

    def model(self) -> Answer | None:
        return {"text": self.written} if self.written else None

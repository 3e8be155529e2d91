"""How an author writes a Rewrite: the original, what the coach looks at, and a model text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from pydantic import Field

from course.authoring.block import Block, Count, Places, Problem, Text, wrong_names
from course.coach import CRITERIA
from course.exercise import Answer
from course.kinds.rewrite.exercise import Rewrite


class RewriteBlock(Block):
    """A text to make better."""

    exercise: ClassVar = Rewrite
    is_scored: ClassVar = False

    original: Text
    criteria: list[str] = []
    min_words: Count = 0
    rubric: list[Text] = []
    notes: list[Text] = []
    earlier: Places = ()
    written: Text | None = Field(default=None, alias="model")

    def content(self) -> dict[str, Any]:
        return {
            "original": self.original,
            "criteria": self.criteria,
            "min_words": self.min_words,
            "rubric": self.rubric,
        }

    def goes_on_from(self) -> Sequence[str]:
        return self.earlier

    def model_text(self) -> str:
        return self.written or ""

    def model(self) -> Answer | None:
        return {"text": self.written, "versions": []} if self.written else None

    def problems(self) -> Iterator[Problem]:
        yield from wrong_names(("criteria",), self.criteria, CRITERIA)

"""How an author writes a Reflect: questions to guide, and a model text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from pydantic import Field

from course.authoring.block import Block, Count, Places, Text
from course.exercise import Answer
from course.kinds.reflect.exercise import Reflect


class ReflectBlock(Block):
    """Open text."""

    exercise: ClassVar = Reflect

    min_words: Count = 30
    guide: list[Text] = []
    rubric: list[Text] = []
    notes: list[Text] = []
    earlier: Places = ()
    written: Text | None = Field(default=None, alias="model")

    def content(self) -> dict[str, Any]:
        return {"min_words": self.min_words, "guide": self.guide, "rubric": self.rubric}

    def goes_on_from(self) -> Sequence[str]:
        return self.earlier

    def model_text(self) -> str:
        return self.written or ""

    def model(self) -> Answer | None:
        return {"text": self.written} if self.written else None

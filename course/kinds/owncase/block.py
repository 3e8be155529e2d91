"""How an author writes an OwnCase: the fields with a line of help each, and a model for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Any, ClassVar

from pydantic import Field

from course.answers import Reader
from course.authoring.block import Block, Fields, Id, Places, Problem, Text, texts, wrong_names
from course.exercise import Answer
from course.kinds.owncase.exercise import OwnCase


class CaseField(Fields):
    """A field: what it is called, and what to write in it."""

    text: Text
    hint: Text | None = None


class OwnCaseBlock(Block):
    """One's own case, in small fields."""

    exercise: ClassVar = OwnCase
    is_scored: ClassVar = False

    fields: Annotated[dict[Id, CaseField], Field(min_length=1)]
    rubric: list[Text] = []
    notes: list[Text] = []
    earlier: Places = ()
    written: dict[Id, Text] = Field(default={}, alias="model")

    def content(self) -> dict[str, Any]:
        hints = {name: one.hint for name, one in self.fields.items() if one.hint}
        return {"fields": texts(self.fields), "hints": hints, "rubric": self.rubric}

    def goes_on_from(self) -> Sequence[str]:
        return self.earlier

    def model_text(self) -> str:
        return "\n\n".join(
            f"{self.fields[name].text.rstrip('?:.')}: {text}" for name, text in self.written.items()
        )

    def model(self) -> Answer | None:
        if not self.written:
            return None
        return OwnCase("model", self.question, fields=texts(self.fields)).clean(
            {"fields": self.written}, Reader()
        )

    def problems(self) -> Iterator[Problem]:
        yield from wrong_names(("model",), list(self.written), self.fields)

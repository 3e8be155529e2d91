"""What the fields of a text are made of: named ones, and texts for the reader."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict
from pydantic_core import PydanticCustomError

from course.authoring.yaml import Place
from course.i18n import Message

Problem = tuple[Place, Message]
"""What is wrong with a field, found by looking at more than that field."""


class Translated:
    """Marks a type that a second language writes anew."""


def _text(value: str) -> str:
    value = re.sub(r"[ \t]+\n", "\n", value).strip()
    if not any(char.isalnum() for char in value):
        raise PydanticCustomError("blank", "blank")
    return value


Text = Annotated[str, AfterValidator(_text), Translated()]


class Fields(BaseModel):
    """Named fields. In a text a name has hyphens (``min-words``); a word of Python loses its underscore (``in``)."""

    model_config = ConfigDict(
        extra="forbid",
        strict=True,
        frozen=True,
        alias_generator=lambda name: name.rstrip("_").replace("_", "-"),
    )

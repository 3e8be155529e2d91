"""How an author writes a Mark: a text in which ``[a passage]{label}`` is marked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from course.authoring.block import Block, Fields, Id, Problem, Text, texts, unknown
from course.i18n import Message
from course.kinds.mark.exercise import Mark, find_passage, sentences_by_line

PASSAGE = re.compile(r"\[([^\[\]]+)\]\{([^{}]*)\}")


class Label(Fields):
    """What a passage can be, and why passages are that."""

    text: Text
    why: Text


class MarkBlock(Block):
    """A text with marked passages."""

    exercise: ClassVar = Mark

    text: Text
    labels: Annotated[dict[Id, Label], Field(min_length=1)]
    unit: Literal["word", "sentence"] = "word"

    def content(self) -> dict[str, Any]:
        return {"text": PASSAGE.sub(r"\1", self.text), "labels": texts(self.labels), "unit": self.unit}

    def places(self) -> Collection[str]:
        return self.labels

    def mistaken(self, mix_ups: Mapping[str, str]) -> Any:
        key: dict[str, list[str]] = {}
        for label, passages in self.key().items():
            key.setdefault(mix_ups.get(label, label), []).extend(passages)
        return key

    def key(self) -> Any:
        key: dict[str, list[str]] = {}
        for passage, label in PASSAGE.findall(self.text):
            key.setdefault(label, []).append(passage)
        return key or None

    def reasons(self) -> dict[str, str]:
        return texts(self.labels, "why") if self.key() else {}

    def problems(self) -> Iterator[Problem]:
        plain = self.content()["text"]
        for passage, label in PASSAGE.findall(self.text):
            if label not in self.labels:
                yield ("text",), unknown(label, self.labels)
            if plain.count(passage) > 1:
                yield (
                    ("text",),
                    Message("“{passage}” stands in the text twice. Mark more of it.", passage=passage),
                )

        known = sentences_by_line(plain) if self.unit == "sentence" else []
        for passage, _label in PASSAGE.findall(self.text):
            if known and find_passage(plain, passage) not in known:
                yield (
                    ("text",),
                    Message(
                        "“{passage}” is not one whole sentence. Mark one, or leave out unit.", passage=passage
                    ),
                )

    def structure(self) -> Any:
        return Counter(label for _passage, label in PASSAGE.findall(self.text))

"""Reflect: write freely, with a question to guide and a minimum to reach."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from course.answers import Answers, Reader
from course.exercise import Answer, Reaction, Score, count_words
from course.kinds.earlier import Continued
from course.kinds.open_task import OpenTask
from course.result import Item


@dataclass(eq=False, kw_only=True)
class Reflect(Continued, OpenTask):
    """Open text of at least `min_words` words; `guide` asks along."""

    min_words: int = 30
    guide: Sequence[str] = ()

    kind: ClassVar[str] = "reflect"
    counts_words: ClassVar[bool] = True
    browser_fields: ClassVar[tuple[str, ...]] = ("min_words", "guide", "rubric")

    def clean(self, raw: Any, reader: Reader) -> Answer:
        fields = reader.mapping(raw)
        return {
            "text": reader.text(fields.get("text")),
            **self.clean_along(fields, reader),
            **self.clean_compared(fields, reader),
        }

    def react(self, answer: Answer, answers: Answers) -> Reaction:
        return Reaction({**self.found_earlier(answers), **self.compared(answer)})

    def score(self, answer: Answer, key: Any, reasons: Mapping[str, str]) -> Score:
        count = count_words(answer["text"])
        if count >= self.min_words:
            return 1, [Item("length", self.t("Length"), "right", self.t("{n} words.").format(n=count))]
        reason = self.t("{n} of at least {least} words.").format(n=count, least=self.min_words)
        return count / self.min_words, [Item("length", self.t("Length"), "partial", reason)]

    def seconds(self) -> int:
        return 240

    def progress(self, answer: Answer) -> tuple[int, int]:
        least = max(1, self.min_words)
        return min(count_words(answer["text"]), least), least

    def describe(self, answer: Answer) -> list[tuple[str, str]]:
        text = [(self.t("Text"), answer["text"])] if count_words(answer["text"]) else []
        return [*self.describe_along(answer), *text, *self.describe_compared(answer)]

"""Rewrite: make a text better while the coach reads along."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, ClassVar

from course.answers import Answers, Reader
from course.exercise import Answer, ExerciseError, Reaction, Score, count_words
from course.kinds.earlier import Continued
from course.kinds.open_task import OpenTask

MAX_VERSIONS = 20


@dataclass(eq=False, kw_only=True)
class Rewrite(Continued, OpenTask):
    """Rewrite `original`; the coach looks at `criteria`, the instructor at `rubric`.

    Args:
        original: the text to improve.
        criteria: ids from `course.coach.CRITERIA`; the coach helps and gives no points.
        min_words: from how many words on the text counts as complete.
    """

    original: str
    criteria: Sequence[str] = ()
    min_words: int = 0

    kind: ClassVar[str] = "rewrite"
    within: ClassVar[str] = "original"
    counts_words: ClassVar[bool] = True
    browser_fields: ClassVar[tuple[str, ...]] = ("original", "criteria", "min_words", "rubric")

    def verify(self) -> None:
        if not self.original.strip():
            raise ExerciseError(f"{self.id}: there is no text to rewrite")
        if self.criteria:
            from course.coach import CRITERIA  # here: who has no coach does not wait for it

            self.require(self.criteria, CRITERIA, "criteria name")

    def clean(self, raw: Any, reader: Reader) -> Answer:
        fields = reader.mapping(raw)
        versions = []
        for entry in reader.items(fields.get("versions"))[-MAX_VERSIONS:]:
            version = reader.mapping(entry)
            text = reader.text(version.get("text"))
            if text.strip():
                versions.append({"at": reader.text(version.get("at"))[:40], "text": text})
        text = reader.text(fields.get("text"))
        more = {**self.clean_along(fields, reader), **self.clean_compared(fields, reader)}
        return {"text": text, "versions": versions, **more}

    def react(self, answer: Answer, answers: Answers) -> Reaction:
        """The coach reads along; it says nothing while there is no text, or only the original."""
        beside = {**self.found_earlier(answers), **self.compared(answer)}
        if not self.is_rewritten(answer["text"]):
            return Reaction(beside)
        from course.coach import read

        found = read(answer["text"], self.criteria, self.language)
        return Reaction({"coach": [asdict(finding) for finding in found], **beside})

    def is_rewritten(self, text: str) -> bool:
        """Whether there is a text, and not just the original again."""
        return bool(count_words(text)) and _letters(text) != _letters(self.original)

    def score(self, answer: Answer, key: Any, reasons: Mapping[str, str]) -> Score:
        return 0, []  # what a text is worth, a person says

    def seconds(self) -> int:
        return 480

    def progress(self, answer: Answer) -> tuple[int, int]:
        if not self.is_rewritten(answer["text"]):
            return 0, max(1, self.min_words)
        return min(count_words(answer["text"]), max(1, self.min_words)), max(1, self.min_words)

    def describe(self, answer: Answer) -> list[tuple[str, str]]:
        text = [(self.t("Text"), answer["text"])] if count_words(answer["text"]) else []
        return [*self.describe_along(answer), *text, *self.describe_compared(answer)]


def _letters(text: str) -> str:
    """What is left of a text when only its letters and digits count: a dot more makes no other text."""
    return "".join(char for char in text.casefold() if char.isalnum())

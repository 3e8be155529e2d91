"""Rewrite: make a text better while the coach reads along."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from course.answers import Reader
from course.coach import CRITERIA, Finding, read
from course.exercise import Answer, Exercise, ExerciseError, Score, words
from course.i18n import _
from course.result import Item

MAX_VERSIONS = 20


@dataclass(eq=False, kw_only=True)
class Rewrite(Exercise):
    """Rewrite `original`; the coach looks at `criteria`, the instructor at `rubric`.

    Args:
        original: the text to improve.
        criteria: ids from `course.coach.CRITERIA`, those that judge each worth the same.
        min_words: a shorter text earns proportionally less.
    """

    original: str
    criteria: Sequence[str] = ()
    min_words: int = 0
    rubric: Sequence[str] = ()

    kind: ClassVar[str] = "rewrite"
    counts_words: ClassVar[bool] = True
    browser_fields: ClassVar[tuple[str, ...]] = ("original", "criteria", "min_words", "rubric")

    def verify(self) -> None:
        if not self.original.strip():
            raise ExerciseError(f"{self.id}: there is no text to rewrite")
        self.require(self.criteria, CRITERIA, "criteria name")

    def clean(self, raw: Any, reader: Reader) -> Answer:
        fields = reader.mapping(raw)
        versions = []
        for entry in reader.items(fields.get("versions"))[-MAX_VERSIONS:]:
            version = reader.mapping(entry)
            text = reader.text(version.get("text"))
            if text.strip():
                versions.append({"at": reader.text(version.get("at"))[:40], "text": text})
        return {"text": reader.text(fields.get("text")), "versions": versions}

    def coach(self, answer: Answer) -> list[Finding]:
        """What the coach sees in the text; nothing as long as there is none, or it is the original."""
        if not self.is_rewritten(answer["text"]):
            return []
        return read(answer["text"], self.criteria, "nl")

    def is_rewritten(self, text: str) -> bool:
        """Whether there is a text, and not just the original again."""
        return bool(words(text)) and words(text) != words(self.original)

    def score(self, answer: Answer, key: Any, reasons: Mapping[str, str]) -> Score:
        text = answer["text"]
        if not self.is_rewritten(text):
            return 0, [Item("same", _("Your text"), "wrong", _("This is still the original text."))]
        items = []
        # What the coach only asks about gives no points.
        judged = [finding for finding in self.coach(answer) if finding.verdict != "look"]
        for finding in judged:
            seen = finding.verdict == "seen"
            reason = f"{finding.reason} {finding.next_step}".strip()
            items.append(Item(finding.criterion, finding.title, "right" if seen else "wrong", reason))
        credit = sum(finding.verdict == "seen" for finding in judged) / len(judged) if judged else 1.0
        count = len(words(text))
        if count < self.min_words:
            reason = _("{n} of at least {least} words.").format(n=count, least=self.min_words)
            items.append(Item("length", _("Length"), "partial", reason))
            credit *= count / self.min_words
        return credit, items

    def progress(self, answer: Answer) -> tuple[int, int]:
        if not self.is_rewritten(answer["text"]):
            return 0, max(1, self.min_words)
        return min(len(words(answer["text"])), max(1, self.min_words)), max(1, self.min_words)

    def describe(self, answer: Answer) -> list[tuple[str, str]]:
        return [(_("Text"), answer["text"])] if answer["text"].strip() else []

"""Lookback: say how it went, and then see both tests beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from course.answers import Answers, Reader
from course.answers.lessons import handed_in_answers
from course.exercise import Answer, Exercise, ExerciseError, Reaction, Score
from course.kinds.choose.exercise import CONFIDENCE
from course.kinds.lookback.outcome import count


@dataclass(eq=False, kw_only=True)
class Lookback(Exercise):
    """Two tests of questions with one right option each, laid beside each other per learning goal.

    What was answered is taken over when the participant commits to an estimate of the own result, so that what is
    changed in hindsight changes nothing. Until then nothing of the outcome is told.

    Args:
        begin: the first test: its ``name``, ``title``, ``goals`` ({id: text}) and ``items``, {question: its goal,
            question, options ({id: text}), key (one of them) and reasons}.
        end: the last one, alike.
        limits: what so few questions can and cannot say.
    """

    begin: Mapping[str, Any] = field(default_factory=dict)
    end: Mapping[str, Any] = field(default_factory=dict)
    limits: str = ""

    kind: ClassVar[str] = "lookback"
    browser_fields: ClassVar[tuple[str, ...]] = ("language",)

    def verify(self) -> None:
        for test in (self.begin, self.end):
            for name, item in test.get("items", {}).items():
                self.require([item["key"], *item["reasons"]], item["options"], f"{name} names")
                self.require([item["goal"]], test["goals"], f"{name} is about")
        if set(self.begin.get("items", ())) & set(self.end.get("items", ())):
            raise ExerciseError(f"{self.id}: a question stands in both tests")

    @property
    def tests(self) -> Iterable[Mapping[str, Any]]:
        """Both, the first one first; without any that has no questions."""
        return [test for test in (self.begin, self.end) if test.get("items")]

    @property
    def items(self) -> dict[str, Mapping[str, Any]]:
        """The questions of both."""
        return {name: item for test in self.tests for name, item in test["items"].items()}

    @property
    def most(self) -> int:
        """How many questions the last test has."""
        return len(self.end.get("items", ()))

    @property
    def is_prediction(self) -> bool:
        return True

    @property
    def follows_others(self) -> bool:
        return True

    def content(self) -> dict[str, Any]:
        tests = [{"title": test["title"], "items": list(test["items"])} for test in self.tests]
        return {**super().content(), "tests": tests, "most": self.most}

    def clean(self, raw: Any, reader: Reader) -> Answer:
        fields = reader.mapping(raw)
        items = self.items
        taken = {}
        for name, given in reader.mapping(fields.get("taken")).items():
            if reader.known(name, items) and (one := self._picked(items[name], given, reader)):
                taken[name] = one
        return {
            "guess": reader.whole(fields.get("guess"), 0, self.most),
            "taken": taken,
            "committed": fields.get("committed") is True,
        }

    def _picked(self, item: Mapping[str, Any], given: Any, reader: Reader) -> dict[str, str | None] | None:
        fields = reader.mapping(given)
        chosen = reader.known(fields.get("chosen"), item["options"])
        if chosen is None:
            return None
        return {"chosen": chosen, "confidence": reader.known(fields.get("confidence"), CONFIDENCE)}

    def react(self, answer: Answer, answers: Answers) -> Reaction:
        if not answer["committed"]:
            return Reaction({"taken": self.answered(answers)})
        from course.kinds.lookback.side_by_side import SideBySide  # late: charts are read when one is shown

        below = SideBySide(self, answer["taken"]) if self.most else None
        return Reaction({"taken": answer["taken"]}, below)

    def answered(self, answers: Answers) -> dict[str, dict[str, str | None]]:
        """What is kept of both tests: with the lessons, else where it was handed in from."""
        found = {}
        for test in self.tests:
            handed_in = handed_in_answers(answers, self.language, test["name"])
            for place in filter(None, (handed_in, answers)):
                for name, item in test["items"].items():
                    record, reader = place.load(name), Reader()
                    given = record.answer if record else {}
                    first = next(iter(reader.items(given.get("chosen"))), None)
                    if one := self._picked(item, {**given, "chosen": first}, reader):
                        found[name] = one
        return found

    def told(self, answer: Answer) -> str:
        right = count(self.end.get("items", {}), answer["taken"]).right
        if answer["guess"] is None:
            return self.t("You had {right} of {n} right.").format(right=right, n=self.most)
        told = self.t("You thought {guess} of {n} right, and it is {right}.")
        return told.format(guess=answer["guess"], n=self.most, right=right)

    def score(self, answer: Answer, key: Any, reasons: Mapping[str, str]) -> Score:
        return 0, []  # the tests were scored; this only shows them

    def seconds(self) -> int:
        return 180

    def progress(self, answer: Answer) -> tuple[int, int]:
        return int(answer["committed"]), 1

    def describe(self, answer: Answer) -> list[tuple[str, str]]:
        if not answer["committed"]:
            return []
        return [(self.t("How it went"), self.told(answer))]

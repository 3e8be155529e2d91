"""Inquiry: ask questions that cost turns, then judge."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from course.answers import Reader
from course.exercise import Answer, Exercise, ExerciseError, Score, per_part
from course.i18n import Message
from course.kinds.sort.exercise import accepted, verify_places
from course.result import Item

UNASKED = 0.5
"""What a right verdict earns on a subject that nothing was asked. More would pay for guessing; nothing would say that
it is wrong, while one can be right by looking well."""


@dataclass(eq=False, kw_only=True)
class Inquiry(Exercise):
    """Spend `turns` on questions to `subjects`, and give each of them one of the `judgements` ({id: text}).

    Args:
        subjects: {id: {"name", "text", "questions": {id: {"text", "answer", "opens": [question] or absent}}}}. A
            question that another one opens cannot be asked before that one.
        turns: questions that can be asked, over all subjects together.
        key: {subject: judgement or [judgements]}.
    """

    subjects: Mapping[str, Any]
    judgements: Mapping[str, str]
    turns: int

    kind: ClassVar[str] = "inquiry"
    browser_fields: ClassVar[tuple[str, ...]] = ("subjects", "judgements", "turns")

    def verify(self) -> None:
        if len(self.judgements) < 2 or not self.subjects:
            raise ExerciseError(f"{self.id}: give at least two judgements and one subject")
        if self.turns < len(self.subjects):
            raise ExerciseError(f"{self.id}: give a turn for each subject at least")
        for name, subject in self.subjects.items():
            questions = subject["questions"]
            for question in questions.values():
                self.require(question.get("opens", ()), questions, f"a question to {name} opens")
            if closed := set(questions) - reachable(questions):
                raise ExerciseError(f"{self.id}: nobody gets to ask {name}: {', '.join(sorted(closed))}")

    def verify_key(self, key: Any) -> None:
        verify_places(self, key, self.subjects, self.judgements)

    def parts(self) -> Mapping[str, str]:
        return {name: subject["name"] for name, subject in self.subjects.items()}

    def clean(self, raw: Any, reader: Reader) -> Answer:
        fields = reader.mapping(raw)
        asked: list[dict[str, str]] = []
        for entry in reader.items(fields.get("asked")):
            turn = reader.mapping(entry)
            subject = reader.known(turn.get("subject"), self.subjects)
            question = turn.get("question")
            if subject is None:
                continue
            if len(asked) < self.turns and question in self.open_now(asked, subject):
                asked.append({"subject": subject, "question": question})
            else:
                reader.refuse(Message("A question in this answer could not be asked; it was left out."))
        return {
            "asked": asked,
            "placed": reader.placing(fields.get("placed"), self.subjects, self.judgements),
        }

    def open_now(self, asked: Sequence[Mapping[str, str]], subject: str) -> list[str]:
        """The questions that `subject` can be asked after those that were `asked`."""
        questions = self.subjects[subject]["questions"]
        done = [turn["question"] for turn in asked if turn["subject"] == subject]
        return [name for name in opened(questions, done) if name not in done]

    def score(self, answer: Answer, key: Any, reasons: Mapping[str, str]) -> Score:
        asked = {turn["subject"] for turn in answer["asked"]}
        return per_part(
            self._judge(
                name, answer["placed"].get(name), accepted(places), name in asked, reasons.get(name, "")
            )
            for name, places in (key or {}).items()
        )

    def _judge(
        self, name: str, given: str | None, right: Sequence[str], is_asked: bool, why: str
    ) -> tuple[Item, float]:
        label = self.subjects[name]["name"]
        if given is None:
            return Item(name, label, "open", self.t("Not judged yet.")), 0
        if given not in right:
            home = self.belongs(self.judgements[place] for place in right)
            return Item(name, label, "wrong", self.chosen(self.judgements[given], why), home), 0
        if not is_asked:
            told = self.t("You spent no turn here, so this counts half.")
            return Item(name, label, "partial", f"{told} {why}".strip()), UNASKED
        return Item(name, label, "right", why), 1

    def seconds(self) -> int:
        return 30 + 15 * self.turns + 15 * len(self.subjects)

    def progress(self, answer: Answer) -> tuple[int, int]:
        return len(answer["placed"]), len(self.subjects)

    def describe(self, answer: Answer) -> list[tuple[str, str]]:
        rows = []
        for number, turn in enumerate(answer["asked"], start=1):
            subject = self.subjects[turn["subject"]]
            question = f"{subject['name']}: {subject['questions'][turn['question']]['text']}"
            rows.append((self.t("Question {n}").format(n=number), question))
        rows += [
            (self.subjects[name]["name"], self.judgements[place]) for name, place in answer["placed"].items()
        ]
        return rows

    def model(self, key: Any) -> Answer | None:
        first = {name: self.open_now((), name)[0] for name in self.subjects}
        return {
            "asked": [{"subject": name, "question": question} for name, question in first.items()],
            "placed": {name: accepted(places)[0] for name, places in key.items()},
        }


def opened(questions: Mapping[str, Any], done: Iterable[str]) -> list[str]:
    """The `questions` that stand open once those in `done` were asked, asked ones among them, in order."""
    later = {name for question in questions.values() for name in question.get("opens", ())}
    now = {name for asked in done for name in questions[asked].get("opens", ())}
    return [name for name in questions if name not in later or name in now]


def reachable(questions: Mapping[str, Any]) -> set[str]:
    """The `questions` that can be asked in some order."""
    found: list[str] = []
    while len(more := opened(questions, found)) > len(found):
        found = more
    return set(found)

"""Scene: the page tries something on the reader, and then says what it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from course.answers import Answers, Reader
from course.exercise import Answer, ExerciseError, Reaction, Score
from course.kinds.earlier import Continued

TIMER = ("ended", "stopped")
"""How a timer came to its end: by itself, or because the reader stopped it."""


@dataclass(eq=False, kw_only=True)
class Scene(Continued):
    """A text, and what it was for once the reader committed. Nothing is scored.

    The reader commits by a choice from `options` ({id: text}); without any by going on, or when the timer is over. With
    `earlier` a sentence follows that goes with what was chosen there, from options with the same ids.

    Args:
        versions: {id: text}, one or two; chance says which of the two a reader gets.
        unmask: what the page did, told at the end, beside the other version.
        timer: seconds that run while one reads; 0 for none.
        ended: what is said when the timer is over.
        same: what is told whoever chose the same earlier.
        other: what is told whoever chose something else.
    """

    versions: Mapping[str, str]
    unmask: str
    options: Mapping[str, str] = field(default_factory=dict)
    timer: int = 0
    ended: str = ""
    same: str = ""
    other: str = ""

    kind: ClassVar[str] = "scene"
    browser_fields: ClassVar[tuple[str, ...]] = ("versions", "options", "timer", "ended")

    def verify(self) -> None:
        if len(self.versions) not in (1, 2):
            raise ExerciseError(f"{self.id}: give one version or two")
        if len(self.options) == 1:
            raise ExerciseError(f"{self.id}: give at least two options, or none")
        if bool(self.timer) != bool(self.ended):
            raise ExerciseError(f"{self.id}: a timer and what is said at its end go together")
        if self.earlier and not (self.options and self.same and self.other):
            raise ExerciseError(
                f"{self.id}: an earlier choice needs options, and a text for each way it went"
            )

    @property
    def is_prediction(self) -> bool:
        return bool(self.options) or not self.timer

    def clean(self, raw: Any, reader: Reader) -> Answer:
        fields = reader.mapping(raw)
        answer: Answer = {"version": reader.known(fields.get("version"), self.versions)}
        if len(self.versions) == 1:
            answer["version"] = next(iter(self.versions))
        if self.timer:
            answer["timer"] = reader.known(fields.get("timer"), TIMER)
        if self.options:
            chosen = [one for one in reader.items(fields.get("chosen")) if reader.known(one, self.options)]
            answer["chosen"] = chosen[:1]
        if self.is_prediction:
            answer["committed"] = fields.get("committed") is True
        return answer

    def is_over(self, answer: Answer) -> bool:
        """Whether the reader committed, so that the page may say what it did."""
        if not self.is_prediction:
            return answer["timer"] is not None
        return bool(answer["committed"] and (answer["chosen"] if self.options else True))

    def told(self, answer: Answer) -> str:
        return self.t("You read above what this was.")

    def react(self, answer: Answer, answers: Answers) -> Reaction:
        if not self.is_over(answer):
            return Reaction()
        before = self.found_earlier(answers).get("earlier")
        again = self.same if [before] == answer.get("chosen") else self.other
        return Reaction({"unmask": self.unmask, **({"again": again} if before else {})})

    def recalled(self, answer: Mapping[str, Any]) -> str:
        """The id of what was chosen earlier."""
        chosen = [Reader().known(one, self.options) for one in Reader().items(answer.get("chosen"))]
        return next(filter(None, chosen), "")

    def score(self, answer: Answer, key: Any, reasons: Mapping[str, str]) -> Score:
        return 0, []  # whoever was moved did nothing wrong

    def seconds(self) -> int:
        wait = 0 if self.is_prediction else self.timer  # beside a choice it runs while one reads on
        return 40 + wait + 10 * len(self.options)

    def progress(self, answer: Answer) -> tuple[int, int]:
        return int(self.is_over(answer)), 1

    def describe(self, answer: Answer) -> list[tuple[str, str]]:
        over = {"ended": self.t("ran until its end"), "stopped": self.t("stopped by the reader")}
        rows = [(self.t("Read"), self.versions[answer["version"]])] if answer["version"] else []
        if answer.get("timer"):
            rows.append((self.t("Timer"), over[answer["timer"]]))
        return rows + [(self.t("Chosen"), self.options[option]) for option in answer.get("chosen", ())]

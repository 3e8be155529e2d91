"""Choose: pick one option or several, and say how sure you are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from course.answers import Answers, Reader
from course.exercise import Answer, ExerciseError, Reaction, Score
from course.kinds.afterwards import Afterwards
from course.kinds.earlier import Continued
from course.result import Item, Verdict

CONFIDENCE = ("guess", "think", "sure")


@dataclass(eq=False, kw_only=True)
class Choose(Continued):
    """Pick from `options` ({id: text}). With `earlier` an earlier choice from the same options stands beside it.

    Args:
        many: several options may be right.
        confidence: also ask how sure the participant is; never of a prediction, where nothing would be said to it.
        deduct: each wrong option costs what a right one earns (only with `many`).
        key: the ids of the right options.
        then: the id of a figure. The choice is then a prediction, and the figure appears once the participant
            has committed to it.
        about: the id of the number in the evidence that the options are guesses at, if that is what they are.
        at: {option: that number, in the unit of the figure}; the figure then has a mark there.
    """

    options: Mapping[str, str]
    many: bool = False
    confidence: bool = True
    deduct: bool = False
    then: str = ""
    about: str = ""
    at: Mapping[str, float] = field(default_factory=dict)

    kind: ClassVar[str] = "choose"
    browser_fields: ClassVar[tuple[str, ...]] = ("options", "many")

    def verify(self) -> None:
        if len(self.options) < 2:
            raise ExerciseError(f"{self.id}: give at least two options")
        self.require(self.at, self.options, "at names")

    def content(self) -> dict[str, Any]:
        return {
            **super().content(),
            "confidence": self.confidence and not self.is_prediction,
            "guesses": bool(self.then),
        }

    def verify_key(self, key: Any) -> None:
        if isinstance(key, str) or not key:
            raise ExerciseError(f"{self.id}: the key is a list of option ids")
        self.require(key, self.options, "key names")
        if not self.many and len(list(key)) > 1:
            raise ExerciseError(f"{self.id}: several right options need many=True")

    def parts(self) -> Mapping[str, str]:
        return self.options

    def clean(self, raw: Any, reader: Reader) -> Answer:
        fields = reader.mapping(raw)
        chosen = [c for c in reader.items(fields.get("chosen")) if reader.known(c, self.options)]
        chosen = list(dict.fromkeys(chosen))
        answer: Answer = {
            "chosen": chosen if self.many else chosen[:1],
            "confidence": reader.known(fields.get("confidence"), CONFIDENCE),
        }
        if self.is_prediction:
            answer["committed"] = fields.get("committed") is True
        return answer

    def score(self, answer: Answer, key: Any, reasons: Mapping[str, str]) -> Score:
        chosen, right = answer["chosen"], list(key or ())
        items = [self._item(option, option in right, reasons) for option in chosen]
        items += [self._missed(o, reasons) for o in right if o not in chosen and self.many]
        hits = sum(option in right for option in chosen)
        slips = len(chosen) - hits if self.deduct else 0
        return max(0, hits - slips) / max(1, len(right)), items

    def _item(self, option: str, right: bool, reasons: Mapping[str, str]) -> Item:
        verdict: Verdict = "right" if right else "wrong"
        return Item(option, self.options[option], verdict, reasons.get(option, ""))

    def spared(self, answer: Answer) -> Iterable[Item]:
        for option in self.options:
            if option not in answer["chosen"] and option not in self.key:
                yield Item(option, self.options[option], "left", self.reasons.get(option, ""))
            elif option not in answer["chosen"] and not self.many:
                yield self._missed(option, self.reasons)

    def _missed(self, option: str, reasons: Mapping[str, str]) -> Item:
        return Item(option, self.options[option], "missed", reasons.get(option, ""))

    @property
    def is_prediction(self) -> bool:
        return bool(self.then or (self.after and self.key is None))

    def told(self, answer: Answer) -> str:
        return super().told(answer) if self.then else self.t("Read on below.")

    def react(self, answer: Answer, answers: Answers) -> Reaction:
        earlier = self.found_earlier(answers)
        if not answer.get("committed"):
            return Reaction(earlier)
        from course.evidence import figure  # late: the studies are read when one is shown

        shown = None
        if self.then:
            chosen = answer["chosen"]
            number = self.at.get(chosen[0]) if len(chosen) == 1 else None
            words = [self.options[option] for option in chosen]
            shown = figure(self.then, self.language).predicted(self.about, number, words)
        return Reaction(earlier, below=Afterwards(shown, self.after))

    def recalled(self, answer: Mapping[str, Any]) -> str:
        return "\n".join(self.options[option] for option in self.clean(answer, Reader())["chosen"])

    def seconds(self) -> int:
        return 30 + 10 * len(self.options)

    def progress(self, answer: Answer) -> tuple[int, int]:
        return (1 if answer["chosen"] else 0), 1

    def describe(self, answer: Answer) -> list[tuple[str, str]]:
        rows = [(self.t("Chosen"), self.options[option]) for option in answer["chosen"]]
        return [*rows, (self.t("How sure"), sure)] if (sure := self.sureness(answer)) else rows

    def sureness(self, answer: Answer) -> str:
        words = {"guess": self.t("A guess"), "think": self.t("I think so"), "sure": self.t("Certain")}
        return words.get(answer["confidence"], "")

    def model(self, key: Any) -> Answer | None:
        return {"chosen": list(key), "confidence": "sure"}

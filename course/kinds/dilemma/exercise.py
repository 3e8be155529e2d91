"""Dilemma: choose, say why, see what it does to everyone, and choose again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import Any, ClassVar

from course.answers import Reader
from course.exercise import Answer, Exercise, ExerciseError, Score, count_words, per_part
from course.i18n import Message
from course.material import tree
from course.result import Item, Verdict

START = "start"


def round_trip(leads_to: Mapping[str, Iterable[str]]) -> list[str]:
    """Scenes that lead back to the first of them, as far as round again; empty when there are none."""
    try:
        TopologicalSorter(leads_to).prepare()
    except CycleError as error:
        return list(reversed(error.args[1]))  # told from what is led to, back to what leads there
    return []


@dataclass(eq=False, kw_only=True)
class Dilemma(Exercise):
    """A branching case. The opinion is never scored; reaching an outcome and giving motives is.

    Args:
        scenes: {id: {"text", "choices": {id: {"text", "consequences": {party: text}, "next": scene}}}}. The case begins
            in the scene ``start``. Several choices may lead to a scene, but none leads back. A choice without a
            ``next`` ends the case; it may have an ``ending``, a text on how that went. A scene may have
            "material" to look at.
        rule: {"text", "basis", "date"}, shown before the second choice.
        min_words: words from which a motive counts as given; with 0 nobody is asked for one, as in a talk.
    """

    scenes: Mapping[str, Any]
    rule: Mapping[str, str]
    min_words: int = 10

    kind: ClassVar[str] = "dilemma"
    browser_fields: ClassVar[tuple[str, ...]] = ("scenes", "rule", "min_words")

    def verify(self) -> None:
        if START not in self.scenes:
            raise ExerciseError(f"{self.id}: there is no scene 'start'")
        for name, scene in self.scenes.items():
            if len(scene.get("choices", {})) < 2:
                raise ExerciseError(f"{self.id}: scene {name} needs at least two choices")
            for choice in scene["choices"].values():
                self.require([n for n in [choice.get("next")] if n], self.scenes, f"scene {name} leads to")
        if loop := round_trip(self.leads_to()):
            raise ExerciseError(f"{self.id}: the scenes go round: {' → '.join(loop)}")
        self.require(self.rule, ("text", "basis", "date"), "rule has")
        for scene in self.scenes.values():
            if "material" in scene:
                tree(scene["material"], self.t)  # as `material` itself

    def content(self) -> dict[str, Any]:
        drawn = {
            name: {**scene, "material": tree(scene["material"], self.t)} if "material" in scene else scene
            for name, scene in self.scenes.items()
        }
        return {**super().content(), "scenes": drawn}

    def leads_to(self) -> dict[str, list[str]]:
        """The scenes that the choices of each scene lead to."""
        return {
            name: [choice["next"] for choice in scene["choices"].values() if choice.get("next")]
            for name, scene in self.scenes.items()
        }

    def clean(self, raw: Any, reader: Reader) -> Answer:
        fields = reader.mapping(raw)
        steps: list[dict[str, str]] = []
        scene: str | None = START
        # Only a path that really leads from choice to choice is an answer.
        for entry in reader.items(fields.get("steps")):
            step = reader.mapping(entry)
            if scene is None or step.get("scene") != scene:
                reader.refuse(
                    Message("The steps of this answer do not follow each other; the rest was left out.")
                )
                break
            choice = reader.known(step.get("choice"), self.scenes[scene]["choices"])
            if choice is None:
                break
            steps.append({"scene": scene, "choice": choice, "motive": reader.text(step.get("motive"))})
            scene = self.scenes[scene]["choices"][choice].get("next")
        again = None
        if fields.get("again") is not None and steps and scene is None:
            second = reader.mapping(fields["again"])
            choice = reader.known(second.get("choice"), self.scenes[START]["choices"])
            if choice:
                again = {"choice": choice, "motive": reader.text(second.get("motive"))}
        if scene is None and steps and not again:
            scene = START
        return {"steps": steps, "again": again, **self._draft(fields.get("draft"), scene, reader)}

    def _draft(self, raw: Any, scene: str | None, reader: Reader) -> Answer:
        """What is filled in where the participant stands, and has not gone on from: it is kept too."""
        fields = reader.mapping(raw)
        if scene is None:
            return {}
        choice = reader.known(fields.get("choice"), self.scenes[scene]["choices"])
        motive = reader.text(fields.get("motive"))
        return {"draft": {"choice": choice, "motive": motive}} if choice or motive else {}

    def is_finished(self, answer: Answer) -> bool:
        """Whether the last choice leads nowhere further."""
        if not answer["steps"]:
            return False
        last = answer["steps"][-1]
        return not self.scenes[last["scene"]]["choices"][last["choice"]].get("next")

    def score(self, answer: Answer, key: Any, reasons: Mapping[str, str]) -> Score:
        finished = self.is_finished(answer)
        parts = [self._stage("outcome", self.t("An outcome reached"), finished)]
        for number, step in enumerate(answer["steps"], start=1):
            label = self.t("Motive for choice {n}").format(n=number)
            if self.min_words:
                parts.append(self._motive(f"motive-{number}", label, step["motive"]))
        parts.append(self._stage("again", self.t("A second choice after the rule"), bool(answer["again"])))
        if answer["again"] and self.min_words:
            parts.append(
                self._motive(
                    "motive-again", self.t("Motive for the second choice"), answer["again"]["motive"]
                )
            )
        return per_part(parts)

    def _stage(self, name: str, label: str, reached: bool) -> tuple[Item, float]:
        if reached:
            return Item(name, label, "right", self.t("You went through the case.")), 1
        return Item(name, label, "open", self.t("Carry on: the case is not finished yet.")), 0

    def _motive(self, name: str, label: str, motive: str) -> tuple[Item, float]:
        count = count_words(motive)
        if count >= self.min_words:
            return Item(name, label, "right", self.t("You say why. Which choice it is does not count.")), 1
        verdict: Verdict = "partial" if count else "open"
        reason = self.t("{n} of at least {least} words.").format(n=count, least=self.min_words)
        return Item(name, label, verdict, reason), count / self.min_words

    def seconds(self) -> int:
        return 360

    def progress(self, answer: Answer) -> tuple[int, int]:
        done = len(answer["steps"]) + bool(answer["again"])
        return done, done if self.is_finished(answer) and answer["again"] else done + 1

    def describe(self, answer: Answer) -> list[tuple[str, str]]:
        rows = []
        for number, step in enumerate(answer["steps"], start=1):
            choice = self.scenes[step["scene"]]["choices"][step["choice"]]["text"]
            rows.append((self.t("Choice {n}").format(n=number), f"{choice}\n{step['motive']}".strip()))
        if answer["again"]:
            choice = self.scenes[START]["choices"][answer["again"]["choice"]]["text"]
            rows.append((self.t("Second choice"), f"{choice}\n{answer['again']['motive']}".strip()))
        if draft := answer.get("draft"):
            chosen = self._choices_now(answer)[draft["choice"]]["text"] if draft["choice"] else ""
            rows.append((self.t("Not gone on from yet"), f"{chosen}\n{draft['motive']}".strip()))
        return rows

    def _choices_now(self, answer: Answer) -> Mapping[str, Any]:
        """The choices where the participant stands; at the end, those of the beginning again."""
        scene = START
        for step in answer["steps"]:
            scene = self.scenes[step["scene"]]["choices"][step["choice"]].get("next") or START
        return self.scenes[scene]["choices"]

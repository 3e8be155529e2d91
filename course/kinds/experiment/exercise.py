"""Experiment: predict what a simulation does, run it, and say what follows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from course.answers import Answers, Reader
from course.exercise import Answer, Exercise, ExerciseError, Reaction, Score
from course.result import Item

from .models import NAMES, simulation

if TYPE_CHECKING:  # simulations and charts are read when an experiment is made or shown
    from .outcome import Shown
    from .simulation import Setting, Simulation

MOST_ROUNDS, MOST_WAYS = 10, 6
"""How often one way of setting can be done, and how many ways are kept: a grader counts them all anew."""
LAST_SEED = 2**31 - 1


@dataclass(eq=False, kw_only=True)
class Experiment(Exercise):
    """Predict, run a simulation, and choose what follows from `options` ({id: text}).

    The prediction comes before the first round, which is done as the author set the simulation. After that the
    settings are free.

    Args:
        simulation: its name, that of a file in ``models``.
        start: {setting: value} where it should stand elsewhere than at the simulation's own start.
        controls: the settings that can be changed; all of them when left out.
        key: the ids of the conclusions that hold.
    """

    simulation: str
    options: Mapping[str, str]
    start: Mapping[str, int] = field(default_factory=dict)
    controls: Sequence[str] = ()

    kind: ClassVar[str] = "experiment"
    browser_fields: ClassVar[tuple[str, ...]] = ("options",)

    @property
    def lab(self) -> Simulation:
        """The simulation itself."""
        return simulation(self.simulation)

    @cached_property
    def at_first(self) -> dict[str, int]:
        """How every setting stands at the start."""
        return {one.id: self.start.get(one.id, one.start) for one in self.lab.settings}

    @property
    def free(self) -> list[Setting]:
        """The settings that can be changed."""
        return [one for one in self.lab.settings if not self.controls or one.id in self.controls]

    def verify(self) -> None:
        if self.simulation not in NAMES:
            raise ExerciseError(f"{self.id}: there is no simulation {self.simulation!r}; {', '.join(NAMES)}")
        if len(self.options) < 2:
            raise ExerciseError(f"{self.id}: give at least two conclusions")
        known = {one.id: one for one in self.lab.settings}
        self.require([*self.start, *self.controls], known, "it sets")
        for name, value in self.start.items():
            if not known[name].low <= value <= known[name].high:
                raise ExerciseError(f"{self.id}: {name} goes from {known[name].low} to {known[name].high}")

    def verify_key(self, key: Any) -> None:
        if isinstance(key, str) or not key:
            raise ExerciseError(f"{self.id}: the key is a list of conclusion ids")
        self.require(key, self.options, "key names")

    def parts(self) -> Mapping[str, str]:
        return self.options

    def content(self) -> dict[str, Any]:
        lab, t = self.lab, self.t
        return {
            **super().content(),
            "language": self.language,
            "limits": {"rounds": MOST_ROUNDS, "ways": MOST_WAYS, "seed": LAST_SEED},
            "guess": {
                "label": t(lab.outcomes[0].label), "axis": t(lab.axis), "low": lab.guess[0], "high": lab.guess[1],
                "unit": lab.unit,
            },
            "settings": [
                {**vars(one), "label": t(one.label), "start": self.at_first[one.id], "free": one in self.free}
                for one in lab.settings
            ],
            "about": {
                "round": t(lab.round), "assumes": list(map(t, lab.assumes)),
                "leaves_out": list(map(t, lab.leaves_out)), "sources": _sources(lab),
            },
        }  # fmt: skip

    def clean(self, raw: Any, reader: Reader) -> Answer:
        fields = reader.mapping(raw)
        guess = reader.whole(fields.get("guess"), *self.lab.guess)
        tried: list[Answer] = []
        for one in reader.items(fields.get("tried"))[:MOST_WAYS]:
            way = reader.mapping(one)
            settings = self._settings(way.get("settings"), reader)
            rounds = reader.whole(way.get("rounds"), 1, MOST_ROUNDS)
            if rounds and settings not in [other["settings"] for other in tried]:
                tried.append({"settings": settings, "rounds": rounds})
        return {
            "guess": guess,
            "seed": reader.whole(fields.get("seed"), 0, LAST_SEED),
            "settings": self._settings(fields.get("settings"), reader),
            "tried": [] if guess is None else tried,  # the prediction comes first
            "conclusion": reader.known(fields.get("conclusion"), self.options),
        }

    def _settings(self, raw: Any, reader: Reader) -> dict[str, int]:
        given = reader.mapping(raw)
        settings = dict(self.at_first)
        for one in self.free:
            value = reader.whole(given.get(one.id), one.low, one.high)
            settings[one.id] = settings[one.id] if value is None else value
        return settings

    def score(self, answer: Answer, key: Any, reasons: Mapping[str, str]) -> Score:
        if not answer["tried"]:
            told = self.t("Record a prediction and do a round first.")
            return 0, [Item("tried", self.t("The experiment"), "open", told)]
        chosen = answer["conclusion"]
        if chosen is None:
            return 0, [Item("conclusion", self.t("Conclusion"), "open", self.t("Not chosen yet."))]
        right = chosen in (key or ())
        item = Item(chosen, self.options[chosen], "right" if right else "wrong", reasons.get(chosen, ""))
        return float(right), [item]

    def react(self, answer: Answer, answers: Answers) -> Reaction:
        return Reaction(self._shown(answer).reaction(answer["settings"]) if answer["tried"] else {})

    def _shown(self, answer: Answer) -> Shown:
        from .outcome import Shown

        return Shown(self.simulation, self.at_first, answer, self.t)

    def seconds(self) -> int:
        return 240

    def progress(self, answer: Answer) -> tuple[int, int]:
        return sum([answer["guess"] is not None, bool(answer["tried"]), answer["conclusion"] is not None]), 3

    def describe(self, answer: Answer) -> list[tuple[str, str]]:
        from course.evidence.printing import unit_text

        rows = []
        if answer["guess"] is not None:
            guess = unit_text(self.lab.unit, answer["guess"], self.language)
            rows.append((self.t("Prediction"), f"{self.t(self.lab.outcomes[0].label)}: {guess}"))
        if answer["tried"]:
            shown = self._shown(answer)
            rows += [(shown.heading(at), shown.told(at)) for at in range(len(answer["tried"]))]
        if answer["conclusion"] is not None:
            rows.append((self.t("Conclusion"), self.options[answer["conclusion"]]))
        return rows

    def model(self, key: Any) -> Answer | None:
        return {
            "guess": self.lab.guess[0],
            "seed": 0,
            "settings": dict(self.at_first),
            "tried": [{"settings": dict(self.at_first), "rounds": 1}],
            "conclusion": next(iter(key)),
        }


def _sources(lab: Simulation) -> list[dict[str, str]]:
    """The studies that a simulation builds on, with where to find them."""
    from course.evidence.printing import short_source  # late: the studies are read when one is shown
    from course.evidence.reading import evidence

    found = [evidence().sources[id] for id in lab.sources]
    return [{"text": f"{short_source(one)}. {one.title}", "link": one.link or ""} for one in found]

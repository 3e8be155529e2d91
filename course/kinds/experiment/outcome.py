"""What came out of the rounds in an answer: counted anew from the seed, drawn, and told in words.

An answer holds what was set and how many rounds were done, never what came out. The same seed gives the same rounds,
so a page that is loaded again shows what it showed.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache, reduce
from operator import add
from random import Random
from typing import Any

from course.evidence.charts import Chart
from course.evidence.charts.bars import Bars
from course.evidence.charts.chart import NARROW, WIDE
from course.evidence.model import Certainty, FigureData, Value
from course.evidence.numbers import exact
from course.evidence.printing import interval_text, unit_text
from course.i18n import Message, Translator

from .models import simulation
from .simulation import Settings, Tally

DIGITS = 1
LEAST = 2
"""Cases from which on an outcome has an interval, and is shown."""


@lru_cache(maxsize=512)
def _round(name: str, settings: tuple[tuple[str, int], ...], seed: int, number: int) -> Mapping[str, Tally]:
    chance = Random(f"{name} {settings} {seed} {number}")  # noqa: S311
    return simulation(name).run(dict(settings), chance)


def tallies(name: str, settings: Settings, seed: int, rounds: int) -> dict[str, Tally]:
    """What some rounds of the simulation `name` come to, for each outcome."""
    done = [_round(name, tuple(sorted(settings.items())), seed, number) for number in range(rounds)]
    return {
        one.id: reduce(add, (each[one.id] for each in done), Tally()) for one in simulation(name).outcomes
    }


class Shown:
    """The rounds of an answer, for a reader.

    Args:
        name: of the simulation.
        start: the settings that the prediction is about.
        answer: clean, with at least one round.
        t: the reader's translator.
    """

    def __init__(self, name: str, start: Settings, answer: Mapping[str, Any], t: Translator) -> None:
        self.model, self.start, self.t = simulation(name), start, t
        self.guess: int | None = answer["guess"]
        self.tried = answer["tried"]
        counted = [tallies(name, one["settings"], answer["seed"] or 0, one["rounds"]) for one in self.tried]
        self.values = [
            [self._value(f"{at}-{id}", tally) for id, tally in each.items() if tally.n >= LEAST]
            for at, each in enumerate(counted)
        ]

    def _value(self, id: str, tally: Tally) -> Value:
        found, low, high = (exact(x, DIGITS) for x in self.model.estimate(tally))
        # The axis says what a mean is of, so that its numbers can stand bare.
        unit = "percent" if self.model.unit == "percent" else "mean"
        return Value(
            id=id, mark=Certainty.CALC, unit=unit, number=found, sources=(), digits=DIGITS,
            n=tally.n, low=Decimal(low), high=Decimal(high), computed=True,
        )  # fmt: skip

    def _label(self, value: Value) -> str:
        id = value.id.partition("-")[2]
        return self.t(next(one.label for one in self.model.outcomes if one.id == id))

    def heading(self, at: int) -> str:
        """How the simulation stood in the rounds at this place of the list, and how many there were."""
        one = self.tried[at]
        other = [
            f"{self.t(setting.label)}: {self._set(setting.unit, one['settings'][setting.id])}"
            for setting in self.model.settings
            if one["settings"][setting.id] != self.start[setting.id]
        ]
        rounds = self.t(Message.plural("{n} round", "{n} rounds", one["rounds"]))
        how = "; ".join(other) or self.t("As it stood at first")
        return f"{how} ({rounds})"

    def _set(self, unit: str, value: int) -> str:
        return unit_text(unit, value, self.t.language)

    def chart(self) -> Chart:
        """Bars with intervals, a panel for each way the simulation was set, the newest one first."""
        panels = [at for at in reversed(range(len(self.values))) if self.values[at]]
        values = {value.id: value for at in panels for value in self.values[at]}
        fields = {
            "panels": [[value.id for value in self.values[at]] for at in panels],
            "base": [],
            "predicted": len(panels) - 1,
        }
        words = {
            "axes": [self.t(self.model.axis)] * len(panels),
            "headings": [self.heading(at) for at in panels],
            "labels": {id: self._label(value) for id, value in values.items()},
        }
        return Bars(FigureData("", "bars", fields, values, None, (), {}), self.t, words)

    def told(self, at: int) -> str:
        """The outcomes at this place of the list, in words."""
        found = "; ".join(
            self.t(
                Message(
                    "{outcome}: {x} (95% interval {span}; n = {n})",
                    outcome=self._label(value),
                    x=unit_text(self.model.unit, value.found, self.t.language, DIGITS),
                    span=interval_text(value, self.t.language),
                    n=unit_text("count", value.n or 0, self.t.language),
                )
            )
            for value in self.values[at]
        )
        return found or self.t("Too little to say anything yet: do another round")

    def summary(self) -> str:
        """The newest way the simulation was set, and what came out."""
        at = len(self.tried) - 1
        return f"{self.heading(at)}. {self.told(at)}."

    def verdict(self) -> str:
        """The prediction beside what came out, as the simulation stood at first."""
        predicted = self.model.outcomes[0].id
        found = next((value.found for value in self.values[0] if value.id == f"0-{predicted}"), None)
        if found is None or self.guess is None:
            return self.t("Too little to say anything yet: do another round")
        language, unit = self.t.language, self.model.unit
        return self.t(
            Message(
                "You predicted {guess}; it became {found}.",
                guess=unit_text(unit, self.guess, language),
                found=unit_text(unit, found, language, DIGITS),
            )
        )

    def line(self, settings: Settings) -> str:
        """The sentence that the settings write; empty when the simulation has none."""
        if self.model.line is None:
            return ""
        return self.t(Message(self.model.line.text, **settings))

    def reaction(self, settings: Settings) -> dict[str, Any]:
        """What the browser shows, as JSON."""
        chart, title = self.chart(), self.t(self.model.axis)
        if not any(self.values):
            return {"summary": self.summary(), "verdict": self.verdict()}
        guess = float(self.guess) if self.guess is not None and self.values[0] else None
        names = {NARROW: "ov-chart-narrow", WIDE: "ov-chart-wide"}
        table = chart.table()
        return {
            "charts": [chart.svg(width, title, self.summary(), guess, name) for width, name in names.items()],
            "summary": self.summary(),
            "verdict": self.verdict(),
            "line": self.line(settings),
            "columns": list(table.columns),
            "rows": [list(row) for row in table.rows],
        }

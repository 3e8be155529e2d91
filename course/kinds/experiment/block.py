"""How an author writes an Experiment: a simulation, how it stands, and conclusions with the reason for each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from pydantic import Field

from course.authoring.block import Block, Fields, Id, Problem, Text, texts, unknown, wrong_names
from course.i18n import Message
from course.kinds.experiment.exercise import Experiment
from course.kinds.experiment.models import NAMES, simulation


class Conclusion(Fields):
    """What might follow, and why it does or does not."""

    text: Text
    right: bool = False
    why: Text


class ExperimentBlock(Block):
    """A simulation to predict, to run and to draw a conclusion from."""

    exercise: ClassVar = Experiment

    simulation: str
    options: Annotated[dict[Id, Conclusion], Field(min_length=2)]
    start: dict[Id, int] = {}
    controls: list[Id] = []

    def content(self) -> dict[str, Any]:
        return {
            "simulation": self.simulation,
            "options": texts(self.options),
            "start": dict(self.start),
            "controls": list(self.controls),
        }

    def key(self) -> Any:
        return [name for name, option in self.options.items() if option.right] or None

    def reasons(self) -> dict[str, str]:
        return texts(self.options, "why")

    def problems(self) -> Iterator[Problem]:
        if self.simulation not in NAMES:
            yield ("simulation",), unknown(self.simulation, NAMES)
            return
        known = {one.id: one for one in simulation(self.simulation).settings}
        yield from wrong_names(("controls",), self.controls, known)
        for name, value in self.start.items():
            if name not in known:
                yield ("start", name), unknown(name, known)
            elif not known[name].low <= value <= known[name].high:
                low, high = known[name].low, known[name].high
                yield (
                    ("start", name),
                    Message("{name} goes from {low} to {high}.", name=name, low=low, high=high),
                )
        if not self.key():
            yield ("options",), Message("No conclusion is right. Say right: true at one that holds.")

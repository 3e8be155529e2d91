"""How an author writes a Dilemma: scenes with choices, the rule, and a model answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from pydantic import Field

from course.authoring.block import Block, Count, Fields, Id, Problem, Text, wrong_names
from course.authoring.material import Material
from course.exercise import Answer
from course.i18n import Message
from course.kinds.dilemma.exercise import START, Dilemma, round_trip


class Consequence(Fields):
    """What a choice does to one party."""

    for_: Text
    text: Text


class Choice(Fields):
    """A choice, what it does to everyone, and the scene it leads to; without one the case ends here."""

    text: Text
    consequences: list[Consequence] = []
    next: str | None = None
    ending: Text | None = None


class Scene(Fields):
    """A situation with its choices."""

    text: Text
    material: Material | None = None
    choices: Annotated[dict[Id, Choice], Field(min_length=2)]


class Rule(Fields):
    """What law and decency say, on what basis, and when that was checked."""

    text: Text
    basis: Text
    date: Text


class Step(Fields):
    """A choice made in a scene, and why."""

    scene: str
    choice: str
    motive: Text


class Again(Fields):
    """The second choice, and why."""

    choice: str
    motive: Text


class DilemmaModel(Fields):
    """A model answer."""

    steps: list[Step]
    again: Again


class DilemmaBlock(Block):
    """A branching case."""

    exercise: ClassVar = Dilemma

    scenes: dict[Id, Scene]
    rule: Rule
    min_words: Count = 10
    written: DilemmaModel | None = Field(default=None, alias="model")

    def content(self) -> dict[str, Any]:
        return {
            "scenes": {name: _scene(scene) for name, scene in self.scenes.items()},
            "rule": self.rule.model_dump(),
            "min_words": self.min_words,
        }

    def model(self) -> Answer | None:
        return self.written.model_dump() if self.written else None

    def problems(self) -> Iterator[Problem]:
        if START not in self.scenes:
            yield (
                ("scenes",),
                Message("The case has no beginning. Call its first scene {start}.", start=START),
            )
        reached = {START}
        for name, scene in self.scenes.items():
            if scene.material:
                yield from scene.material.problems(("scenes", name, "material"))
            for choice, option in scene.choices.items():
                place = ("scenes", name, "choices", choice)
                parties = [one.for_ for one in option.consequences]
                yield from wrong_names((*place, "consequences"), parties, parties)
                if option.next and option.ending:
                    told = Message("Here the case goes on and ends. Take out next, or take out ending.")
                    yield place, told
                if option.next:
                    reached.add(option.next)
                    yield from wrong_names((*place, "next"), [option.next], self.scenes)
        for name in self.scenes:
            if name not in reached:
                yield ("scenes", name), Message("No choice leads to this scene. Name it in next: …")
        if loop := round_trip(
            {
                name: [option.next for option in scene.choices.values() if option.next]
                for name, scene in self.scenes.items()
            }
        ):
            told = Message("These scenes go round: {scenes}. A case has an end.", scenes=" → ".join(loop))
            yield ("scenes", loop[0]), told


def _scene(scene: Scene) -> dict[str, Any]:
    return {
        "text": scene.text,
        **({"material": scene.material.given()} if scene.material else {}),
        "choices": {
            name: {
                "text": choice.text,
                "consequences": {one.for_: one.text for one in choice.consequences},
                **({"next": choice.next} if choice.next else {}),
                **({"ending": choice.ending} if choice.ending else {}),
            }
            for name, choice in scene.choices.items()
        },
    }

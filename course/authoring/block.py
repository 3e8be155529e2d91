"""What an author may write in a block: the fields that all kinds share, and what a kind's own ``block.py`` is made of.

A block is a pydantic model, so that its fields read as a table: name, type, and whether it may be left out. A field
of type `Text` is for the reader and is translated; everything else is the same in every language.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, Field, PlainValidator
from pydantic_core import PydanticCustomError

from course.answers.record import ID
from course.authoring.fields import Fields, Problem, Text
from course.authoring.material import Material
from course.authoring.yaml import Place
from course.exercise import Answer, Exercise
from course.i18n import Message

ROW = re.compile(r"S\d{1,2}")


def _id(value: str) -> str:
    if not ID.fullmatch(value):
        raise PydanticCustomError("id", "id")
    return value


def _places(value: Any) -> tuple[str, ...]:
    every = value if isinstance(value, list) else [value]
    if not every or not all(isinstance(one, str) for one in every):
        raise PydanticCustomError("places", "places")
    return tuple(every)


def _any_places(value: Any) -> tuple[str, ...]:
    return () if value == [] else _places(value)


Id = Annotated[str, AfterValidator(_id)]
Places = Annotated[tuple[str, ...], PlainValidator(_places)]
"""One id or a list of ids: all of them are right."""
AnyPlaces = Annotated[tuple[str, ...], PlainValidator(_any_places)]
"""As `Places`, and an empty list for what is right nowhere."""
Points = Annotated[float, Field(ge=0, le=100, strict=False)]
Count = Annotated[int, Field(ge=0, le=10_000)]


class Line(Fields):
    """One line of a rubric: how many points, and what for."""

    points: Points
    text: Text


class ByHand(Fields):
    """The part that a person marks: an introduction and a rubric, whose points make the total."""

    intro: Text
    rubric: Annotated[list[Line], Field(min_length=1)]

    @property
    def points(self) -> float:
        """What the whole is worth."""
        return sum(line.points for line in self.rubric)


class Block(Fields):
    """The fields of every exercise."""

    exercise: ClassVar[type[Exercise]]
    """The kind that this block makes."""
    is_scored: ClassVar[bool] = True
    """Whether answers can be marked automatically."""
    names_pages: ClassVar[bool] = False
    """Whether it also links to the lessons whose answers it shows."""
    is_recorded: ClassVar[bool] = False
    """Whether an answer without a key can be recorded, as a prediction is."""

    question: Text
    hint: Text | None = None
    goal: Id | None = None
    rows: list[str] = []
    points: Points | None = None
    by_hand: ByHand | None = None
    material: Material | None = None
    after: Text | None = None
    """What there is to read once the participant has committed."""
    mix_ups: dict[Id, Id] = {}
    """{place: what it is mixed up with} by who knows half of it: tests try whether points tell such people apart."""

    # What a kind fills in -------------------------------------------------------------------------

    def content(self) -> dict[str, Any]:
        """The fields of the exercise, without its key."""
        raise NotImplementedError

    def key(self) -> Any:
        """The right answer; None for a kind that has none."""
        return None

    def reasons(self) -> dict[str, str]:
        """Why, for each part of the key."""
        return {}

    def model(self) -> Answer | None:
        """The model answer that the author wrote; None when it follows from the key."""
        return None

    def places(self) -> Collection[str]:
        """The ids that can be mixed up: where a part of the key can stand."""
        return ()

    def mistaken(self, mix_ups: Mapping[str, str]) -> Any:
        """The key as somebody holds it who makes these `mix_ups`; where several places are right, one stays so."""
        return {
            name: mix_ups.get(place, place) if isinstance(place, str) else place
            for name, place in self.key().items()
        }

    def figures(self) -> list[str]:
        """The figures of the evidence that it shows."""
        return []

    def goes_on_from(self) -> Sequence[str]:
        """The exercises of which it shows the earlier answer, the newest last."""
        return ()

    def tests(self) -> Mapping[str, str]:
        """The assignments whose questions, keys and all, it shows when they are done: {field: name of the text}."""
        return {}

    def model_text(self) -> str:
        """The model answer as a reader sees it in a lesson."""
        return ""

    def numbers(self) -> list[str]:
        """The numbers of the evidence that it tells."""
        return []

    def problems(self) -> Iterator[Problem]:
        """What is wrong between fields, such as a place that does not exist."""
        yield from ()

    def structure(self) -> Any:
        """What a translation may not change although it stands in a text."""
        return None

    # What all kinds share -------------------------------------------------------------------------

    def all_problems(self) -> Iterator[Problem]:
        """Everything that is wrong between fields, in a kind's own ones and in the shared ones."""
        yield from self.problems()
        if self.material:
            yield from self.material.problems(("material",), around=self.exercise.within)
        yield from wrong_names(("mix-ups",), [*self.mix_ups], self.places())
        for place, other in self.mix_ups.items():
            yield from wrong_names(("mix-ups", place), [other], self.places())
        for at, row in enumerate(self.rows):
            if not ROW.fullmatch(row):
                yield ("rows", at), Message("{row} is no row of the syllabus, such as S3.", row=row)
        if self.after and (self.points or not (self.is_recorded or self.key())):
            yield (
                ("after",),
                Message("Leave out after: it is read where an answer in a lesson was checked or recorded."),
            )
        if self.points and not self.is_scored:
            yield (
                ("points",),
                Message("Nothing here is marked automatically. Put the points in by-hand, with a rubric."),
            )
        if self.points and self.is_scored and self.key() is None and type(self).key is not Block.key:
            yield (
                ("points",),
                Message("Without a right place for each part there is nothing to give points for."),
            )


def unknown(name: str, known: Collection[str]) -> Message:
    """A message about a `name` that does not exist, with those that do."""
    near = get_close_matches(name, known, n=1)
    if near:
        return Message("There is no {name} here. Did you mean {near}?", name=name, near=near[0])
    return Message("There is no {name} here. There is: {known}.", name=name, known=", ".join(known))


def bad_id(name: str) -> Message:
    """A message about a `name` that cannot be an id."""
    return Message(
        "{name} cannot be an id. Use lower-case letters, digits and hyphens, and begin with a letter.",
        name=name,
    )


def wrong_names(where: Place, names: Sequence[str], known: Collection[str]) -> Iterator[Problem]:
    """A problem for each of `names` that is not `known`, and for each that is there twice."""
    for name in names:
        if name not in known:
            yield where, unknown(name, known)
    for name, count in Counter(names).items():
        if count > 1:
            yield where, Message("{name} stands here twice. Give each its own name.", name=name)


def texts(parts: Mapping[str, Any], field: str = "text") -> dict[str, Any]:
    """One `field` of each of `parts`, by id."""
    return {name: getattr(part, field) for name, part in parts.items()}

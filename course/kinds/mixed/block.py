"""How an author writes a Mixed: labels, and fragments with what is at work in each and why."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Annotated, Any, ClassVar

from pydantic import Field

from course.authoring.block import Block, Fields, Id, Places, Problem, Text, wrong_names
from course.authoring.material import Material
from course.i18n import Message
from course.kinds.mixed.exercise import NONE, Mixed


class Label(Fields):
    """What can be at work, and what there is to see wherever it is."""

    text: Text
    why: Text


class Pair(Fields):
    """Two labels that one confuses, and how to tell them apart."""

    of: Places
    advice: Text


class Fragment(Fields):
    """Something to judge, as a plain text or as material. `fact` is what one knows besides.

    `is`, `may` and `not` give a reason for each label: at work, may be ticked too, and not at work though it seems so.
    """

    name: Text
    text: Text | None = None
    material: Material | None = None
    fact: Text | None = None
    is_: Annotated[dict[Id, Text], Field(min_length=1)]
    may: dict[Id, Text] = {}
    not_: dict[Id, Text] = {}
    honest: bool
    why: Text


class MixedBlock(Block):
    """Fragments to judge, a few at a time."""

    exercise: ClassVar = Mixed
    is_scored: ClassVar = False

    size: Annotated[int, Field(ge=1, le=50)] = 10
    labels: Annotated[dict[Id, Label], Field(min_length=2)]
    pairs: dict[Id, Pair] = {}
    fragments: Annotated[dict[Id, Fragment], Field(min_length=1)]

    def content(self) -> dict[str, Any]:
        return {
            "labels": {name: {"text": label.text, "why": label.why} for name, label in self.labels.items()},
            "fragments": {name: _given(fragment) for name, fragment in self.fragments.items()},
            "pairs": {
                name: {"of": list(pair.of), "advice": pair.advice} for name, pair in self.pairs.items()
            },
            "size": self.size,
        }

    def places(self) -> Collection[str]:
        return self.labels

    def problems(self) -> Iterator[Problem]:
        if self.by_hand:
            told = Message("This kind is for a lesson: the right answers stand in what is handed out.")
            yield ("by-hand",), told
        if NONE in self.labels:
            yield ("labels", NONE), Message("{name} is there by itself. Take it out.", name=NONE)
        for name, pair in self.pairs.items():
            yield from wrong_names(("pairs", name, "of"), pair.of, self.labels)
            if len(pair.of) != 2:
                yield ("pairs", name, "of"), Message("Name two labels here.")
        for name, fragment in self.fragments.items():
            yield from self._wrong_in(("fragments", name), fragment)

    def _wrong_in(self, place: tuple[str, ...], fragment: Fragment) -> Iterator[Problem]:
        if bool(fragment.text) == bool(fragment.material):
            yield (*place, "text"), Message("Give a text or material, and not both.")
        if fragment.material:
            yield from fragment.material.problems((*place, "material"))
        given = {"is": fragment.is_, "may": fragment.may, "not": fragment.not_}
        above: list[str] = []
        for field, reasons in given.items():
            allowed = [*self.labels, *([NONE] if field == "is" else [])]
            for label in reasons:
                twice = [label] if label in above else []
                yield from wrong_names((*place, field, label), [label, *twice], allowed)
            above += reasons
        if NONE in fragment.is_ and (len(fragment.is_) > 1 or fragment.may):
            yield (*place, "is"), Message("Where none is at work nothing else is.")


def _given(fragment: Fragment) -> dict[str, Any]:
    """The fields of a fragment, as the exercise takes them."""
    seen = {"material": fragment.material.given()} if fragment.material else {"text": fragment.text}
    fact = {"fact": fragment.fact} if fragment.fact else {}
    return {
        "name": fragment.name,
        **seen,
        **fact,
        "is": fragment.is_,
        "may": fragment.may,
        "not": fragment.not_,
        "honest": fragment.honest,
        "why": fragment.why,
    }

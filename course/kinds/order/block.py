"""How an author writes an Order: the steps as they belong, each with the reason for its place."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from hashlib import sha256
from typing import Annotated, Any, ClassVar

from pydantic import Field

from course.authoring.block import Block, Fields, Id, Text, texts
from course.kinds.order.exercise import Order


class Step(Fields):
    """A step, and why it stands where it stands."""

    text: Text
    why: Text


class OrderBlock(Block):
    """Steps in the right order. Participants get them in another one, that says nothing about it."""

    exercise: ClassVar = Order

    steps: Annotated[dict[Id, Step], Field(min_length=3)]

    def content(self) -> dict[str, Any]:
        shown = texts(self.steps)
        return {"steps": {name: shown[name] for name in mixed(list(self.steps))}}

    def places(self) -> Collection[str]:
        return self.steps

    def mistaken(self, mix_ups: Mapping[str, str]) -> Any:
        order = self.key()
        for step, other in mix_ups.items():
            at, to = order.index(step), order.index(other)
            order[at], order[to] = order[to], order[at]
        return order

    def key(self) -> Any:
        return list(self.steps)

    def reasons(self) -> dict[str, str]:
        return texts(self.steps, "why")


def mixed(names: list[str]) -> list[str]:
    """The `names` in an order that is always the same, and never the one that was given."""
    order = sorted(names, key=lambda name: sha256(name.encode()).digest())
    return order if order != names else [*order[1:], order[0]]

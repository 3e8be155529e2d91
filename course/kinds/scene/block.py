"""How an author writes a Scene: one text or two, what the reader may choose, and what it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Any, ClassVar

from pydantic import Field

from course.authoring.block import Block, Fields, Id, Places, Problem, Text, texts
from course.i18n import Message
from course.kinds.scene.exercise import Scene


class SceneText(Fields):
    """A version, or an option."""

    text: Text


class SceneBlock(Block):
    """Something that the page does to the reader, and then tells. `earlier` is a choice with the same option ids."""

    exercise: ClassVar = Scene
    is_scored: ClassVar = False

    versions: Annotated[dict[Id, SceneText], Field(min_length=1)]
    unmask: Text
    options: dict[Id, SceneText] = {}
    seconds: Annotated[int, Field(ge=5, le=300)] | None = None
    ended: Text | None = None
    earlier: Places = ()
    same: Text | None = None
    other: Text | None = None

    def content(self) -> dict[str, Any]:
        return {
            "versions": texts(self.versions),
            "unmask": self.unmask,
            "options": texts(self.options),
            "timer": self.seconds or 0,
            "ended": self.ended or "",
            "same": self.same or "",
            "other": self.other or "",
        }

    def goes_on_from(self) -> Sequence[str]:
        return self.earlier

    def problems(self) -> Iterator[Problem]:
        if len(self.versions) > 2:
            yield ("versions",), Message("Give one version or two.")
        if len(self.options) == 1:
            yield ("options",), Message("Give at least {n} here.", n=2)
        if bool(self.seconds) != bool(self.ended):
            yield ("seconds",), Message("A timer has seconds: …, and ended: … for what is said at its end.")
        told = (self.same, self.other)
        if self.earlier and not (self.options and all(told)):
            yield ("earlier",), Message("An earlier choice needs options: …, same: … and other: … here.")
        if any(told) and not self.earlier:
            yield ("earlier",), Message("Name the earlier choice that same: … and other: … are about.")

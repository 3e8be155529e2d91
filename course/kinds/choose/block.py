"""How an author writes a Choose: options, of which some are right."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Annotated, Any, ClassVar

from pydantic import Field

from course.authoring.block import Block, Fields, Id, Places, Problem, Text, texts
from course.i18n import Message
from course.kinds.choose.exercise import Choose


class Option(Fields):
    """An option; with a reason when some option is right, and `at` where it is a guess at a number."""

    text: Text
    right: bool = False
    why: Text | None = None
    at: int | float | None = None


class ChooseBlock(Block):
    """Options to choose from; `earlier` brings a first thought back.

    `then` makes it a prediction of a figure, and so does `after` where no option is right. Are the options guesses at a
    number, name it in `about` and say of each option where it is `at`: the figure has a mark there.
    """

    exercise: ClassVar = Choose
    is_recorded: ClassVar = True

    options: Annotated[dict[Id, Option], Field(min_length=2)]
    many: bool = False
    confidence: bool = True
    deduct: bool = False
    then: str | None = None
    about: str | None = None
    earlier: Places = ()

    def content(self) -> dict[str, Any]:
        return {
            "options": texts(self.options),
            "many": self.many,
            "confidence": self.confidence,
            "deduct": self.deduct,
            "then": self.then or "",
            "about": self.about or "",
            "at": {name: option.at for name, option in self.options.items() if option.at is not None},
        }

    def places(self) -> Collection[str]:
        return self.options

    def mistaken(self, mix_ups: Mapping[str, str]) -> Any:
        return list(dict.fromkeys(mix_ups.get(option, option) for option in self.key()))

    def key(self) -> Any:
        return [name for name, option in self.options.items() if option.right] or None

    def reasons(self) -> dict[str, str]:
        return {name: option.why for name, option in self.options.items() if option.why}

    def goes_on_from(self) -> Sequence[str]:
        return self.earlier

    def figures(self) -> list[str]:
        return [self.then] if self.then else []

    def numbers(self) -> list[str]:
        return [self.about] if self.about else []

    def problems(self) -> Iterator[Problem]:
        right = self.key() or []
        if self.about and not self.then:
            yield ("about",), Message("There is no figure to have a mark in: name it in then.")
        for name, option in self.options.items():
            if bool(self.about) != (option.at is not None):
                yield (
                    ("options", name),
                    Message("With about each option says its number in at, and without it none does."),
                )
        if len(right) > 1 and not self.many:
            yield ("options",), Message("Several options are right. Say so with many: true.")
        for name, option in self.options.items():
            if right and not option.why:
                yield ("options", name), Message("The reason is missing. Say why: or why not, in why: …")

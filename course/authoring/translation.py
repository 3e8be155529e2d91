"""A second language holds texts only; places, points, numbers and ids come from the first.

Both texts have the same shape. `merged` walks that shape along the fields of a block and takes each text from the
second language and everything else from the first. What is missing, extra or renamed is a mistake.
"""

from __future__ import annotations

from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from course.authoring.errors import Mistake
from course.authoring.shape import bare, has_text, is_text
from course.authoring.yaml import Data, Place
from course.i18n import Message

MISSING: Any = object()


def merged(shape: type[BaseModel], first: Data, second: Data, mistakes: list[Mistake]) -> dict[str, Any]:
    """The fields of `first` with the texts of `second`, both as they were written."""
    return _Merge(second, mistakes).fields(shape, first.fields, second.fields, ())


class _Merge:
    def __init__(self, second: Data, mistakes: list[Mistake]) -> None:
        self.second, self.mistakes = second, mistakes

    def wrong(self, place: Place, what: Message) -> None:
        self.mistakes.append(self.second.mistake(place, what))

    def fields(
        self, shape: type[BaseModel], first: dict[str, Any], second: Any, place: tuple[str | int, ...]
    ) -> dict[str, Any]:
        known = {info.alias or name: info.annotation for name, info in shape.model_fields.items()}
        markers = {info.alias or name: info.metadata for name, info in shape.model_fields.items()}
        found = self.mapping(second, place)
        for name in found:
            if name not in first:
                self.wrong((*place, name), Message("This field is not in the first language. Take it out."))
        taken = {}
        for name, value in first.items():
            here = (*place, name)
            annotation: Any = known.get(name)
            if markers.get(name):
                annotation = Annotated[annotation, *markers[name]]
            taken[name] = self.value(annotation, value, found.get(name, MISSING), here)
        return taken

    def value(self, shape: Any, first: Any, second: Any, place: tuple[str | int, ...]) -> Any:
        if not has_text(shape):
            if second is not MISSING:
                told = Message("This is the same in every language and stands in the first one. Take it out.")
                self.wrong(place, told)
            return first
        inner = bare(shape)
        if second is MISSING:
            if not self.is_without_texts(inner, first):
                self.wrong(place, Message("The translation is missing."))
            return first
        if is_text(shape):
            return second
        if isinstance(inner, type) and issubclass(inner, BaseModel) and isinstance(first, dict):
            return self.fields(inner, first, second, place)
        if get_origin(inner) is dict and isinstance(first, dict):
            found = self.mapping(second, place)
            for name in found:
                if name not in first:
                    self.wrong(
                        (*place, name), Message("There is no {name} in the first language.", name=name)
                    )
            element = get_args(inner)[1]
            return {
                name: self.value(element, value, found.get(name, MISSING), (*place, name))
                for name, value in first.items()
            }
        if get_origin(inner) is list and isinstance(first, list):
            if not isinstance(second, list) or len(second) != len(first):
                told = Message("The first language has {n} entries here. Translate each.", n=len(first))
                self.wrong(place, told)
                return first
            element = get_args(inner)[0]
            return [
                self.value(element, value, other, (*place, at))
                for at, (value, other) in enumerate(zip(first, second, strict=True))
            ]
        return second

    def is_without_texts(self, shape: Any, first: Any) -> bool:
        """Whether fields that could hold texts hold none, so that there is nothing to translate."""
        if not (isinstance(shape, type) and issubclass(shape, BaseModel) and isinstance(first, dict)):
            return False
        trial = _Merge(self.second, [])
        trial.fields(shape, first, {}, ())
        return not trial.mistakes

    def mapping(self, value: Any, place: tuple[str | int, ...]) -> dict[str, Any]:
        if isinstance(value, dict):
            return value
        self.wrong(place, Message("Fields are needed here: a name, a colon and a text."))
        return {}

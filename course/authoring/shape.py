"""What can be asked about the shape of a block: which of its fields are texts, and which fields may stand where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from course.authoring.fields import Translated


def has_text(shape: Any) -> bool:
    """Whether anything in `shape` is for the reader."""
    return any(is_text(part) for part in _parts(shape))


def is_text(shape: Any) -> bool:
    """Whether `shape` itself is a text, or a text that may be left out."""
    if get_origin(shape) is Annotated:
        return any(isinstance(one, Translated) for one in shape.__metadata__) or is_text(get_args(shape)[0])
    if get_origin(shape) in (Union, UnionType):
        return any(is_text(one) for one in get_args(shape))
    return False


def _parts(shape: Any, seen: tuple[Any, ...] = ()) -> Iterator[Any]:
    if shape in seen:
        return
    yield shape
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        for info in shape.model_fields.values():
            yield from _parts(
                Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation,
                (*seen, shape),
            )
    for part in get_args(shape):
        if not isinstance(part, str | int):
            yield from _parts(part, (*seen, shape))


def bare(shape: Any) -> Any:
    """`shape` without what may be said around it: markers, and that it may be left out."""
    while True:
        if get_origin(shape) is Annotated:
            shape = get_args(shape)[0]
        elif get_origin(shape) in (Union, UnionType):
            shape = next(one for one in get_args(shape) if one is not type(None))
        else:
            return shape


def names_at(shape: Any, place: Sequence[str | int]) -> list[str]:
    """The names of the fields that may stand at `place`."""
    for step in place:
        if isinstance(shape, type) and issubclass(shape, BaseModel):
            fields = {info.alias or name: info.annotation for name, info in shape.model_fields.items()}
            shape = bare(fields.get(str(step)))
        elif get_origin(shape) in (dict, list):
            shape = bare(get_args(shape)[-1])
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        return [info.alias or name for name, info in shape.model_fields.items()]
    return []

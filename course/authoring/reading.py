"""Blocks as their authors wrote them, checked against the fields of their kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from course.authoring.block import Block, bad_id, unknown
from course.authoring.errors import Mistake
from course.authoring.markdown import RawBlock
from course.authoring.material import Material
from course.authoring.shape import names_at
from course.authoring.translation import merged
from course.authoring.yaml import Data, Place
from course.i18n import Message
from course.kinds import KINDS

Shape = TypeVar("Shape", bound=BaseModel)


@cache
def shapes() -> Mapping[str, type[Block]]:
    """The fields of each kind, by the name of the kind."""
    found = {}
    for kind in KINDS:
        module = import_module(f"course.kinds.{kind.kind}.block")
        found[kind.kind] = getattr(module, f"{kind.__name__}Block")
    return found


def block_in(raw: RawBlock, first: RawBlock | None, mistakes: list[Mistake]) -> Block | None:
    """The block that was written as `raw`; None when that has mistakes.

    Args:
        raw: as it stands in the text.
        first: the same block in the first language, where `raw` is a translation of it.
        mistakes: gets a mistake for each thing that is wrong.
    """
    shape = shapes()[raw.kind]
    data, before = Data(raw, mistakes), len(mistakes)
    block = _read(shape, data, first, mistakes)
    if block is None:
        return None
    mistakes += [data.mistake(place, what) for place, what in block.all_problems()]
    original = Data(first, []) if first else None
    if original and original.is_readable:
        theirs = checked(shape, original.fields, original, [])
        if theirs and theirs.structure() != block.structure():
            same = Message("The passages that are marked differ from those in the first language.")
            mistakes.append(Mistake(raw.line, same))
    return block if len(mistakes) == before else None


def material_in(raw: RawBlock, first: RawBlock | None, mistakes: list[Mistake]) -> Material | None:
    """As `block_in`, for material by itself."""
    data, before = Data(raw, mistakes), len(mistakes)
    found = _read(Material, data, first, mistakes)
    if found:
        mistakes += [data.mistake(place, what) for place, what in found.problems()]
    return found if len(mistakes) == before else None


def _read(shape: type[Shape], data: Data, first: RawBlock | None, mistakes: list[Mistake]) -> Shape | None:
    """What stands in `data`, with all but the texts from the block in the `first` language where there is one."""
    if not data.is_readable:
        return None
    fields, before = data.fields, len(mistakes)
    original = Data(first, []) if first else None
    if original and original.is_readable:
        fields = merged(shape, original, data, mistakes)
    return checked(shape, fields, data, mistakes) if len(mistakes) == before else None


def checked(
    shape: type[Shape], fields: Mapping[str, Any], data: Data, mistakes: list[Mistake]
) -> Shape | None:
    """`fields` as a `shape`; None when they do not fit it."""
    try:
        return shape.model_validate(fields)
    except ValidationError as error:
        details = error.errors(include_url=False)
        extra = {detail["loc"] for detail in details if detail["type"] == "extra_forbidden"}
        for detail in details:
            place = [step for step in detail["loc"] if step != "[key]"]
            if detail["type"] == "missing" and _is_misspelt(detail["loc"], extra):
                continue
            mistakes.append(data.mistake(place, _explained(detail, place, shape)))
        return None


def _is_misspelt(place: Place, extra: Iterable[Place]) -> bool:
    """Whether a field that is missing at `place` stands beside it under almost the same name."""
    beside = [str(other[-1]) for other in extra if other[:-1] == place[:-1]]
    return bool(get_close_matches(str(place[-1]), beside, n=1))


def _explained(detail: ErrorDetails, place: Sequence[str | int], shape: type[BaseModel]) -> Message:
    given = detail["input"]
    name = str(place[-1]) if place else ""
    kind, limits = detail["type"], detail.get("ctx", {})
    if "[key]" in detail["loc"]:
        return bad_id(_shown(given))
    match kind:
        case "extra_forbidden" if " " in name and given is None:
            return Message("A comma between braces begins a new field. Put the whole text in quotes.")
        case "extra_forbidden":
            return unknown(name, names_at(shape, place[:-1]))
        case "missing":
            return Message("The field {name} is missing.", name=name)
        case "blank":
            return Message("This text is empty.")
        case "id":
            return bad_id(_shown(given))
        case "string_type" | "places" if given is None:
            return Message("Nothing is filled in here.")
        case "string_type" if isinstance(given, dict | list):
            return Message("A text is needed here, and there are fields or a list. Put the text in quotes.")
        case "string_type" | "places":
            return Message('{given} is not read as a text. Put it in quotes: "{given}".', given=_shown(given))
        case "literal_error":
            return unknown(_shown(given), re.findall("'(.*?)'", limits["expected"]))
        case "bool_type":
            return Message("Fill in true or false, without quotes.")
        case "int_type" | "int_from_float" | "float_type" | "float_parsing" | "int_parsing":
            return Message("A number is needed here, without quotes.")
        case "too_short":
            return Message("Give at least {n} here.", n=limits.get("min_length", 1))
        case "greater_than_equal":
            return Message("This number is too small: at least {n}.", n=limits.get("ge"))
        case "less_than_equal":
            return Message("This number is too large: at most {n}.", n=limits.get("le"))
        case "list_type":
            return Message("A list is needed here: - one, a line each, or [one, two].")
        case "dict_type" | "model_type" | "model_attributes_type" if given is None:
            return Message("Nothing is filled in here.")
        case "dict_type" | "model_type" | "model_attributes_type":
            return Message("Fields are needed here: a name, a colon and a text.")
    return Message("This value does not fit here: {why}.", why=detail["msg"])


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return str(value)[:40]

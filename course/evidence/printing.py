"""How numbers, intervals and sources are written in a language; a number only as what it is."""

from __future__ import annotations

import re
from decimal import Decimal
from difflib import get_close_matches

from course.i18n import Message, translator

from .error import EvidenceError
from .model import Certainty, Evidence, Source, Value
from .numbers import UNITS, written

PLACEHOLDER = re.compile(r"\{([a-z][\w.-]*)\}")
ENDS = ("low", "high")


def finding(data: Evidence, id: str, language: str) -> str:
    """A finding of `data` as `language` writes it; what `id` may be is said at `course.evidence.printed`."""
    source, _, part = id.rpartition(".")
    if part == "year" and source in data.sources and data.sources[source].year:
        return str(data.sources[source].year)
    if id not in data.values and part in (*ENDS, "n", "count"):
        return _part(_value(data, source), part, language)
    return with_unit(value_found(data, id), language)


def claim(data: Evidence, id: str, language: str) -> str:
    """A claim of `data` as `language` writes it."""
    value = _value(data, id)
    if value.mark is not Certainty.CLAIM:
        raise EvidenceError(
            Message(
                "{id} is no claim but is marked {mark}: use evidence, not claim.", id=id, mark=str(value.mark)
            )
        )
    return with_unit(value, language)


def value_found(data: Evidence, id: str) -> Value:
    """A number that may be shown as what was found.

    Raises:
        EvidenceError: when there is none, when it was never verified, or when it is a claim.
    """
    return _finding(_value(data, id))


def filled(data: Evidence, text: str, language: str) -> str:
    """`text` with every ``{id}`` printed."""
    return PLACEHOLDER.sub(lambda match: finding(data, match[1], language), text)


def spoken(data: Evidence, text: str, language: str) -> str:
    """As `filled`, for a sentence that also says what others claim."""

    def number(match: re.Match[str]) -> str:
        value = data.values.get(match[1])
        is_claim = value is not None and value.mark is Certainty.CLAIM
        return (claim if is_claim else finding)(data, match[1], language)

    return PLACEHOLDER.sub(number, text)


def named_in(text: str) -> list[str]:
    """The ids of the numbers in `text`: of ``{a.b.low}`` the number ``a.b``."""
    return list(dict.fromkeys(".".join(match[1].split(".")[:2]) for match in PLACEHOLDER.finditer(text)))


def with_unit(value: Value, language: str, sign: bool = False, short: bool = False) -> str:
    """The number of `value` in its unit; an approximate one says so (`short`: ``ca.``)."""
    if value.number is None:
        raise EvidenceError(f"{value.id} has no number")
    t = translator(language)
    text = unit_text(value.unit, value.number, language, value.digits, sign)
    if not value.about:
        return text
    return t(Message("c. {x}", x=text) if short else Message("about {x}", x=text))


def unit_text(unit: str, number: Decimal | float, language: str, digits: int = 0, sign: bool = False) -> str:
    """Any number in a unit."""
    return UNITS[unit](translator(language), written(number, language, digits, sign))


def interval_text(value: Value, language: str) -> str:
    """The 95% interval of `value`, ``1,2% tot 3,3%``; empty when it has none."""
    if value.low is None:
        return ""
    low, high = (_part(value, end, language) for end in ENDS)
    return translator(language)(Message("{low} to {high}", low=low, high=high))


def short_source(source: Source) -> str:
    """A source in a line: ``Falk (2007)``."""
    return f"{source.short} ({source.year})" if source.year else source.short


def _value(data: Evidence, id: str) -> Value:
    try:
        return data.values[id]
    except KeyError:
        near = ", ".join(get_close_matches(id, data.values, 3)) or "?"
        raise EvidenceError(
            Message("There is no number {id} in the evidence. Did you mean: {near}", id=id, near=near)
        ) from None


def _finding(value: Value) -> Value:
    if value.mark is Certainty.VERIFY:
        raise EvidenceError(
            Message(
                "{id} is marked verify: nobody has seen it at its source, so it cannot be printed. "
                "Say it in words, or look it up and mark it sure.",
                id=value.id,
            )
        )
    if value.mark is Certainty.CLAIM:
        raise EvidenceError(
            Message(
                "{id} is a claim, not a finding: print it as what the text says, with claim.", id=value.id
            )
        )
    return value


def _part(value: Value, part: str, language: str) -> str:
    number = getattr(_finding(value), part)
    if number is None:
        raise EvidenceError(Message("{id} has no {part}.", id=value.id, part=part))
    if part in ENDS:
        return unit_text(value.unit, number, language, value.interval_digits)
    return written(number, language)

"""A prediction beside what was found, in a sentence. The numbers come from the evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from course.evidence.model import Value
from course.evidence.numbers import exact, least_digits
from course.evidence.printing import unit_text, value_found, with_unit
from course.evidence.reading import evidence
from course.i18n import Message

if TYPE_CHECKING:
    from .exercise import Prediction


def found(id: str) -> Value:
    """A number of the evidence that may be shown as what was found."""
    return value_found(evidence(), id)


def guess_text(exercise: Prediction, guess: float) -> str:
    """The reader's own number, in its unit."""
    return unit_text(exercise.unit, guess, exercise.language, least_digits(guess))


def number_told(exercise: Prediction, about: str, guess: float) -> str:
    """How far a number is off. The difference is that of the two numbers as they are written."""
    value = found(about)
    digits = max(value.digits, least_digits(guess))
    off = exact(guess, digits) - exact(exact(value.found, value.digits), digits)
    beside = {
        "guess": guess_text(exercise, guess),
        "found": with_unit(value, exercise.language),
        "off": unit_text(
            "points" if value.unit == "percent" else value.unit,
            abs(off),
            exercise.language,
            least_digits(off),
        ),
    }
    if abs(off) * 2 <= exercise.step:
        told = Message(
            "You predicted {guess}, and {found} was found. You could not have been closer.", **beside
        )
    elif off > 0:
        told = Message("You predicted {guess}, and {found} was found. That is {off} too high.", **beside)
    else:
        told = Message("You predicted {guess}, and {found} was found. That is {off} too low.", **beside)
    return exercise.t(told)


def order_found(about: Mapping[str, str]) -> list[str]:
    """The things from most to least, as was found."""
    return sorted(about, key=lambda thing: -found(about[thing]).found)


def order_told(exercise: Prediction, about: Mapping[str, str], order: Sequence[str]) -> str:
    """How many things stand where they were found, and the order that was found."""
    best = order_found(about)
    # Of two that are equal, either may stand first.
    right = sum(
        found(about[one]).found == found(about[other]).found for one, other in zip(order, best, strict=True)
    )
    listed = "\n".join(
        f"{place}. {exercise.things[one].rstrip('.')} ({with_unit(found(about[one]), exercise.language)})"
        for place, one in enumerate(best, start=1)
    )
    told = Message(
        "{right} of {n} stand where they were found. From most to least:\n{order}",
        right=right,
        n=len(best),
        order=listed,
    )
    return exercise.t(told)

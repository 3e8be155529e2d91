"""Numbers, lists and dates as a reader of the report's language writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from course.i18n import Translator
from course.report.measures import Interval

NOTHING = "–"
"""Stands where there is no number."""
HEADING = " · "
"""Stands between the number and the name of an exercise."""


def decimals(value: float, digits: int, t: Translator, *, sign: bool = False) -> str:
    """A number with a fixed number of decimals, halves rounded up."""
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP) + 0  # never -0
    text = f"{rounded:{'+' if sign else ''}}".replace("-", "−")
    return text if t.language == "en" else text.replace(".", ",")


def points(value: float, t: Translator) -> str:
    """Points with at most two decimals: ``3,5``."""
    return t.number(round(value, 2) + 0.0)


def mean_points(value: float, t: Translator) -> str:
    """A mean of points, with one decimal."""
    return decimals(value, 1, t)


def percent(share: float, t: Translator) -> str:
    """A share between 0 and 1 in whole percents."""
    return f"{decimals(100 * share, 0, t)}%"


def step(difference: float, t: Translator) -> str:
    """A difference between shares in whole percentage points, with its sign."""
    return decimals(100 * difference, 0, t, sign=True)


def coefficient(value: float, t: Translator) -> str:
    """A correlation or alpha, with two decimals."""
    return decimals(value, 2, t)


def between(
    interval: Interval | None, t: Translator, write: Callable[[float, Translator], str] = coefficient
) -> str:
    """An interval in words: ``0,12 tot 0,45``; a dash without one."""
    if interval is None:
        return NOTHING
    low, high = (write(end, t) for end in interval)
    return t("{low} to {high}").format(low=low, high=high)


def hand_ins(n: int, t: Translator) -> str:
    """A number of hand-ins."""
    return t.plural("{n} hand-in", "{n} hand-ins", n).format(n=n)


def participants(n: int, t: Translator) -> str:
    """A number of participants."""
    return t.plural("{n} participant", "{n} participants", n).format(n=n)


def either(names: Sequence[str], t: Translator) -> str:
    """Names of which each is right: ``vooraf of daarna``."""
    word = t("or")
    return f" {word} ".join(names)


def listed(what: str, rows: Iterable[Sequence[str]]) -> str:
    """The first two cells of each row of a table in one sentence, for who cannot see a figure."""
    return f"{what}: {'; '.join(f'{name} {value}' for name, value, *_ in rows)}."


def short(text: str, most: int = 60) -> str:
    """A text cut at a word, with an ellipsis when something is gone."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0].rstrip(".,:;") + "…"


def head(text: str) -> str:
    """The name of a category: what stands before its explanation."""
    before, colon, _after = text.partition(": ")
    return before if colon and len(before) <= 40 else text


def brief(label: str) -> str:
    """The number of an exercise when its heading has one, else the begin of its name."""
    before, dot, _after = label.partition(HEADING)
    return before if dot and len(before) <= 16 else short(label, 28)


def in_sentence(label: str) -> str:
    """What to call an exercise within a sentence: its heading, or the begin of its question between quotes."""
    return label if HEADING in label else quoted(short(label, 80))


def hardest(label: str, others: int, share: str, t: Translator) -> str:
    """Which exercise went worst, with how many `others`, as a sentence without its full stop."""
    told = t("{exercise} was hardest: {share} of the points on average")
    if others:
        told = t.plural(
            "{exercise} and {n} other exercise were hardest: {share} of the points on average",
            "{exercise} and {n} other exercises were hardest: {share} of the points on average",
            others,
        )
    return told.format(exercise=in_sentence(label), n=others, share=share)


def quoted(text: str) -> str:
    """A text between quotes, unless it brings its own."""
    return text if text.startswith("“") else f"“{text.rstrip('.')}”"

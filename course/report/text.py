"""Numbers and lists as a Dutch reader writes them."""

from __future__ import annotations

from collections.abc import Callable

from course.evidence.numbers import dutch
from course.report.measures import Interval


def points(value: float) -> str:
    """Points with at most two decimals: ``3,5``."""
    return f"{round(value, 2) + 0.0:g}".replace(".", ",")


def mean_points(value: float) -> str:
    """A mean of points, with one decimal."""
    return dutch(value, 1)


def percent(share: float) -> str:
    """A share between 0 and 1 in whole percents."""
    return f"{dutch(100 * share)}%"


def step(difference: float) -> str:
    """A difference between shares in whole percentage points, with its sign."""
    return dutch(100 * difference, 0, sign=True).replace("-", "−")


def coefficient(value: float) -> str:
    """A correlation or alpha, with two decimals."""
    return dutch(value, 2)


def between(interval: Interval | None, write: Callable[[float], str] = coefficient) -> str:
    """An interval in words: ``0,12 tot 0,45``; a dash without one."""
    if interval is None:
        return "–"
    return f"{write(interval[0])} tot {write(interval[1])}"


def count(n: int, one: str, more: str) -> str:
    """A number of things: ``1 inzending``, ``3 inzendingen``."""
    return f"{n} {one if n == 1 else more}"


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
    before, dot, _after = label.partition(" · ")
    return before if dot and len(before) <= 16 else short(label, 28)


def quoted(text: str) -> str:
    """A text between quotes, unless it brings its own."""
    return f"{text}:" if text.startswith("“") else f"“{text}”:"

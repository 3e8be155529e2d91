"""Numbers as a reader writes them, and the Wilson interval."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from math import sqrt

from course.i18n import Message, Translator


def exact(value: Decimal | float, digits: int) -> Decimal:
    """`value` with `digits` decimals, halves rounded up."""
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def written(value: Decimal | float, language: str, digits: int = 0, sign: bool = False) -> str:
    """A number with `digits` decimals: ``1.234,5`` in Dutch, ``1,234.5`` in English; a true minus."""
    text = f"{exact(value, digits):{'+' if sign else ''},}".replace("-", "−")
    return text if language == "en" else text.translate(str.maketrans(",.", ".,"))


def _bare(t: Translator, x: str) -> str:
    """A number without a sign of its own: the axis or the sentence says what it counts."""
    return x


UNITS: Mapping[str, Callable[[Translator, str], str]] = {
    "percent": lambda t, x: f"{x}%",
    "points": lambda t, x: t(Message("{x} percentage points", x=x)),
    "dollar": lambda t, x: t(Message("${x}", x=x)),
    "euro": lambda t, x: t(Message("€{x}", x=x)),
    **dict.fromkeys(("count", "mean", "d", "r", "odds_ratio", "log_odds_ratio"), _bare),
}
"""How a number that is already written gets its unit."""


def digits_of(value: Decimal) -> int:
    """How many decimals an exact number is given with."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def least_digits(value: Decimal | float) -> int:
    """How many decimals it takes to write `value`, without noughts at the end."""
    return digits_of(Decimal(str(value)).normalize())


def wilson(x: float, n: int, z: float = 1.959964) -> tuple[float, float]:
    """95% Wilson interval for ``x`` out of ``n``, in percent (Wilson 1927)."""
    p, scale = x / n, 1 + z * z / n
    middle = (p + z * z / (2 * n)) / scale
    half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / scale
    return 100 * (middle - half), 100 * (middle + half)


def wilson_share(share: Decimal, n: int) -> tuple[float, float]:
    """Wilson interval for a published, rounded percentage of ``n``: the nearest whole count stands for it."""
    return wilson(round(share * n / 100), n)

"""Dutch numbers, and the Wilson interval."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from math import sqrt


def dutch(value: Decimal | float, digits: int = 0, sign: bool = False) -> str:
    """A number the Dutch way: decimal comma, points between thousands, halves rounded up."""
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    return f"{rounded:{'+' if sign else ''},}".translate(str.maketrans(",.", ".,"))


def percent(value: Decimal | float, digits: int = 0, sign: bool = False) -> str:
    """``dutch`` with a percent sign."""
    return dutch(value, digits, sign) + "%"


def wilson(x: float, n: int, z: float = 1.959964) -> tuple[float, float]:
    """95% Wilson interval for ``x`` out of ``n``, in percent (Wilson 1927)."""
    p, scale = x / n, 1 + z * z / n
    middle = (p + z * z / (2 * n)) / scale
    half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / scale
    return 100 * (middle - half), 100 * (middle + half)


def wilson_share(share: Decimal, n: int) -> tuple[float, float]:
    """Wilson interval for a published, rounded percentage of ``n``: the nearest whole count stands for it."""
    return wilson(round(share * n / 100), n)

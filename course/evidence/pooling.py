"""Meta-analysis: several estimates of one effect, pooled by inverse variance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

Z = 1.959964


@dataclass(frozen=True)
class Pooled:
    """A pooled estimate with its standard error and how much the studies differ.

    Attributes:
        estimate: in the unit of the effects.
        se: its standard error.
        weights: the share of each study, adding up to 1.
        q: Cochran's Q.
        tau2: the variance between studies (0 for a fixed effect).
        i2: the share of the variation that is more than chance, 0 to 1.
    """

    estimate: float
    se: float
    weights: tuple[float, ...]
    q: float
    tau2: float
    i2: float

    @property
    def interval(self) -> tuple[float, float]:
        """The 95% interval."""
        return self.estimate - Z * self.se, self.estimate + Z * self.se


def pooled(effects: Sequence[float], errors: Sequence[float], random: bool = True) -> Pooled:
    """Pool `effects` with standard `errors`: random effects (DerSimonian & Laird 1986), or one fixed effect.

    Raises:
        ValueError: when there is nothing to pool.
    """
    if not effects:
        raise ValueError("no effects to pool")
    exact = [1 / error**2 for error in errors]
    fixed = sum(w * y for w, y in zip(exact, effects, strict=True)) / sum(exact)
    q = sum(w * (y - fixed) ** 2 for w, y in zip(exact, effects, strict=True))
    freedom = len(effects) - 1
    spare = max(0.0, q - freedom)
    scale = sum(exact) - sum(w * w for w in exact) / sum(exact)
    tau2 = spare / scale if random and freedom else 0.0
    weights = [1 / (error**2 + tau2) for error in errors]
    total = sum(weights)
    estimate = sum(w * y for w, y in zip(weights, effects, strict=True)) / total
    shares = tuple(w / total for w in weights)
    return Pooled(estimate, sqrt(1 / total), shares, q, tau2, spare / q if freedom and q else 0.0)

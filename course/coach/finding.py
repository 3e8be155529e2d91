"""What the coach says about one criterion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """Met or not, the exact words it rests on, why that matters, and one thing to do next.

    Args:
        criterion: id, as in `course.coach.CRITERIA`.
        title: the criterion in the reader's language.
        seen: passages quoted literally from the text.
        reason: why the criterion is or is not met.
        next_step: one concrete thing to change; may be empty when it is met.
    """

    criterion: str
    title: str
    met: bool
    seen: Sequence[str]
    reason: str
    next_step: str = ""

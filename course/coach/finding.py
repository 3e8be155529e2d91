"""What the coach says about one criterion: data, to be drawn by whoever shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

CoachVerdict = Literal["seen", "not_yet", "look"]
"""*gezien*, *nog een stap*, *kijk zelf*."""


@dataclass(frozen=True)
class Passage:
    """A sentence that a finding is about.

    Args:
        start: where it begins in the reader's text, counted in characters (Unicode code points).
        end: where it ends, exclusive.
        quote: the words themselves, exactly as written: ``text[start:end]``.
    """

    start: int
    end: int
    quote: str


@dataclass(frozen=True)
class Finding:
    """A verdict, the sentences it is about, why they matter, and one thing to do.

    Args:
        criterion: id, as in `course.coach.CRITERIA`.
        title: the criterion in the reader's language.
        verdict: only a criterion that was measured reliable says "seen" or "not_yet"; "look" leaves the judgement to
            the reader, and can give no points.
        spans: in reading order, without overlap; may be empty when the verdict is not "look".
        reason: why it matters.
        question: one question to the reader; only with "look".
        next_step: one concrete thing to change; only with "not_yet".
    """

    criterion: str
    title: str
    verdict: CoachVerdict
    spans: Sequence[Passage]
    reason: str
    question: str = ""
    next_step: str = ""

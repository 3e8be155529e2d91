"""What a check returns: a score, and for every item the reason.

nbgrader reads partial credit from an output that is one number, and a person wants to know why. A
`Result` is both: its plain-text form is the score alone, its HTML form the explained feedback.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from html import escape
from typing import Literal

from course.i18n import _, ngettext

Status = Literal["right", "partial", "wrong", "missed", "open"]

SIGNS: dict[Status, str] = {"right": "✓", "partial": "◐", "wrong": "✗", "missed": "○", "open": "…"}


def status_word(status: Status) -> str:
    """The status in words, so that a sign or a colour never stands alone."""
    return {
        "right": _("right"),
        "partial": _("partly right"),
        "wrong": _("not right"),
        "missed": _("missed"),
        "open": _("still open"),
    }[status]


@dataclass(frozen=True)
class Item:
    """Feedback on one part of an answer: a card, a passage, a criterion."""

    id: str
    label: str
    status: Status
    reason: str = ""


@dataclass(frozen=True)
class Result:
    """The outcome of one check.

    Args:
        credit: share of the points earned, 0 to 1.
        points: what the exercise is worth; 1 when nothing is graded.
        items: feedback per part.
        message: one line that sums up.
    """

    credit: float
    points: float
    items: Sequence[Item] = ()
    message: str = ""

    @property
    def score(self) -> float:
        """Points earned, 0 to `points`, rounded to hundredths."""
        return min(round(self.points * max(0.0, min(1.0, self.credit)), 2), self.points)

    def without_key(self) -> Result:
        """The same result, with what was missed only counted: naming it would give the key away."""
        missed = sum(item.status == "missed" for item in self.items)
        told = [item for item in self.items if item.status != "missed"]
        if missed:
            count = ngettext("{n} part is still missing.", "{n} parts are still missing.", missed)
            told.append(Item("missed", count.format(n=missed), "missed"))
        return Result(self.credit, self.points, tuple(told), self.message)

    def to_dict(self) -> dict:
        """Plain data for the browser."""
        return {
            "score": self.score,
            "points": self.points,
            "message": self.message,
            "items": [asdict(item) for item in self.items],
        }

    def __repr__(self) -> str:
        return f"{self.score:g}"

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<li>{SIGNS[item.status]} <strong>{escape(item.label)}</strong> "
            f"<em>({status_word(item.status)})</em>"
            + (f"<br>{escape(item.reason)}" if item.reason else "")
            + "</li>"
            for item in self.items
        )
        total = earned(self.score, self.points)
        return (
            f'<div class="ov-result"><p><strong>{total}</strong> {escape(self.message)}</p>'
            f'<ul style="list-style:none;padding-left:0">{rows}</ul></div>'
        )


def earned(score: float, points: float) -> str:
    """Points and maximum in words: ``0,5 van 1 punt``, ``1,5 van 2 punten``."""
    told = ngettext("{score} of {points} point", "{score} of {points} points", 1 if points == 1 else 2)
    return told.format(score=number(score), points=number(points))


def number(value: float) -> str:
    """A number as Dutch readers write it: ``3,5``."""
    return f"{value:g}".replace(".", ",")

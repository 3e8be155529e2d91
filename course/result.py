"""What a check returns: a score, and for every item the reason.

nbgrader reads partial credit from an output that is one number, and a person wants to know why. So a `Result` travels
in three forms: its plain text is the score alone, its HTML is for reading, and its own MIME type carries it as data.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Any, Literal, get_args

from course.i18n import Translator, translator

RESULT_MIME = "application/vnd.overtuigen.result+json"

Verdict = Literal["right", "partial", "wrong", "missed", "open", "left"]

SIGNS: Mapping[Verdict, str] = {
    "right": "✓",
    "partial": "◐",
    "wrong": "✗",
    "missed": "–",
    "open": "○",
    "left": "·",
}


def verdict_word(verdict: Verdict, t: Translator) -> str:
    """The verdict in words, so that a sign or a colour never stands alone."""
    return {
        "right": t("Right"),
        "partial": t("Partly right"),
        "wrong": t("Not right"),
        "missed": t("Missed"),
        "open": t("Still open"),
        "left": t("Rightly left alone"),
    }[verdict]


@dataclass(frozen=True)
class Item:
    """Feedback on one part of an answer: a card, a passage, a criterion.

    Without an `id` it is about the whole. `answer` says what would have been right; that is for lessons, and grading
    leaves it out.
    """

    id: str
    label: str
    verdict: Verdict
    reason: str = ""
    answer: str = ""


@dataclass(frozen=True)
class Result:
    """The outcome of one check.

    Args:
        credit: share of the points earned, 0 to 1.
        points: what the exercise is worth; 1 when nothing is graded.
        items: feedback per part.
        message: one line that sums up.
        language: of the words around the items.
    """

    credit: float
    points: float
    items: Sequence[Item] = ()
    message: str = ""
    language: str = "nl"

    @property
    def score(self) -> float:
        """Points earned, 0 to `points`, rounded to hundredths."""
        return min(round(self.points * max(0.0, min(1.0, self.credit)), 2), self.points)

    @property
    def verdicts(self) -> Counter[Verdict]:
        """How many parts have each verdict."""
        return Counter(item.verdict for item in self.items if item.id)

    def without_key(self) -> Result:
        """The same result without the answers, and with what was missed only counted: both would give the key away."""
        missed = self.verdicts["missed"]
        told = [replace(item, answer="") for item in self.items if item.verdict != "missed"]
        if missed:
            count = translator(self.language).plural(
                "{n} part is still missing.", "{n} parts are still missing.", missed
            )
            told.append(Item("missed", count.format(n=missed), "missed"))
        return Result(self.credit, self.points, tuple(told), self.message, self.language)

    def to_dict(self) -> dict[str, Any]:
        """Plain data for the browser and for grading."""
        return {
            "score": self.score,
            "credit": self.credit,
            "points": self.points,
            "message": self.message,
            "language": self.language,
            "items": [dict(vars(item)) for item in self.items],
        }

    @classmethod
    def from_dict(cls, data: Any) -> Result | None:
        """The result in `data`, or None when it is not one."""
        try:
            items = tuple(
                Item(str(one["id"]), str(one["label"]), one["verdict"], str(one.get("reason", "")))
                for one in data["items"]
            )
            if any(item.verdict not in get_args(Verdict) for item in items):
                return None
            language = translator(data["language"]).language
            return cls(float(data["credit"]), float(data["points"]), items, str(data["message"]), language)
        except (KeyError, TypeError, ValueError, AttributeError):
            return None

    def bundle(self) -> dict[str, Any]:
        """Mime bundle: the number for nbgrader, HTML to read, and the data."""
        return {"text/plain": repr(self), "text/html": self._repr_html_(), RESULT_MIME: self.to_dict()}

    def _repr_mimebundle_(self, **_options: Any) -> dict[str, Any]:
        return self.bundle()

    def __repr__(self) -> str:
        return f"{self.score:g}"

    def _repr_html_(self) -> str:
        t = translator(self.language)
        rows = "".join(
            f"<li>{_judged(item, t)}" + (f"<br>{escape(item.reason)}" if item.reason else "") + "</li>"
            for item in self.items
        )
        total = earned(self.score, self.points, t)
        return (
            f'<div class="ov-result"><p><strong>{total}</strong> {escape(self.message)}</p>'
            f'<ul style="list-style:none;padding-left:0">{rows}</ul></div>'
        )


def _judged(item: Item, t: Translator) -> str:
    """A part with its verdict; advice about the whole has none."""
    if not item.id:
        return escape(item.label)
    told = verdict_word(item.verdict, t).lower()
    return f"{SIGNS[item.verdict]} <strong>{escape(item.label)}</strong> <em>({told})</em>"


def earned(score: float, points: float, t: Translator) -> str:
    """Points and maximum in words: ``0,5 van 1 punt``, ``1,5 van 2 punten``."""
    told = t.plural("{score} of {points} point", "{score} of {points} points", 1 if points == 1 else 2)
    return told.format(score=t.number(score), points=t.number(points))

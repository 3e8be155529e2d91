"""What came out of a test: how many right per goal, and how sure one was. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Taken = Mapping[str, Mapping[str, Any]]
"""{question: {chosen, confidence}} of what was answered."""


@dataclass(frozen=True)
class Hits:
    """So many right of so many questions; one that was left open is not right."""

    right: int
    of: int

    @property
    def percent(self) -> float:
        """The share that is right."""
        return 100 * self.right / self.of

    @property
    def interval(self) -> tuple[float, float]:
        """Its 95% interval (Wilson), in percent."""
        from course.evidence.numbers import wilson  # late: the evidence comes with it

        low, high = wilson(self.right, self.of)
        return max(0.0, low), min(100.0, high)


def is_right(item: Mapping[str, Any], answer: Mapping[str, Any] | None) -> bool:
    """Whether an answer to a question is the right one."""
    return bool(answer and answer["chosen"] == item["key"])


def count(items: Mapping[str, Mapping[str, Any]], taken: Taken, goal: str = "") -> Hits:
    """How many are right, of all questions or of those about one `goal`."""
    asked = {name: item for name, item in items.items() if not goal or item["goal"] == goal}
    return Hits(sum(is_right(item, taken.get(name)) for name, item in asked.items()), len(asked))


def by_confidence(items: Mapping[str, Mapping[str, Any]], taken: Taken) -> dict[str, Hits]:
    """How many are right of those where one was so sure, by how sure that was."""
    found: dict[str, Hits] = {}
    for name, item in items.items():
        answer = taken.get(name)
        if answer and (sure := answer["confidence"]):
            old = found.get(sure, Hits(0, 0))
            found[sure] = Hits(old.right + is_right(item, answer), old.of + 1)
    return found

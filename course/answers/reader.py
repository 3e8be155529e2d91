"""Reading an answer that may have been written by anyone.

An answer comes from a browser, a file or a mailed notebook. A `Reader` takes from it what has the right
shape and notes, in the reader's language, what it had to leave out. It never raises.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from course.i18n import Message

MAX_TEXT = 20_000
"""Characters in one text; a long letter has about 3,000."""
MAX_ITEMS = 500
"""Entries in one list or mapping."""


class Reader:
    """Takes the usable parts of an untrusted answer; `problems` says what was refused."""

    def __init__(self) -> None:
        self.problems: list[Message] = []

    def refuse(self, problem: Message) -> None:
        """Note a problem once."""
        if problem not in self.problems:
            self.problems.append(problem)

    def mapping(self, raw: Any) -> dict[str, Any]:
        """`raw` if it is a mapping with text keys of a sensible size, else an empty one."""
        if raw is None:
            return {}
        if not isinstance(raw, dict) or not all(isinstance(name, str) for name in raw):
            self.refuse(Message("A part of this answer has the wrong form and was left out."))
            return {}
        if len(raw) > MAX_ITEMS:
            self.refuse(Message("A part of this answer is too large and was left out."))
            return {}
        return raw

    def items(self, raw: Any) -> list[Any]:
        """`raw` if it is a list of a sensible size, else an empty one."""
        if raw is None:
            return []
        if not isinstance(raw, list):
            self.refuse(Message("A part of this answer has the wrong form and was left out."))
            return []
        if len(raw) > MAX_ITEMS:
            self.refuse(Message("A part of this answer is too large and was left out."))
            return []
        return raw

    def known(self, raw: Any, allowed: Collection[str]) -> str | None:
        """`raw` if it is one of the `allowed` ids, else None."""
        if raw is None:
            return None
        if isinstance(raw, str) and raw in allowed:
            return raw
        self.refuse(Message("This answer names something that is not in this exercise; that was left out."))
        return None

    def placing(self, raw: Any, names: Collection[str], places: Collection[str]) -> dict[str, str]:
        """A mapping from known `names` to known `places`."""
        placed = {}
        for name, place in self.mapping(raw).items():
            if self.known(name, names) and self.known(place, places):
                placed[name] = place
        return placed

    def whole(self, raw: Any, low: int, high: int) -> int | None:
        """A whole number from `low` to `high`, else None."""
        return self._within(raw, int, low, high)

    def number(self, raw: Any, low: float, high: float) -> float | None:
        """A number from `low` to `high`, whole or not, else None."""
        return self._within(raw, (int, float), low, high)

    def _within(self, raw: Any, kinds: Any, low: float, high: float) -> Any:
        if raw is None:
            return None
        if isinstance(raw, kinds) and not isinstance(raw, bool) and low <= raw <= high:
            return raw
        self.refuse(Message("A number in this answer is out of range and was left out."))
        return None

    def text(self, raw: Any) -> str:
        """Text without control characters; cut at `MAX_TEXT` characters."""
        if raw is None:
            return ""
        if not isinstance(raw, str):
            self.refuse(Message("A part of this answer has the wrong form and was left out."))
            return ""
        if len(raw) > MAX_TEXT:
            self.refuse(Message("Your text is longer than {n} characters. Make it shorter.", n=MAX_TEXT))
            raw = raw[:MAX_TEXT]
        # Lone surrogates cannot be written as UTF-8; control characters break JSON tools and terminals.
        raw = raw.encode("utf-8", "replace").decode("utf-8")
        return "".join(c for c in raw if (c >= " " and c != "\x7f") or c in "\n\t")

"""How an author writes a Lookback: the names of two tests, and what so few questions can and cannot say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from course.authoring.block import Block, Text
from course.kinds.lookback.exercise import Lookback


class LookbackBlock(Block):
    """Two tests, `begin` and `end`, each by the name of its assignment."""

    exercise: ClassVar = Lookback
    is_scored: ClassVar = False

    begin: str
    end: str
    limits: Text

    def content(self) -> dict[str, Any]:
        return {"limits": self.limits}

    def tests(self) -> Mapping[str, str]:
        return {"begin": self.begin, "end": self.end}

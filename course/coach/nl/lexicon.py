"""The Dutch words and phrases, read from the TOML files beside this one when first needed."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from course.coach.phrases import Phrases

HERE = Path(__file__).parent


@cache
def _file(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def phrases(act: str, sort: str = "") -> Phrases:
    """The phrases of an act, or of one sort of it, in ``phrases.toml``."""
    found = _file("phrases")[act]
    return Phrases(found[sort] if sort else found, _file("phrases")["groups"])


def sorts(act: str) -> tuple[str, ...]:
    """The sorts of an act that has more than one."""
    return tuple(_file("phrases")[act])


@cache
def words(key: str) -> frozenset[str]:
    """A list of bare words in ``words.toml``."""
    return frozenset(_file("words")[key].split())

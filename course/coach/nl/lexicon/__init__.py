"""The Dutch word lists, read from the TOML files beside this one when first needed."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from course.coach.phrases import Phrases

HERE = Path(__file__).parent


@cache
def file(name: str) -> dict[str, Any]:
    """All lists in one file."""
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def phrases(name: str, *lists: str) -> Phrases:
    """The phrases in one or more lists of a file."""
    return Phrases([phrase for key in lists for phrase in file(name)[key]], file("groups"))


@cache
def cue(name: str, key: str) -> Phrases:
    """The phrases of one weighted cue, a table with `weight` and `phrases`."""
    return Phrases(file(name)[key]["phrases"], file("groups"))


@cache
def words(name: str, key: str) -> frozenset[str]:
    """A list of bare words."""
    return frozenset(file(name)[key].split())

"""The Dutch word lists, read from the TOML files beside this one when first needed."""

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
def phrases(file: str, *lists: str) -> Phrases:
    """The phrases in one or more lists of a file."""
    found = [phrase for name in lists for phrase in _file(file)[name]]
    return Phrases(found, _file("groups"))


@cache
def words(file: str, name: str) -> frozenset[str]:
    """A list of bare words."""
    return frozenset(_file(file)[name].split())

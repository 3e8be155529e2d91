"""Which criteria may judge: decided by what was measured, in ``reliability.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).with_name("reliability.toml")


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def floor() -> float:
    """The kappa from which a criterion may judge."""
    return float(_file()["floor"])


def measurements(language: str, criterion: str) -> list[dict[str, Any]]:
    """What was measured on unseen texts: each with `set`, `n`, `kappa`, and the date, `measured` or `reported`."""
    return _file().get(language, {}).get(criterion, [])


def reliable(language: str, criterion: str) -> bool:
    """Whether every measurement of the criterion reaches the floor; a criterion that was never measured does not."""
    found = measurements(language, criterion)
    return bool(found) and all(one["kappa"] >= floor() for one in found)

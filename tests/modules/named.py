"""Texts of the course as parameters of a test."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest


def named(texts: Iterable[tuple[str, Any]]) -> list[Any]:
    """A parameter for each (name, value), known by its name."""
    return [pytest.param(value, id=name) for name, value in texts]

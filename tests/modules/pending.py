"""Texts of the course that do not meet a measure yet, each with the reason; a text that does is taken out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pytest


def params(texts: Iterable[tuple[str, Any]], pending: Mapping[str, str]) -> list[Any]:
    """A parameter for each (name, value); one that is `pending` has to fail, so that it cannot be forgotten."""
    found = [
        pytest.param(
            value,
            id=name,
            marks=[pytest.mark.xfail(strict=True, reason=pending[name], raises=AssertionError)]
            if name in pending
            else [],
        )
        for name, value in texts
    ]
    assert set(pending) <= {one.id for one in found}
    return found

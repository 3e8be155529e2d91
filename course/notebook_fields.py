"""The fields of a notebook that the course reads; whatever else stands in one, some program may act on."""

from __future__ import annotations

from typing import Any

METADATA = frozenset({"course", "kernelspec", "language_info"})
"""Of the whole notebook."""
CELL = frozenset({"cell_type", "id", "source", "metadata", "outputs", "execution_count"})
"""Of a cell; no attachments."""


def keep_only(values: dict[str, Any], names: frozenset[str]) -> None:
    """Leave out of `values`, in place, what is not among `names`."""
    for name in values.keys() - names:
        del values[name]

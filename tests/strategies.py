"""Answers as anyone could send them: any JSON-like value, and values that are almost right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from course.answers import Reader
from course.exercise import Exercise

FIELDS = ("from", "to", "label", "scene", "choice", "motive", "box", "due", "at", "text")
NASTY = ("2026-02-29", "2026-03-01", "\ud800", "\x00\x1b[31m", "<script>", "../../etc/passwd", "__proto__")


def ids_in(value: Any) -> Iterator[str]:
    """Every key in nested content."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield str(name)
            yield from ids_in(inner)


def json_like(*names: str) -> st.SearchStrategy[Any]:
    """Nested values with lone surrogates, NaN and huge numbers; `names` occur often in them."""
    text = st.text(st.characters(), max_size=20) | st.sampled_from([*names, *FIELDS, *NASTY])
    leaves = st.none() | st.booleans() | st.integers() | st.integers(-3, 9) | st.floats() | text
    return st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(text, inner, max_size=4),
        max_leaves=12,
    )


def answers_to(exercise: Exercise) -> st.SearchStrategy[Any]:
    """Anything, or the fields of a real answer with anything in them."""
    anything = json_like(*sorted(set(ids_in(exercise.content()))))
    fields = exercise.clean({}, Reader())
    return anything | st.fixed_dictionaries({}, optional=dict.fromkeys(fields, anything))

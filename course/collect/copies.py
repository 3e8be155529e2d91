"""What browsers, platforms and Jupyter put behind the name of a notebook when it is there already."""

from __future__ import annotations

import re

COPY = re.compile(
    r"(.+?)(?: ?\((\d{1,3})\)|-(\d{1,2})|(?: ?- ?|-)(?:Copy|Kopie) ?(\d{0,2})|_(\d{1,2}))", re.IGNORECASE
)


def without_copies(file: str, assignment: str) -> tuple[str, int]:
    """The name of a notebook without its extension and without what marks a copy, and the number of that copy.

    ``01-w (2).ipynb``, ``01-w-2.ipynb`` and ``01-w-Copy2.ipynb`` are all ``("01-w", 2)``.
    """
    stem = re.sub(r"\.ipynb$", "", file, flags=re.IGNORECASE).strip()
    number = 0
    while not stem.endswith(assignment) and (found := COPY.fullmatch(stem)):
        stem, number = found[1], max(number, *(int(one or 0) for one in found.groups()[1:]))
    return stem, number


def is_notebook(file: str) -> bool:
    """Whether a file is called a notebook."""
    return file.lower().endswith(".ipynb")

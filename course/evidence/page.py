"""Where the page with all that the course says about research is."""

from __future__ import annotations

PAGE = "bewijs.ipynb"
"""The page with all statements, beside the lessons; it has this name in every language."""


def address(id: str) -> str:
    """Where the statement `id` stands, from a lesson. JupyterLab and nbconvert both know a cell by such an anchor."""
    return f"{PAGE}#cell-id={id}"

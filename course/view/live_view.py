"""What all live views of the course have in common."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import anywidget
import traitlets
from ipywidgets import Layout

from course.view.bundle import widget


@cache
def shared_layout() -> Layout:
    """The layout of every view: nothing of its own, for the stylesheets say it all, so one goes to the browser."""
    return Layout()


class LiveView(anywidget.AnyWidget):
    """Something of the course in the browser.

    Args:
        entry: the module that draws it.
        styles: its stylesheets; those that other views share first.
        traits: what it shows, as any widget takes it.
    """

    _esm = traitlets.Unicode().tag(sync=True)

    def __init__(self, entry: Path, *styles: str, **traits: Any) -> None:
        super().__init__(_esm=widget(entry, *styles), layout=shared_layout(), **traits)

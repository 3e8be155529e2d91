"""The chart families, by the name that a figure's data gives them; each is one file."""

from __future__ import annotations

from .bars import Bars
from .chart import Chart
from .curve import Curve
from .forest import Forest
from .grid import Grid
from .hills import Hills
from .scatter import Scatter
from .slope import Slope

FAMILIES: dict[str, type[Chart]] = {
    "bars": Bars,
    "slope": Slope,
    "forest": Forest,
    "curve": Curve,
    "scatter": Scatter,
    "hills": Hills,
    "grid": Grid,
}

__all__ = ["FAMILIES", "Chart"]

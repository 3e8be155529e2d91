"""The simulations, one file each; a file here is one that a block can name.

A file holds the settings, one function that does a round, and the words, put together as ``SIMULATION``.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..simulation import Simulation

NAMES = tuple(sorted(module.name for module in iter_modules(__path__)))
"""What a block may name."""


@cache
def simulation(name: str) -> Simulation:
    """The simulation in the file of this name, one of `NAMES`."""
    found: Simulation = import_module(f"{__name__}.{name}").SIMULATION
    return found

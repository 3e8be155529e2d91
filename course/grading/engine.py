"""One database engine for each gradebook in a process, as SQLAlchemy advises.

nbgrader makes a new engine for every question that it asks: seven for each hand-in. Each of them connects anew, and
compiles anew every statement that the one before it compiled.
"""

from __future__ import annotations

import warnings
from functools import lru_cache

from nbgrader import api
from sqlalchemy.exc import SAWarning

# nbgrader's own, at each new hand-in, and harmless: it adds rows in an order that SQLAlchemy finds odd.
warnings.filterwarnings("ignore", "Object of type .* not in session", SAWarning)


def share_engines() -> None:
    """Let nbgrader's gradebooks with the same address and settings use the same engine."""
    if not hasattr(api.create_engine, "cache_info"):
        api.create_engine = lru_cache(maxsize=8)(api.create_engine)

"""One database engine for each gradebook in a process, as SQLAlchemy advises.

nbgrader opens its gradebook seven times for each hand-in. Each time it makes a new engine, which connects anew, looks
anew whether all tables are there, and compiles anew every statement that the one before it compiled.
"""

from __future__ import annotations

import warnings
from functools import cache
from pathlib import Path
from typing import Any

from alembic.script import ScriptDirectory
from nbgrader import api
from nbgrader.api import Gradebook
from nbgrader.dbutil import ALEMBIC_DIR
from sqlalchemy import Engine
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SAWarning
from sqlalchemy.orm import scoped_session, sessionmaker

# nbgrader's own, at each new hand-in, and harmless: it adds rows in an order that SQLAlchemy finds odd.
warnings.filterwarnings("ignore", "Object of type .* not in session", SAWarning)

_engines: dict[tuple[str, str, int], Engine] = {}
_open, _close = Gradebook.__init__, Gradebook.close


def share_engines() -> None:
    """Let nbgrader's gradebooks with the same address use the same engine, and be made without another program."""
    api.get_alembic_version = schema_version
    Gradebook.__init__ = open_gradebook
    Gradebook.close = close_gradebook


@cache
def schema_version() -> str:
    """Of nbgrader's tables. nbgrader starts ``alembic`` to ask it, which only an activated environment has."""
    return str(ScriptDirectory(ALEMBIC_DIR).get_current_head())


def open_gradebook(
    self: Gradebook, db_url: str, course_id: str = "default_course", authenticator: Any = None
) -> None:
    """As nbgrader does it the first time; after that only a new session on the same engine."""
    engine = _engines.get((db_url, course_id, _file_number(db_url)))
    if engine is None:
        _open(self, db_url, course_id, authenticator)
        if self.engine.dialect.name != "sqlite" or _file_number(db_url):
            _engines[db_url, course_id, _file_number(db_url)] = self.engine
        return
    self.engine, self.course_id, self.authenticator = engine, course_id, authenticator
    self.db = scoped_session(sessionmaker(autoflush=True, bind=engine, future=True))


def close_gradebook(self: Gradebook) -> None:
    """Give the connection back. A file is really closed: it may be moved or replaced, and opening one costs little."""
    if self.engine.dialect.name == "sqlite":
        _close(self)
    else:
        self.db.remove()


def _file_number(db_url: str) -> int:
    """Which file an sqlite address stands for now; 0 for no file. Another file may take its place at any moment."""
    url = make_url(db_url)
    if url.get_backend_name() != "sqlite" or not url.database:
        return 0
    path = Path(url.database)
    return path.stat().st_ino if path.is_file() else 0

"""Which notebooks may run by themselves: those in which every code cell does nothing but show exercises of the course.

The page asks when it opens a notebook and when its kernel begins anew, and runs exactly the cells that it gets from
here, if those are the ones it has. A hand-in never runs by being opened, nor anything with other code in it.
"""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

from jupyter_client.kernelspec import NATIVE_KERNEL_NAME
from jupyter_server.auth.decorator import authorized
from jupyter_server.base.handlers import APIHandler
from tornado.web import HTTPError, authenticated

from course.folders import holds_hand_ins
from course.server.files import course_around
from course.server.hand_ins import is_hand_in
from course.showing import does_nothing_but_show

ADDRESS = "overtuigen/runs"
MAX_BYTES = 20_000_000
"""Of a notebook with its outputs."""


class Runs(APIHandler):
    """``{"path": …}`` gets ``{"kernel": name, "cells": [source, …]}``, or ``{}`` for what may not run by itself."""

    auth_resource = "contents"

    @authenticated
    @authorized
    async def post(self) -> None:
        """Answer for one notebook. Whether it is there at all is not told."""
        match self.get_json_body():
            case {"path": str(path)}:
                cells = await asyncio.to_thread(self._cells, path)
            case _:
                raise HTTPError(400, "A path is needed")
        self.finish({} if cells is None else {"kernel": NATIVE_KERNEL_NAME, "cells": cells})

    def _cells(self, path: str) -> list[str] | None:
        manager: Any = self.contents_manager
        try:
            place = Path(manager._get_os_path(path))
        except (
            AttributeError,
            HTTPError,
            OSError,
            ValueError,
        ):  # elsewhere than on disk, or not given to who asks
            return None
        return cells_to_run(place, Path(manager.root_dir))


def cells_to_run(place: Path, root: Path) -> list[str] | None:
    """The code cells of the notebook at `place`, in a server that opens `root`; None when it may not run by itself."""
    try:
        cells = code_in(own_notebook(place, root))
    except (OSError, ValueError, TypeError, KeyError, RuntimeError):
        return None
    return cells if does_nothing_but_show(cells) else None


def own_notebook(place: Path, root: Path) -> Any:
    """The JSON of the notebook at `place`, in a server that opens `root`.

    Raises:
        OSError, ValueError or RuntimeError: it cannot be read, or is not in the root, hidden, or somebody's hand-in.
    """
    real = own_place(place, root)
    course = course_around(real)
    if course and is_hand_in(real.relative_to(course), is_notebook=True):
        raise ValueError(f"perhaps somebody's: {place}")
    if (answers := place.parent.resolve() / "answers").resolve() != answers:
        raise ValueError(f"its answers would go elsewhere: {place}")
    if real.suffix != ".ipynb" or not real.is_file() or real.stat().st_size > MAX_BYTES:
        raise ValueError(f"no notebook: {place}")
    return json.loads(real.read_text("utf-8"))


def own_place(place: Path, root: Path) -> Path:
    """Where `place` really is, which is in `root`, and neither hidden nor where hand-ins are. Raises as above."""
    real = place.resolve(strict=True)
    inside = (*place.relative_to(root).parts, *real.relative_to(root.resolve()).parts)
    if any(part.startswith(".") for part in inside) or holds_hand_ins(place) or holds_hand_ins(real):
        raise ValueError(f"not to be read: {place}")
    return real


def code_in(notebook: Any) -> list[str]:
    """The sources of the code cells in the JSON of a notebook.

    Raises:
        ValueError, TypeError or KeyError: it is no notebook, or of a format that the page would convert.
    """
    if notebook["nbformat"] != 4:
        raise ValueError("another format")
    sources = [cell["source"] for cell in notebook["cells"] if cell["cell_type"] == "code"]
    return [source if isinstance(source, str) else "".join(source) for source in sources]

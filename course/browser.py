"""What a kernel does in the browser that a server does elsewhere: look before anything runs, and carry work along.

The page runs a line in the kernel that calls one of these; what it is told comes back as an output of a MIME type of
its own.
"""

from __future__ import annotations

import io
import json
import os
import zipfile
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from functools import cache, wraps
from importlib import import_module
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any

from course.answers.copy import NOTEBOOK, complete, copies_in
from course.answers.newest import newest
from course.answers.record import MAX_BYTES, Record
from course.answers.store import Answers, UnkeptError, is_lasting
from course.folders import holds_hand_ins
from course.showing import does_nothing_but_show

TOLD = "application/vnd.overtuigen.told+json"
ROOT = PurePosixPath("/drive")
"""Where the files of the page are, as seen from the kernel."""
MAX_BROUGHT, MAX_UNPACKED, MAX_FILES, MAX_RECORDS = 20_000_000, 50_000_000, 500, 2_000
"""Bytes of what is brought along, as it is and unpacked; files and answers in it. The course has 400 exercises."""
LANGUAGE = "nl"
"""Of the course in the site."""
LONG_AGO = (1980, 1, 1, 0, 0, 0)


def begin(path: str, sources: list[str]) -> None:
    """Tell the page whether the notebook at `path`, with these code cells, may run, and whether answers last here.

    Nothing of it has run. Copies of answers in the notebook count from now on.
    """
    place = PurePosixPath(path)
    may = does_nothing_but_show(sources) and not holds_hand_ins(place)
    if may:
        os.environ[NOTEBOOK] = str(ROOT / place)
        import_module("course.view.live")  # not before: it reads these copies
    _tell({"runs": may, "lasting": _keeps_answers()})


def _keeps_answers() -> bool:
    try:
        os.listdir()
    except Exception:  # nobody answers for the files of the page, in whatever way
        return False
    return is_lasting(Path("answers"))


def take(notebook: str, name: str) -> None:
    """Tell the page the zip of a notebook, given as JSON, and of the answers beside it: a hand-in like any other."""
    content, answers = json.loads(notebook), Answers()
    complete(content, answers)
    files = {name: json.dumps(content, ensure_ascii=False, indent=1)}
    files |= {f"answers/{one}.json": record.dumps() for one, record in answers.all().items()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for file, text in files.items():
            encoded = text.encode(errors="replace")  # a notebook may hold half a character
            archive.writestr(zipfile.ZipInfo(file, LONG_AGO), encoded, zipfile.ZIP_DEFLATED)
    _tell({"zip": b64encode(buffer.getvalue()).decode()})


def bring(data: str, exercises: list[str] | None) -> None:
    """Keep the answers in a zip or a notebook, of what is given as Base64, and tell how many.

    Args:
        data: what a participant chose: anything at all.
        exercises: those of the open notebook; answers to others are passed over. None for all.
    """
    answers, kept, unkept = Answers(), 0, 0
    found = newest(islice(_records(b64decode(data)), MAX_RECORDS))
    for record in (found[name] for name in (found if exercises is None else exercises) if name in found):
        try:
            answers.adopt(record)
            kept += 1
        except UnkeptError:
            unkept += 1
        except UnicodeEncodeError:  # half a character, which no answer of ours has
            continue
    _tell({"kept": kept, "unkept": unkept})


def _records(data: bytes) -> Iterator[Record]:
    """Every record in a notebook, or in the notebooks and the answers in a zip."""
    if len(data) > MAX_BROUGHT:
        return
    if not zipfile.is_zipfile(io.BytesIO(data)):
        yield from _copies(data)
        return
    left = MAX_UNPACKED
    # What is broken makes zipfile raise anything; what stands before it counts.
    with suppress(Exception), zipfile.ZipFile(io.BytesIO(data)) as archive:
        for info in archive.infolist()[:MAX_FILES]:
            is_answer, is_notebook = info.filename.endswith(".json"), info.filename.endswith(".ipynb")
            if not (is_notebook or (is_answer and info.file_size <= MAX_BYTES)):
                continue
            left -= info.file_size
            if left < 0:
                return
            content = archive.read(info)
            yield from _copies(content) if is_notebook else filter(None, [Record.loads(content)])


def _copies(data: bytes) -> Iterator[Record]:
    with suppress(ValueError, RecursionError):
        yield from copies_in(json.loads(data)).values()


def course(today: str) -> None:
    """Tell the page what the course panel shows on the day ``2026-11-30``, of the files of the page."""
    from course.progress import panel_of, seen_course  # late: the exercises begin without it

    _tell(panel_of(seen_course(Path(ROOT), LANGUAGE, date.fromisoformat(today), load=_notebook)))


@cache
def _notebook(path: Path) -> Any:
    """The JSON of a notebook. Reading one takes long here, and only the answers beside it change while one works."""
    return json.loads(path.read_bytes())


def _tell(told: dict[str, Any]) -> None:
    from IPython.display import display

    display({TOLD: told}, raw=True)


def mend_nulls(kernel: Any, comm: type[Any], null: object) -> None:
    """Let a null of the page be a None here and the other way, in every message of a widget.

    Pyodide makes another object of a null, and of a None it makes what JavaScript has for a field that is not there.

    Args:
        kernel: the kernel of Pyodide.
        comm: what its widgets send messages with.
        null: what a null is in Python.
    """

    def with_none(handle: Callable[..., Any]) -> Callable[..., Any]:
        return wraps(handle)(lambda *given: handle(*(_replaced(one, null, None) for one in given)))

    def with_null(publish: Callable[..., Any]) -> Callable[..., Any]:
        def publish_plain(self: Any, kind: str, data: Any = None, *more: Any, **fields: Any) -> Any:
            return publish(self, kind, data and _replaced(data, None, null), *more, **fields)

        return wraps(publish)(publish_plain)

    manager = kernel.comm_manager
    for name in ("comm_open", "comm_msg", "comm_close"):
        setattr(manager, name, with_none(getattr(manager, name)))
    comm.publish_msg = with_null(comm.publish_msg)  # type: ignore[attr-defined]


def _replaced(value: Any, old: object, new: object) -> Any:
    if isinstance(value, dict):
        return {name: _replaced(one, old, new) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_replaced(one, old, new) for one in value]
    return new if value is old else value

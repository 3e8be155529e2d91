"""IPython extension for every kernel in the course's environment.

A participant gets a sentence where a programmer would get a traceback: only in cells that the course made, which are
known by their first line, and not while nbgrader runs, where an error has to remain an error. And while the participant
reads, the kernel imports what the first exercise will need.
"""

from __future__ import annotations

import importlib
import sys
import threading
from pathlib import Path
from typing import Any

from course.first_lines import language_of_cell
from course.folders import HAND_INS
from course.i18n import translator
from course.view import is_grading


def load_ipython_extension(shell: Any) -> None:
    """Called by IPython when a kernel starts."""
    shell.set_custom_exc((Exception,), explain)
    if sys.platform == "emscripten":
        begin_in_browser(shell)
    elif not is_grading() and HAND_INS.isdisjoint(
        Path.cwd().parts
    ):  # who opens a hand-in works on no exercise
        # In a thread: a cell that is run meanwhile waits for this import only if it needs it.
        threading.Thread(target=importlib.import_module, args=["course.view.live"], daemon=True).start()


def begin_in_browser(shell: Any) -> None:
    """There are no threads there, and nobody reads yet: the page waits for this."""
    from pyodide.ffi import jsnull
    from pyodide_kernel.comm import Comm

    from course.browser import mend_nulls

    mend_nulls(shell.kernel, Comm, jsnull)
    importlib.import_module("anywidget")


def explain(shell: Any, kind: type, error: BaseException, trace: Any, tb_offset: int | None = None) -> Any:
    """Say what to do; in other people's cells, show the traceback as always."""
    language = language_of_cell(shell.user_ns.get("In", [""])[-1])
    if is_grading() or language is None:
        return shell.showtraceback((kind, error, trace), tb_offset=tb_offset)
    t = translator(language)
    if isinstance(error, NameError):
        print(t("This cell needs the ones above it. Choose Run All Cells in the menu Run."))
    else:
        print(t("This cell cannot run: {why}").format(why=error))
        print(t("Your saved answers are safe. Ask your instructor to have a look."))
    return None

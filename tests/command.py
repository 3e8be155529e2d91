"""Commands, each in a process of its own that is forked from this one: what takes seconds to import is there already.

That a command also starts from nothing is for `tests/grading/run/test_command.py` and `tests/test_readme.py`.
"""

from __future__ import annotations

import os
import runpy
import sys
from collections.abc import Callable
from io import TextIOWrapper
from multiprocessing import get_context
from pathlib import Path
from subprocess import CompletedProcess
from tempfile import TemporaryDirectory

import nbgrader.apps.nbgraderapp
import traitlets.config

import course.grading.run.close
import course.grading.run.command
import course.report.command  # noqa: F401  (here to be imported once)


def command(
    *arguments: object, cwd: Path, before: Callable[[], None] = lambda: None
) -> CompletedProcess[str]:
    """What `python -m …` does in the folder `cwd`, after `before`; what it wrote is read as UTF-8."""
    words = [str(one) for one in arguments]
    with TemporaryDirectory() as folder:
        written = [Path(folder, name) for name in ("stdout", "stderr")]
        process = get_context("fork").Process(target=_become, args=(words, cwd, written, before))
        process.start()
        process.join()
        assert process.exitcode is not None
        return CompletedProcess(words, process.exitcode, *(path.read_text("utf-8") for path in written))


def _become(words: list[str], cwd: Path, written: list[Path], before: Callable[[], None]) -> None:
    """Become that command: its arguments, its folder, its output, and nothing of an earlier application."""
    for number, path in enumerate(written, start=1):
        with path.open("wb") as file:
            os.dup2(file.fileno(), number)
    sys.stdout, sys.stderr = (TextIOWrapper(os.fdopen(number, "wb"), "utf-8") for number in (1, 2))
    traitlets.config.Application.clear_instance()
    nbgrader.apps.nbgraderapp.NbGraderApp.clear_instance()
    os.chdir(cwd)
    sys.argv = words
    before()
    runpy.run_module(words[0], run_name="__main__", alter_sys=True)

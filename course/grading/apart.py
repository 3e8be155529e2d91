"""What a participant handed in is read in a process of its own, with an end to the memory and the time it may take.

A file can be made that takes gigabytes or hours to read. Such a hand-in is refused by name and the class goes on, also
when the system itself ends the process: it is not this one. On Windows, which cannot fork, there are no such limits.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import traceback
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from course.errors import RefusedError
from course.i18n import Message

T = TypeVar("T")
MAX_MEMORY = 300_000_000
"""Bytes above what this process has already."""
MAX_SECONDS = 10
"""Of work; what a busy computer makes it wait does not count."""
NO_MEMORY = 12
"""The exit code of a process that asked for more."""


def apart(work: Callable[[], T]) -> T:
    """What `work` returns; what it raises is raised here.

    Raises:
        RefusedError: when it takes too much, or is ended.
    """
    if not hasattr(os, "fork"):
        return work()
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        # Other threads wait for work or draw a progress bar; the child uses nothing of them.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if not child:
        _do(work, writing)
    os.close(writing)
    try:
        with open(reading, "rb") as pipe:
            told = pipe.read()
    except BaseException:  # Ctrl+C
        os.kill(child, signal.SIGKILL)
        raise
    finally:
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code:
        raise RefusedError(
            Message(
                "This hand-in cannot be read: {why}. Ask for the notebook as the course saves it.",
                why=_why(code),
            )
        )
    returned, raised = pickle.loads(told)  # noqa: S301  of our own process
    if raised is not None:
        raise raised
    return returned  # type: ignore[no-any-return]


def _why(code: int) -> Message:
    if code == NO_MEMORY:
        return Message("it takes more than {n} MB of memory", n=MAX_MEMORY // 1_000_000)
    if code == -signal.SIGPROF:
        return Message("it takes more than {n} seconds", n=MAX_SECONDS)
    return Message("the computer ended the reading, as it does when there is too little memory")


def _do(work: Callable[[], Any], writing: int) -> NoReturn:
    """Send what comes of `work`, and end."""
    try:
        _limit()
        outcome: tuple[Any, Exception | None]
        try:
            outcome = work(), None
        except MemoryError:
            os._exit(NO_MEMORY)
        except Exception as error:
            error.add_note(traceback.format_exc())  # for the log: a traceback does not travel
            outcome = None, error
        with open(writing, "wb") as pipe:
            pickle.dump(outcome, pipe, pickle.HIGHEST_PROTOCOL)
        os._exit(0)
    except MemoryError:
        os._exit(NO_MEMORY)
    finally:
        os._exit(1)


def _limit() -> None:
    gc.disable()  # the process ends before there is anything to gain
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, MAX_SECONDS)
    if sys.platform == "linux":  # elsewhere the system does not hold a process to it
        import resource

        has = int(Path("/proc/self/statm").read_text().split()[5]) * resource.getpagesize()
        _soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (has + MAX_MEMORY, hard))

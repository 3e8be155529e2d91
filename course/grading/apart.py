"""What a participant handed in is read in a process of its own, with an end to the memory and the time it may take.

A file can be made that takes gigabytes or hours to read. Such a hand-in is refused by name and the class goes on, also
when the system itself ends the process: it is not this one. On Windows, which cannot fork, there are no such limits.
"""

from __future__ import annotations

import gc
import os
import signal
import stat
import sys
import traceback
import warnings
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Generic, NoReturn, TypeVar

from course.errors import RefusedError
from course.i18n import Message

Given = TypeVar("Given")
Returned = TypeVar("Returned")
MAX_MEMORY = 300_000_000
"""Bytes above what this process has already."""
MAX_SECONDS = 10
"""Of work; what a busy computer makes it wait does not count."""
NO_MEMORY = 12
"""The exit code of a process that asked for more."""


class _EndedError(RefusedError):
    """The process ended before it told what came of its work."""


class Apart(Generic[Given, Returned]):
    """Does `work` in a process of its own, for one thing after another.

    The process stays, for making one takes longer than most work. It may have been ended by what others before left in
    it: what was not the first of its process is therefore done once more, in a new one, before it is refused.
    """

    def __init__(self, work: Callable[[Given], Returned]) -> None:
        self.work = work
        self._process: _Process | None = None

    def __call__(self, given: Given) -> Returned:
        """What `work` returns; what it raises is raised here.

        Raises:
            RefusedError: when it takes too much, or is ended.
        """
        if not hasattr(os, "fork"):
            return self.work(given)
        outcome = None
        if self._process is not None and self._process.is_mine:
            with suppress(_EndedError):
                outcome = self._ask(self._process, given)
        returned, raised = outcome or self._ask(_Process(self.work), given)
        if raised is not None:
            raise raised
        return returned  # type: ignore[no-any-return]

    def _ask(self, process: _Process, given: Given) -> tuple[Any, Exception | None]:
        self._process = process
        try:
            return process.ask(given)
        except BaseException:  # Ctrl+C too
            process.end()
            self._process = None
            raise

    def __del__(self) -> None:
        if self._process:
            self._process.end()


class _Process:
    """A copy of this process that waits for work, and ends with this one."""

    def __init__(self, work: Callable[[Any], Any]) -> None:
        self._pipe, there = Pipe()
        self._owner = os.getpid()
        with warnings.catch_warnings():
            # Other threads wait for work or draw a progress bar; the child uses nothing of them.
            warnings.simplefilter("ignore", DeprecationWarning)
            self._pid = os.fork()
        if not self._pid:
            self._pipe.close()
            _do(work, there)
        there.close()

    @property
    def is_mine(self) -> bool:
        """Whether this process made it; a copy that was made of this process since did not."""
        return self._owner == os.getpid()

    def ask(self, given: Any) -> tuple[Any, Exception | None]:
        """What the work returned and what it raised."""
        try:
            self._pipe.send(given)
            return self._pipe.recv()  # type: ignore[no-any-return]
        except (EOFError, ConnectionError):
            code = self._wait()
        raise _EndedError(
            Message(
                "This hand-in cannot be read: {why}. Ask for the notebook as the course saves it.",
                why=_why(code),
            )
        )

    def end(self) -> None:
        """End it, if it has not ended."""
        self._pipe.close()
        if self._pid and self.is_mine:
            os.kill(self._pid, signal.SIGKILL)
            self._wait()

    def _wait(self) -> int:
        """Its exit code."""
        code = os.waitstatus_to_exitcode(os.waitpid(self._pid, 0)[1])
        self._pid = 0
        return code


def _why(code: int) -> Message:
    if code == NO_MEMORY:
        return Message("it takes more than {n} MB of memory", n=MAX_MEMORY // 1_000_000)
    if code == -signal.SIGPROF:
        return Message("it takes more than {n} seconds", n=MAX_SECONDS)
    return Message("the computer ended the reading, as it does when there is too little memory")


def _do(work: Callable[[Any], Any], pipe: Connection) -> NoReturn:
    """Send what comes of `work` for each thing that is asked, until nobody can ask any more."""
    try:
        _let_go(pipe.fileno())
        _limit_memory()
        gc.freeze()  # what was there stays: looking at it would copy it
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        while True:
            given = pipe.recv()
            signal.setitimer(signal.ITIMER_PROF, MAX_SECONDS)
            outcome: tuple[Any, Exception | None]
            try:
                outcome = work(given), None
            except MemoryError:
                os._exit(NO_MEMORY)
            except Exception as error:
                error.add_note(traceback.format_exc())  # for the log: a traceback does not travel
                outcome = None, error
            pipe.send(outcome)
            signal.setitimer(signal.ITIMER_PROF, 0)
            del given, outcome
    except EOFError:
        os._exit(0)
    except MemoryError:
        os._exit(NO_MEMORY)
    finally:
        os._exit(1)


def _let_go(own: int) -> None:
    """Close the pipes and sockets that this process only has for being a copy: others wait until they are closed."""
    for number in map(int, os.listdir("/dev/fd")):
        if number > 2 and number != own:
            with suppress(OSError):  # such as what listed them
                mode = os.fstat(number).st_mode
                if stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode):
                    os.close(number)


def _limit_memory() -> None:
    if sys.platform == "linux":  # elsewhere the system does not hold a process to it
        import resource

        has = int(Path("/proc/self/statm").read_text().split()[5]) * resource.getpagesize()
        _soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (has + MAX_MEMORY, hard))

"""What one hand-in may take: a real process that takes too much, or that the system ends."""

import os
import select
import signal
from collections.abc import Callable
from itertools import count
from multiprocessing import get_context
from typing import Any

import psutil
import pytest

import course.grading.apart as limits
from course.errors import RefusedError
from course.grading.apart import Apart
from course.i18n import Message

LEFT: list[bytes] = []
"""What work leaves behind in its process."""


def refuse():
    raise RefusedError(Message("The zip is broken or incomplete."))


def leave():
    LEFT.append(bytes(limits.MAX_MEMORY * 2 // 3))


WORK: dict[str, Callable[[], Any]] = {
    "which process": os.getpid,
    "refuse": refuse,
    "go wrong": lambda: 1 / 0,
    "take a third": lambda: len(bytes(limits.MAX_MEMORY // 3)),
    "take two thirds": lambda: len(bytes(limits.MAX_MEMORY * 2 // 3)),
    "leave two thirds": leave,
    "take it all": lambda: len(bytes(2 * limits.MAX_MEMORY)),
    "take it bit by bit": lambda: [bytes(1_000) for _ in range(1_000_000)],
    "take for ever": lambda: sum(1 for _ in count()),
    "be ended": lambda: os.kill(os.getpid(), signal.SIGKILL),
}


@pytest.fixture
def apart() -> Apart[str, Any]:
    return Apart(lambda name: WORK[name]())


def test_one_process_does_what_is_asked_of_it_and_is_not_this_one(apart):
    first = apart("which process")
    assert first != os.getpid()
    assert apart("which process") == first


def test_what_is_raised_is_raised_here_with_where_it_happened_and_work_goes_on(apart):
    with pytest.raises(RefusedError, match="broken"):
        apart("refuse")
    with pytest.raises(ZeroDivisionError) as raised:
        apart("go wrong")
    assert "test_apart.py" in raised.value.__notes__[0]
    assert apart("take a third") == limits.MAX_MEMORY // 3


@pytest.mark.parametrize("before", [[], ["which process"]], ids=["first", "after another"])
@pytest.mark.parametrize("greedy", ["take it all", "take it bit by bit"])
def test_too_much_memory_is_refused_and_work_goes_on(apart, before, greedy):
    for name in before:
        apart(name)
    with pytest.raises(RefusedError, match="300 MB"):
        apart(greedy)
    assert apart("take a third") == limits.MAX_MEMORY // 3


def test_nobody_is_refused_for_what_others_before_left(apart):
    crowded = apart("which process")
    apart("leave two thirds")
    assert apart("take two thirds") == limits.MAX_MEMORY * 2 // 3
    assert apart("which process") != crowded


@pytest.mark.parametrize("before", [[], ["which process"]], ids=["first", "after another"])
def test_too_much_time_is_refused_and_what_waits_takes_none(apart, before, monkeypatch):
    monkeypatch.setattr(limits, "MAX_SECONDS", 0.5)
    for name in before:
        apart(name)
    with pytest.raises(RefusedError, match=r"0\.5 seconds"):
        apart("take for ever")
    assert apart("which process")


def test_a_process_that_the_system_ends_is_a_refusal(apart):
    with pytest.raises(RefusedError, match="the computer ended"):
        apart("be ended")
    between = apart("which process")
    os.kill(between, signal.SIGKILL)  # between two of them: nobody's fault
    assert apart("which process") not in (between, os.getpid())


def test_the_process_ends_with_who_asks():
    mine: Apart[None, int] = Apart(lambda _nothing: os.getpid())
    child = psutil.Process(mine(None))
    del mine
    assert not child.is_running()


def test_a_copy_of_this_process_has_one_of_its_own(apart):
    first = apart("which process")
    copy = get_context("fork").Process(target=lambda: apart("take a third"))
    copy.start()
    copy.join()
    assert copy.exitcode == 0
    assert apart("which process") == first


def test_it_keeps_no_pipe_open_that_others_wait_for(apart):
    reading, writing = os.pipe()
    apart("which process")
    os.close(writing)
    has_ended, _, _ = select.select([reading], [], [], 5)
    assert has_ended
    assert os.read(reading, 1) == b""
    os.close(reading)

"""What one hand-in may take: a real process that takes too much, or that the system ends."""

import os
import signal
from itertools import count

import pytest

import course.grading.apart as limits
from course.errors import RefusedError
from course.grading.apart import apart
from course.i18n import Message


def test_what_was_read_comes_back():
    assert apart(lambda: {"text": "hier", "pid": os.getpid() != here}) == {"text": "hier", "pid": True}


here = os.getpid()


def test_what_is_raised_is_raised_here_with_where_it_happened():
    def refuse():
        raise RefusedError(Message("The zip is broken or incomplete."))

    with pytest.raises(RefusedError, match="broken"):
        apart(refuse)
    with pytest.raises(ZeroDivisionError) as raised:
        apart(lambda: 1 / 0)
    assert "test_apart.py" in raised.value.__notes__[0]


def test_too_much_memory_is_refused():
    assert len(apart(lambda: bytes(limits.MAX_MEMORY // 3))) == limits.MAX_MEMORY // 3
    for greedy in (
        lambda: len(bytes(2 * limits.MAX_MEMORY)),
        lambda: [bytes(1_000) for _ in range(1_000_000)],
    ):
        with pytest.raises(RefusedError, match="300 MB"):
            apart(greedy)


def test_too_much_time_is_refused(monkeypatch):
    monkeypatch.setattr(limits, "MAX_SECONDS", 1)
    with pytest.raises(RefusedError, match="1 seconds"):
        apart(lambda: sum(1 for _ in count()))


def test_a_process_that_the_system_ends_is_a_refusal():
    with pytest.raises(RefusedError, match="the computer ended"):
        apart(lambda: os.kill(os.getpid(), signal.SIGKILL))

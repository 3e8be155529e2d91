"""When the copy of an answer in the notebook follows."""

import asyncio
from itertools import count

import pytest

from course.view.live import Copy

CALLED = []


class LoopOfABrowser:
    """As Pyodide's: a clock that goes on between two looks at it, and no call for a moment that went by."""

    def __init__(self):
        self.ticks = count(100.0, 0.001)

    def time(self):
        return next(self.ticks)

    def call_later(self, delay, call):
        if delay < 0:
            raise ValueError("Can't schedule in the past")
        CALLED.append((delay, call))
        return object()

    def call_at(self, when, call):
        return self.call_later(when - self.time(), call)


@pytest.fixture
def copy(monkeypatch):
    CALLED.clear()
    loop = LoopOfABrowser()
    monkeypatch.setattr(asyncio, "get_running_loop", lambda: loop)
    copy = Copy(dict)
    monkeypatch.setattr(copy.handle, "update", lambda *_args, **_options: None)
    return copy


def test_after_a_rest_a_copy_follows_at_once_in_a_browser_too(copy):
    copy.follow()
    assert [delay for delay, _call in CALLED] == [0]


def test_while_one_change_follows_another_a_copy_follows_within_a_second_and_once(copy):
    copy.follow()
    CALLED.pop()[1]()
    copy.follow()
    copy.follow()
    ((delay, _call),) = CALLED
    assert 0.9 < delay <= 1

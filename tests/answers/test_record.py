import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.answers import Record
from course.answers.record import Checked, is_id
from tests.strategies import json_like


@pytest.mark.parametrize("saved", ["", "gisteren", "9999-99-99", "0001-01-01T00:00:00+23:59", "\ud800"])
def test_a_moment_that_cannot_be_read_is_long_ago(saved):
    assert Record("own-case", "reflect", saved, {}).moment <= 0


def test_moments_compare_across_time_zones():
    amsterdam = Record("own-case", "reflect", "2026-03-01T13:00:00+01:00", {})
    utc = Record("own-case", "reflect", "2026-03-01T12:00:01+00:00", {})
    assert amsterdam.moment < utc.moment


@given(json_like("exercise", "kind", "saved", "answer", "own-case"))
def test_anything_may_stand_where_a_record_is_expected(data):
    record = Record.parse(data)
    assert record is None or is_id(record.exercise)


@given(st.binary() | st.text(st.characters()))
def test_anything_may_stand_in_a_file(content):
    record = Record.loads(content)
    assert record is None or is_id(record.exercise)


@pytest.mark.parametrize("depth", [30, 300, 900, 100_000])
def test_a_record_that_is_too_deep_to_copy_is_no_record(depth):
    head = '{"exercise": "own-case", "kind": "reflect", "saved": "", "answer": {"text": '
    assert Record.loads(f"{head}{'[' * depth}{']' * depth}}}}}") is None


nested = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=10,
)


@given(st.dictionaries(st.text(max_size=5), nested, max_size=4))
def test_every_answer_survives_its_file(answer):
    record = Record("own-case", "reflect", "2026-03-01T12:00:00+01:00", answer)
    assert Record.loads(record.dumps()) == record


clocks = st.floats(0, 4e9)


def made(clock, after=None):
    """A record, and whether it is newer than the one before, as the clock of that moment sees it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(time, "time", lambda: clock)
        record = Record.made("own-case", "reflect", {}, after)
        return record, after is None or record.rank > after.rank


@given(clocks, clocks)
def test_whatever_the_clocks_the_new_record_is_newer_than_the_one_it_replaces(first, second):
    old, _ = made(first)
    _, newer = made(second, old)
    assert newer


@given(st.text() | st.datetimes().map(str))
def test_after_any_record_one_can_be_made_that_says_when(saved):
    record, _ = made(1_772_000_000, Record("own-case", "reflect", saved, {}))
    assert record.has_right_clock


@pytest.mark.parametrize("saved", ["", "9999-12-31T23:59:59.999999"])
def test_with_a_clock_that_stands_still_as_well(saved):
    record, _ = made(0, Record("own-case", "reflect", saved, {}))
    assert record.saved.startswith("19")


def test_it_says_when_it_was_made():
    before = time.time()
    record = Record.made("own-case", "reflect", {})
    assert before - 0.001 <= record.moment <= time.time()
    assert record.has_right_clock


def test_the_last_check_travels_along_and_anything_else_is_no_check():
    checked = Checked({"text": "a"}, 2)
    record = Record.made("one", "sort", {"text": "b"}, checked=checked)
    assert Record.loads(record.dumps()) == record
    assert "checked" not in json.loads(Record.made("one", "sort", {}).dumps())
    for strange in (None, 3, {}, {"answer": {}, "times": "2"}, {"answer": [], "times": 2}):
        assert Record.parse({**record.data(), "checked": strange}).checked is None

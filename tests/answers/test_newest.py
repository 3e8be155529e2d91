from itertools import permutations

import pytest

from course.answers import Record, newest

WRONG = ["2099-01-01T00:00:00+01:00", "1970-01-02T00:00:00+01:00", "9999-12-31T23:59:59", "gisteren", ""]


def record(text, saved="2026-03-01T12:00:00+01:00", name="own-case"):
    return Record(name, "reflect", saved, {"text": text})


def chosen(*records):
    return [one.answer["text"] for one in newest(records).values()]


def test_the_latest_moment_wins_across_time_zones():
    times = ["2026-03-01T12:00:00+01:00", "2026-03-01T11:00:01+00:00", "2026-03-01T00:00:00-11:00"]
    for order in permutations(record(saved, saved) for saved in times):
        assert chosen(*order) == ["2026-03-01T11:00:01+00:00"]


@pytest.mark.parametrize("wrong", WRONG)
def test_a_clock_that_cannot_be_right_loses_from_one_that_can(wrong):
    for order in permutations([record("goed"), record("fout", wrong)]):
        assert chosen(*order) == ["goed"]


def test_of_clocks_that_are_all_wrong_the_latest_moment_wins():
    for order in permutations([record("2099", WRONG[0]), record("1970", WRONG[1]), record("nooit", "")]):
        assert chosen(*order) == ["2099"]


def test_of_equals_the_first_given_wins():
    same_moment = record("kopie", "2026-03-01T11:00:00+00:00")
    assert chosen(record("bestand"), same_moment) == ["bestand"]
    assert chosen(same_moment, record("bestand")) == ["kopie"]


def test_every_exercise_has_its_own_newest_and_nothing_is_no_record():
    found = newest([None, record("a", name="a"), None, record("b", name="b")])
    assert {name: one.answer["text"] for name, one in found.items()} == {"a": "a", "b": "b"}
    assert newest([None]) == {}

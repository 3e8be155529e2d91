import codecs
import json

import pytest

import course.grading.submission.lenient as lenient
from course.answers import MIME_TYPE
from course.grading.submission.lenient import DECODER, parse, salvage, text_of

RECORD = {
    "exercise": "own-case",
    "kind": "reflect",
    "saved": "2026-03-01T12:00:00+01:00",
    "answer": {"text": "één"},
}
COPY = f'"{MIME_TYPE}": '


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_text_is_read_whatever_it_was_saved_as(encoding):
    assert text_of('{"text": "één café ‘zó’"}'.encode(encoding)) == '{"text": "één café ‘zó’"}'


def test_a_wrong_byte_costs_no_more_than_itself():
    assert text_of("één".encode() + b"\xff" + "één".encode()) == "éénÿéén"
    assert text_of("één".encode()[:-1] + b"n")[:2] == "éé"[:2]


def test_a_file_that_is_nothing_but_wrong_bytes_is_not_looked_at_byte_by_byte(monkeypatch):
    """Each such look costs a thousand times what the rest of the reading does."""
    looks = []
    monkeypatch.setattr(lenient, "MAX_WRONG", 1_000)
    codecs.register_error("windows-bytes", lambda error: looks.append(1) or lenient._windows_bytes(error))
    try:
        for size in (1_000, 1_001, 2_000_000):
            assert len(text_of(b"\xff" * size)) == size
    finally:
        codecs.register_error("windows-bytes", lenient._windows_bytes)
    assert len(looks) == 1_000


@pytest.mark.parametrize("number", ["NaN", "-Infinity", "1e999", "9" * 5_000])
def test_a_number_that_is_none_becomes_text(number):
    (value,) = parse(f"[{number}]")
    assert isinstance(value, str)
    assert len(value) < 30


def test_other_numbers_are_what_they_are():
    assert parse("[1, -2.5, 1e3]") == [1, -2.5, 1000.0]


def test_whole_records_are_found_in_what_is_broken():
    text = (
        "[{,"
        + COPY
        + json.dumps(RECORD)
        + ", oops "
        + COPY
        + json.dumps({**RECORD, "exercise": "b"})
        + COPY
        + '{"exe'
    )
    assert [record.exercise for record in salvage(text)] == ["own-case", "b"]


def test_what_is_no_record_is_not_found():
    assert list(salvage(COPY + '{"exercise": "../x"}' + COPY + "3" + COPY)) == []


def test_what_is_read_in_all_has_an_end(monkeypatch):
    one = COPY + json.dumps(RECORD) + ", oops "
    monkeypatch.setattr(lenient, "MAX_SALVAGED", 2 * len(json.dumps(RECORD)))
    assert len(list(salvage(one * 50))) == 3


class Counting:
    """Reads as the decoder does, and counts the work: how often it begins, fails, and how much it gets through."""

    def __init__(self):
        self.begun = self.failed = self.read = 0

    def raw_decode(self, piece):
        self.begun += 1
        try:
            value, length = DECODER.raw_decode(piece)
        except (ValueError, RecursionError):
            self.failed += 1
            raise
        self.read += length
        return value, length


@pytest.mark.parametrize(
    ("unit", "times"),
    [
        (COPY, 5_000),
        (COPY + "{", 5_000),
        (COPY + '{"a": [', 5_000),
        (COPY + " " * 1_000, 5_000),
        (COPY + "3, ", 5_000),
        (COPY + '{"a": "' + "x" * 90_000 + '"}', 100),
    ],
    ids=["names", "open", "nested", "blank", "numbers", "large"],
)
def test_the_search_ends(unit, times, monkeypatch):
    """However long the text: without limits the work is the square of its length, and takes hours."""
    work = []
    for size in (times, 2 * times):
        counting = Counting()
        monkeypatch.setattr(lenient, "DECODER", counting)
        assert list(salvage(unit * size)) == []
        assert counting.begun <= lenient.MAX_RECORDS
        assert counting.failed <= lenient.MAX_FAILED + 1
        assert counting.read <= lenient.MAX_SALVAGED + lenient.MAX_RECORD
        work.append((counting.begun, counting.failed, counting.read))
    assert work[0] == work[1]

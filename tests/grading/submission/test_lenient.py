import json
import time

import pytest

import course.grading.submission.lenient as lenient
from course.answers import MIME_TYPE
from course.grading.submission.lenient import parse, salvage, text_of

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


def test_a_file_that_is_nothing_but_wrong_bytes_is_soon_read():
    began = time.perf_counter()
    assert len(text_of(b"\xff" * 50_000_000)) == 50_000_000
    assert time.perf_counter() - began < 20  # byte by byte: a minute


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


@pytest.mark.parametrize(
    "text",
    [
        COPY * 400_000,
        (COPY + "{") * 400_000,
        (COPY + '{"a": [') * 300_000,
        COPY + " " * 10_000_000,
        (COPY + "3, ") * 300_000,
        (COPY + '{"a": "' + "x" * 900_000 + '"}') * 20,
    ],
    ids=["names", "open", "nested", "blank", "numbers", "large"],
)
def test_the_search_ends(text):
    began = time.perf_counter()
    assert list(salvage(text)) == []
    assert time.perf_counter() - began < 20  # without limits: hours

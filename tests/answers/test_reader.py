import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.answers import Reader
from course.answers.reader import MAX_ITEMS, MAX_TEXT
from tests.strategies import json_like

METHODS = {
    "mapping": lambda reader, raw: reader.mapping(raw),
    "items": lambda reader, raw: reader.items(raw),
    "known": lambda reader, raw: reader.known(raw, {"a", "b"}),
    "placing": lambda reader, raw: reader.placing(raw, {"a"}, {"b"}),
    "whole": lambda reader, raw: reader.whole(raw, 0, 5),
    "text": lambda reader, raw: reader.text(raw),
}


@pytest.mark.parametrize("read", METHODS.values(), ids=METHODS)
@given(raw=json_like("a", "b"))
def test_nothing_makes_a_reader_raise(read, raw):
    read(Reader(), raw)


@pytest.mark.parametrize("read", METHODS.values(), ids=METHODS)
def test_what_is_absent_is_no_problem(read):
    reader = Reader()
    assert not read(reader, None)
    assert reader.problems == []


@pytest.mark.parametrize(
    ("method", "raw"),
    [
        ("mapping", []),
        ("mapping", "a"),
        ("mapping", {1: "a"}),
        ("mapping", dict.fromkeys(map(str, range(MAX_ITEMS + 1)))),
        ("items", {}),
        ("items", "ab"),
        ("items", [None] * (MAX_ITEMS + 1)),
        ("known", "c"),
        ("known", ["a"]),
        ("known", 1),
        ("placing", {"a": "c"}),
        ("whole", 6),
        ("whole", -1),
        ("whole", 1.0),
        ("whole", math.nan),
        ("whole", True),
        ("whole", "1"),
        ("whole", 10**400),
        ("text", 1),
        ("text", ["a"]),
        ("text", "a" * (MAX_TEXT + 1)),
    ],
)
def test_what_is_refused_is_said(method, raw):
    reader = Reader()
    METHODS[method](reader, raw)
    assert len(reader.problems) == 1


def test_a_problem_is_said_once():
    reader = Reader()
    reader.known("x", "ab")
    reader.known("y", "ab")
    assert len(reader.problems) == 1


def test_a_text_of_a_megabyte_is_cut():
    assert len(Reader().text("a" * 1_000_000)) == MAX_TEXT


@given(st.text(st.characters()))
def test_a_text_can_always_be_stored_and_shown(raw):
    text = Reader().text(raw)
    text.encode("utf-8")
    assert not {c for c in text if c < " "} - set("\n\t")
    assert Reader().text(text) == text


@pytest.mark.parametrize("text", ["Beste Noor,\n\nCafé\tvoor € 3 – “zo” 🎁", "<b>1 < 2</b> & $x$"])
def test_what_people_write_stays_as_it_is(text):
    assert Reader().text(text) == text

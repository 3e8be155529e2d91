"""What holds for every text, however strange."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.coach import CRITERIA, read
from tests.coach.evaluate import load
from tests.coach.examples import MET, UNMET

PIECES = [text for examples in (MET, UNMET) for texts in examples.values() for text in texts]
MARKS = [
    " ",
    "\n",
    "\n- ",
    "! ",
    "? ",
    "…",
    "😀",
    "<br>",
    "https://x.nl/a?b=1 ",
    "'",
    "“",
    "”",
    '"',
    "(",
    "\x00",
    "İ",
    "\u200b",
]
copy = st.lists(st.sampled_from(PIECES + MARKS) | st.text(max_size=20), max_size=8).map("".join)
DUTCH = re.compile(r"\b(je|de|het|een|is|niet|wat|dit|dan|deze|ik)\b", re.IGNORECASE)


def check(text):
    findings = read(text, CRITERIA)
    assert [finding.criterion for finding in findings] == list(CRITERIA)
    assert findings == read(text, CRITERIA)
    for finding in findings:
        assert all(quote and quote in text for quote in finding.seen)
        assert len(finding.seen) <= 3
        assert finding.title == CRITERIA[finding.criterion].title
        assert bool(finding.next_step) is not finding.met
        prose = f"{finding.reason} {finding.next_step}"
        assert DUTCH.search(finding.reason)
        assert "!" not in prose
        assert not re.search(r"\b[ABC][12]\b", prose)


@given(copy)
@settings(max_examples=150, deadline=None)
def test_any_text(text):
    check(text)


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_characters(text):
    check(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "Hoi",
        "😀😀😀",
        "gratisgratisgratis",
        "<p>Gratis</p><script>alert(1)</script>",
        "...",
        "?",
        "1234",
        "é" * 50,
    ],
)
def test_odd_texts(text):
    check(text)


HOSTILE = [
    *(
        "a",
        "é",
        "😀",
        " ",
        "<a ",
        "'",
        "“",
        '"a" ',
        "\u200b",
        "a:",
        "a, ",
        "of of ",
        "1. ",
        "a? ",
        "www.",
        "aaaa-",
    ),
    *("meld je ", "gratis ", "gratis zonder ", "je ", "krijg je ", "ik heb voor je ", "zonder a, ", "wie "),
    *("nog 3 dagen ", "ren naar je ", "als je ", "een ander ", "kun je ", "offeren je op ", "GRATISgratis"),
    *(
        "gratis e-book, vul je e-mail in. ",
        "Waarom? Daarom ",
        "je krijgt gratis als je je e-mailadres achterlaat ",
    ),
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_texts_take_linear_time(piece):
    text = (piece * 20_000)[:20_000]
    start = time.process_time()
    check(text)
    assert time.process_time() - start < 2  # read twice


def test_an_ordinary_text_is_fast():
    text = " ".join(row["text"] for row in load("dev"))[:2000]
    read(text)
    best = min(_timed(text) for _ in range(5))
    assert best < 0.05


def _timed(text):
    start = time.process_time()
    read(text)
    return time.process_time() - start


def test_only_the_criteria_asked_for():
    assert [finding.criterion for finding in read("Hoi", ["readable", "personal"])] == [
        "readable",
        "personal",
    ]

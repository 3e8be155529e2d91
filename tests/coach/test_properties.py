"""What holds for every text, however strange."""

import json
import re
import time
from dataclasses import asdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.coach import CRITERIA, LANGUAGES, read
from tests.coach.evaluate import ASKING, load
from tests.coach.examples import LOOK, NOT_YET, SEEN, SILENT

PIECES = [text for examples in (SEEN, NOT_YET, SILENT) for texts in examples.values() for text in texts]
PIECES += [text for cases in LOOK.values() for text, _ in cases]
MARKS = [
    *(" ", "\n", "\n- ", "! ", "? ", "…", "😀", "<br>", "https://x.nl/a?b=1 ", "'", "“", "”", '"', "("),
    *("\x00", "İ", "\u200b", "\u3164"),
]
copy = st.lists(st.sampled_from(PIECES + MARKS) | st.text(max_size=20), max_size=8).map("".join)


def check(text):
    findings = read(text, CRITERIA, "nl")
    assert findings == read(text, CRITERIA, "nl")
    order = [CRITERIA.index(finding.criterion) for finding in findings]
    assert order == sorted(set(order))
    for finding in findings:
        assert json.loads(json.dumps(asdict(finding)))["verdict"] == finding.verdict
        assert finding.title == LANGUAGES["nl"][finding.criterion].title
        assert finding.reason
        assert (finding.criterion in ASKING) == (finding.verdict == "look")
        assert (finding.question.count("?") >= 1) == (finding.verdict == "look") == bool(finding.question)
        assert bool(finding.next_step) == (finding.verdict == "not_yet")
        assert finding.spans or finding.verdict == "not_yet"
        check_spans(text, finding.spans)


def check_spans(text, spans):
    assert len(spans) <= 3
    end = 0
    for span in spans:
        assert end <= span.start < span.end <= len(text)
        assert span.quote == text[span.start : span.end]
        assert any(char.isalnum() for char in span.quote)
        end = span.end


@given(copy)
@settings(max_examples=150, deadline=None)
def test_any_text(text):
    check(text)


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_characters(text):
    check(text)


@pytest.mark.parametrize(
    "text", ["Hoi", "gratisgratisgratis", "<p>Gratis</p><script>alert(1)</script>", "1234", "é" * 50]
)
def test_odd_texts(text):
    check(text)


NOTHING = [
    "",
    " ",
    "\n\n",
    "😀😀😀",
    "...",
    "?",
    "\u200b\u200b",
    "\ufeff",
    "\u00ad",
    "\u2800\u2800",
    "\u3164\u3164",
    "<p></p>",
]


@pytest.mark.parametrize("text", NOTHING)
def test_where_there_is_nothing_to_read_the_coach_is_silent(text):
    assert read(text, CRITERIA, "nl") == []


def test_a_language_without_a_coach_has_no_findings():
    assert read("Sign up now, last chance! You get a free guide.", CRITERIA, "en") == []


def test_an_unknown_criterion_is_a_mistake():
    with pytest.raises(KeyError):
        read("Hoi", ["beautiful"], "nl")


def test_only_the_criteria_asked_for_and_in_that_order():
    found = read("Meld je aan.", ["readable", "gives_first", "personal"], "nl")
    assert [finding.criterion for finding in found] == ["readable", "gives_first", "personal"]


def test_a_coach_speaks_plainly():
    """No exclamation marks, and one question at a time."""
    for row in load("dev"):
        for finding in read(row["text"], CRITERIA, "nl"):
            assert "!" not in finding.reason + finding.next_step
            assert finding.question.count("?") <= 1
            assert re.search(r"\b(je|de|het|een|deze|wat|dit)\b", finding.reason, re.IGNORECASE)


LONG = 20_000
REPEATED = [
    *("1\n", "😀A"),
    *(
        "!",
        "?",
        ".",
        "…",
        "(",
        ")",
        "'",
        '"',
        "“",
        "<a",
        "<a ",
        " ",
        "\n",
        "😀",
        "a",
        "é",
        "\u200b",
        "-",
        ",",
    ),
    *(
        "!)",
        "! ",
        "! a",
        "(a",
        "'a ",
        '"a" ',
        " !",
        ".\n",
        "\n ",
        "a:",
        "a, ",
        "of ",
        "1. ",
        "a? ",
        "www.",
        "aaaa-",
    ),
    *(
        "meld je ",
        "gratis ",
        "je ",
        "krijg je ",
        "nog maar ",
        "als je ",
        "als wie ",
        "niet ",
        "terwijl je ",
        "kun je ",
    ),
]
NESTED = ["()", "[]", "<>", "“”", "«»", '""', "''"]
HOSTILE = {
    **{piece: (piece * LONG)[:LONG] for piece in REPEATED},
    **{f"{pair} nested": pair[0] * (LONG // 2) + pair[1] * (LONG // 2) for pair in NESTED},
    **{
        f"{pair} around a word": f"gratis {pair[0] * (LONG // 2)}je{pair[1] * (LONG // 2)}" for pair in NESTED
    },
}


def duration(text):
    """Seconds of processor time, the best of two."""
    times = []
    for _ in range(2):
        start = time.process_time()
        read(text, CRITERIA, "nl")
        times.append(time.process_time() - start)
    return min(times)


@pytest.fixture(scope="module")
def ordinary():
    """Ordinary Dutch of the same length."""
    return duration(" ".join(row["text"] for row in load("dev"))[:LONG])


@pytest.mark.parametrize("name", HOSTILE, ids=repr)
def test_a_hostile_text_takes_at_most_fifteen_times_an_ordinary_one(name, ordinary):
    # What grows with the square of the length takes hundreds of times as long; ten thousand tiny sentences take seven.
    assert duration(HOSTILE[name]) < 15 * ordinary


def test_a_text_of_ordinary_length_is_read_while_one_types():
    assert duration(" ".join(row["text"] for row in load("dev"))[:2000]) < 0.05

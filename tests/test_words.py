"""One count of words, in Python and in the browser: a word is something that one can read."""

import json
import subprocess

import pytest

from course.exercise import count_words
from course.view.bundle import FRONTEND
from tests.kinds.examples import dilemma, journey, reflect, rewrite

BLANK = " ".join(["\u200b", "\u2060", "\u3164", "\u115f", "\uffa0"] * 20)
COUNTED = {
    "een twee": 2,
    "": 0,
    "\u200b \u200b \u2060": 0,
    "\u3164 \u115f \u1160 \uffa0": 0,
    "- . … !": 0,
    "🎁 🎁": 0,
    "€ 4,95 -": 1,
    "a\u200bb": 1,
    "½ ³ Ⅷ 一 א": 5,
}


@pytest.mark.parametrize(("text", "n"), COUNTED.items())
def test_a_word_has_a_letter_or_digit_that_one_can_see(text, n):
    assert count_words(text) == n


def test_the_browser_counts_as_python_does():
    code = (
        f"const {{ countWords }} = await import({json.dumps(str(FRONTEND / 'words.js'))});"
        f"console.log(JSON.stringify({json.dumps(list(COUNTED))}.map(countWords)));"
    )
    told = subprocess.run(
        ["node", "--input-type=module", "-e", code], capture_output=True, text=True, check=True
    )
    assert json.loads(told.stdout) == list(COUNTED.values())


@pytest.mark.parametrize("exercise", [reflect, rewrite], ids=["reflect", "rewrite"])
def test_a_text_that_nobody_can_see_is_no_answer(exercise):
    assert exercise.check({"text": BLANK}, points=4).score == 0
    assert exercise.describe({"text": BLANK, "versions": []}) == []
    assert exercise.progress({"text": BLANK, "versions": []})[0] == 0


def test_a_motive_that_nobody_can_see_is_no_motive():
    steps = [{"scene": "start", "choice": "return", "motive": BLANK}]
    told = dilemma.check({"steps": steps, "again": {"choice": "keep", "motive": BLANK}}, points=4)
    assert {item.id: item.verdict for item in told.items}["motive-1"] == "open"
    placed = {"placed": {"tip": "before"}, "motives": {"tip": BLANK}}
    assert journey.check(placed, key={"tip": "before", "extra": "after"}).items[0].verdict == "partial"


@pytest.mark.parametrize("text", ["Koop nu. .", "koop  nu", "Koop nu…\u200b"])
def test_the_original_with_a_dot_more_is_the_original(text):
    assert not rewrite.is_rewritten(text)

"""The course's own begin and end test, handed in, graded and reported as an instructor does it.

Twelve people of three levels: who guesses both times, who mixes up what is nearly alike at the start, and who knew.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from random import Random

import nbformat
import pytest
from bs4 import BeautifulSoup
from nbformat import v4

from course.answers import MIME_TYPE, Record
from course.authoring.manuscript import Manuscript
from course.authoring.opening import manuscript
from course.exercise import Answer
from course.grading.site import Site
from course.report.facts import Facts, facts_of
from tests.command import command
from tests.model_answers import ROOT
from tests.report.look import look
from tests.report.test_report import plots, text_of

FIRST, LAST = "00-begintoets", "08-eindtoets"
LEVELS = {"raadt": ("guess", "guess"), "verwart": ("mix up", "know"), "weet": ("know", "know")}
SKILL = {"guess": 0.0, "mix up": 0.9, "know": 0.95}
EACH = 4


def answers(text: Manuscript, level: str, random: Random) -> dict[str, Answer]:
    """What somebody of this level answers; who mixes up does so in half of the questions."""
    found = {}
    for one in text.exercises:
        key = one.exercise.key
        if level == "mix up" and random.random() < 0.5:
            key = one.block.mistaken(one.block.mix_ups)
        sample = import_module(f"course.kinds.{one.exercise.kind}.sample").sample
        found[one.exercise.id] = sample(one.exercise, key, SKILL[level], random)
    return found


def hand_in(root: Path, name: str, who: str, given: dict[str, Answer]) -> None:
    """The released notebook with the answers in it, as it is downloaded and mailed."""
    notebook = nbformat.read(root / "exercises" / "nl" / name / f"{name}.ipynb", 4)
    for cell in notebook.cells:
        if cell.id in given:
            record = Record.made(cell.id, "choose", given[cell.id])
            cell.outputs = [v4.new_output("display_data", {MIME_TYPE: asdict(record), "text/html": ""})]
    folder = root / "submitted" / who / name
    folder.mkdir(parents=True)
    (folder / f"{name}.ipynb").write_text(json.dumps(notebook), "utf-8")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course of the two tests, graded and reported."""
    made = tmp_path_factory.mktemp("tests")
    config = "from course.grading import configure\n\nconfigure(get_config(), 'nl')\n"
    (made / "nbgrader_config.py").write_text(config, "utf-8")
    for name in (FIRST, LAST):
        shutil.copytree(ROOT / "solutions" / "nl" / name, made / "solutions" / "nl" / name)
        command("nbgrader", "generate_assignment", name, cwd=made).check_returncode()
    for at, name in enumerate((FIRST, LAST)):
        text = manuscript(ROOT / "solutions" / "nl" / name / f"{name}.md")
        for level, both in LEVELS.items():
            for number in range(EACH):
                given = answers(text, both[at], Random(f"{name} {level} {number}"))
                hand_in(made, name, f"{level}{number + 1}", given)
    hand_in(made, FIRST, "alleen-begin", {})
    told = command("course", "grade", cwd=made)
    told.check_returncode()
    (made / "told.txt").write_text(told.stdout, "utf-8")
    command("course", "report", cwd=made).check_returncode()
    return made


@pytest.fixture(scope="module")
def facts(root: Path) -> Facts:
    site = Site(root)
    with site.gradebook(new=False) as book:
        return facts_of(site, book, LAST)


def test_every_question_is_graded_and_nobody_waits(facts):
    assert facts.scores.max_score == 14
    assert facts.scores.waiting == []
    assert len(facts.scores.participants) == EACH * len(LEVELS)


def test_growth_is_where_it_was_put_in(facts):
    found = facts.comparison
    steps = dict(
        zip(found.whole.people, zip(found.whole.before, found.whole.after, strict=True), strict=True)
    )
    mean = {
        level: [sum(steps[f"{level}{n + 1}"][at] for n in range(EACH)) / EACH for at in (0, 1)]
        for level in LEVELS
    }
    assert mean["raadt"][0] < mean["verwart"][0] < mean["weet"][0]
    assert mean["verwart"][1] - mean["verwart"][0] > 0.25
    assert abs(mean["raadt"][1] - mean["raadt"][0]) < 0.2
    assert abs(mean["weet"][1] - mean["weet"][0]) < 0.1


def test_each_principle_has_two_questions_a_difference_and_an_interval(facts):
    found = facts.comparison
    assert {growth.name for growth in found.goals} == set(facts.assignment.goals.values())
    assert len(found.goals) == 7
    assert {growth.asked for growth in found.goals} == {2}
    assert found.not_paired == 1
    for growth in found.goals:
        low, high = growth.difference.interval
        assert low <= growth.difference.value <= high


@pytest.mark.parametrize("name", [LAST, f"{LAST}-anoniem"])
def test_the_page_shows_them_per_principle_and_says_what_few_questions_say(root, name):
    html = (root / "reports" / f"{name}.html").read_text("utf-8")
    told = text_of(html)
    assert "12 deelnemers maakten beide toetsen" in told
    for principle in ("Wederkerigheid", "Schaarste", "Eenheid"):
        assert told.count(principle) >= 2
    assert "Over een leerdoel gingen maar 2 vragen." in told
    assert "Een verschil bewijst niet dat de cursus het veroorzaakte." in told
    drawn = plots(html)
    assert len(drawn["figure-differences"]["data"][0]["y"]) <= 8
    assert "figure-growth" in drawn


def test_a_question_that_is_its_own_heading_is_not_told_twice(root):
    page = BeautifulSoup((root / "reports" / f"{LAST}.html").read_text("utf-8"), "html.parser")
    findings = [one.get_text(" ", strip=True) for one in page.select(".finding")]
    assert [one for one in findings if one.endswith("iets anders.")]
    assert not [one for one in findings if "ging het vaakst mis" in one]
    for one in manuscript(ROOT / "solutions" / "nl" / LAST / f"{LAST}.md").exercises:
        asked = one.exercise.question
        assert not [
            text for text in page.select("li, h4, .finding") if asked in text.get_text() and len(asked) > 80
        ]


def test_the_start_test_alone_is_compared_with_nothing(root):
    html = (root / "reports" / f"{FIRST}.html").read_text("utf-8")
    assert "figure-differences" not in plots(html)


def test_a_test_is_not_given_back_before_everybody_handed_in(root):
    told = " ".join((root / "told.txt").read_text("utf-8").split())
    assert told.count("als iedereen heeft ingeleverd: eerst 'course close ") == 2


def test_feedback_on_a_test_says_above_each_answer_what_was_asked(root):
    page = BeautifulSoup(
        (root / "feedback" / "weet1" / LAST / f"{LAST}.html").read_text("utf-8"), "html.parser"
    )
    asked = [
        " ".join(one.exercise.question.split())
        for one in manuscript(ROOT / "solutions" / "nl" / LAST / f"{LAST}.md").exercises
    ]
    assert [one.get_text() for one in page.select("h3.asked")] == asked
    assert not page.select("nav"), "one heading needs no overview"


def test_while_it_is_open_feedback_gives_no_reasons(root):
    text = manuscript(ROOT / "solutions" / "nl" / LAST / f"{LAST}.md")
    page = (root / "feedback" / "weet1" / LAST / f"{LAST}.html").read_text("utf-8")
    reasons = [why for one in text.exercises for why in one.exercise.reasons.values()]
    assert not [why for why in reasons if why in page]
    command("course", "close", LAST, cwd=root).check_returncode()
    page = (root / "feedback" / "weet1" / LAST / f"{LAST}.html").read_text("utf-8")
    assert [why for why in reasons if why in page]


@pytest.mark.parametrize("width", [pytest.param(1280, marks=pytest.mark.slow), 360])
def test_the_page_fits_and_axe_finds_nothing(root, width):
    seen = look(root / "reports" / f"{LAST}.html", width=width, axe=width == 1280)
    assert (seen.errors, seen.overflow, seen.outside) == ([], 0, [])
    assert seen.axe == ""

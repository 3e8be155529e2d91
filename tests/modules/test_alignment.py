"""The course hangs together: goals, rows of the syllabus, sources and ids; and each fault of that kind is seen."""

from __future__ import annotations

import re
from functools import cache

import pytest

from course.authoring import AuthoringError, notebook_from
from course.authoring.alignment import SYLLABUS, unaligned
from course.authoring.library import manuscripts
from course.authoring.manuscript import Written
from course.authoring.markdown import Prose
from course.authoring.opening import manuscript
from course.authoring.statements import Lesson, sections
from course.evidence import figure
from course.evidence.model import Study
from course.evidence.page import PAGE
from course.evidence.reading import evidence
from course.evidence.statement import statements
from tests.authoring.texts import HEAD, SORT, put
from tests.model_answers import ROOT
from tests.texts import TEXTS

LINK = re.compile(r"\]\(([\w-]+\.ipynb)#cell-id=([\w-]+)\)")
DOI = re.compile(r"10\.\d{4,}/[^\s)\]]+")
DUTCH = [text for text in TEXTS if text.header.language == "nl"]
LESSONS = [text for text in DUTCH if not text.is_assignment]


# Goals and rows -------------------------------------------------------------------------------


def test_every_goal_is_practised_and_graded_and_every_row_of_the_syllabus_has_an_exercise():
    assert unaligned(DUTCH) == []


ASSIGNMENT = HEAD.replace("language: nl", "language: nl\nlesson: 01-les") + SORT.replace(
    "goal: give", "goal: give\npoints: 2"
).replace("forms", "w-forms")


def faults(root, lesson=SORT, graded=ASSIGNMENT):
    """What is unaligned in a small course, without the rows that it has not."""
    put(root, HEAD + lesson)
    put(root, graded, "solutions/nl/01-les/01-les.md")
    rows = {f"{row} has no exercise" for row in SYLLABUS}
    found = unaligned(manuscripts(root))
    return [one for one in found if one not in rows], rows - {*found}


def test_a_goal_that_is_not_practised_is_seen(tmp_path):
    assert faults(tmp_path)[0] == []
    assert faults(tmp_path, lesson=SORT.replace("goal: give\n", ""))[0] == ["01-les: give is not practised"]


def test_a_goal_that_is_not_graded_is_seen(tmp_path):
    assert faults(tmp_path, graded=ASSIGNMENT.replace("goal: give\n", ""))[0] == [
        "01-les: give is not graded"
    ]


def test_a_row_without_an_exercise_is_seen_and_one_that_does_not_exist(tmp_path):
    told, used = faults(tmp_path, lesson=SORT.replace("goal: give", "goal: give\nrows: [S3, S31]"))
    assert told == ["S31 is no row of the syllabus"]
    assert used == {"S3 has no exercise"}


# Sources ----------------------------------------------------------------------------------------


@cache
def cells(name):
    """The cells of a lesson by id."""
    return {cell.id: cell.source for cell in notebook_from(ROOT / "modules" / "nl" / name).cells}


@cache
def on_page():
    return {one.id: one for one in statements("nl") if one.id in cells("bewijs.md")}


def test_every_figure_and_every_number_of_a_lesson_has_its_place_on_the_page():
    for text in LESSONS:
        assert {*text.figures} <= {*on_page()}, text.path
        for number in text.numbers:
            group = ".".join(number.split(".")[:2])
            assert any(one.tells(group) for one in on_page().values()), number


def test_every_statement_says_where_it_comes_from_and_how_strong_it_is():
    for id, one in on_page().items():
        told = cells("bewijs.md")[id]
        assert f"### {one.sentence}" in told
        assert one.strengths
        assert "In de cursus: [" in told
        for source in one.sources:
            assert source.citation in told
            assert source.link is None or source.link in told
            assert not isinstance(source, Study) or source.grade.letter in one.strengths


def test_every_claim_is_made_somewhere():
    assert [claim for claim in evidence().claims if claim not in on_page()] == []
    exercises = {one.exercise.id for text in LESSONS for one in text.exercises}
    assert {name for claim in evidence().claims.values() for name in claim.at} <= exercises


def astray(notebooks):
    """Links of {name of a notebook: its cells by id} that lead to no cell."""
    links = (link for found in notebooks.values() for told in found.values() for link in LINK.findall(told))
    return [(name, cell) for name, cell in links if cell not in notebooks.get(name, ())]


def test_every_link_between_notebooks_leads_to_a_cell():
    assert astray({text.path.with_suffix(".ipynb").name: cells(text.path.name) for text in LESSONS}) == []
    link = "Zie [de bron](bewijs.ipynb#cell-id=tips)."
    assert astray({"01-les.ipynb": {"a": link}, "bewijs.ipynb": {"tips": "Fooi"}}) == []
    assert astray({"01-les.ipynb": {"a": link}, "bewijs.ipynb": {"cards": "Kaart"}}) == [
        ("bewijs.ipynb", "tips")
    ]


def test_every_text_and_every_exercise_with_numbers_and_every_figure_links_to_the_page():
    for text in LESSONS:
        told = cells(text.path.name)
        linked = [source for source in told.values() if f"({PAGE}#cell-id=" in source]
        for part in text.parts:
            if isinstance(part, Prose) and part.numbers:
                assert any(part.text.split("\n", 1)[0] in source for source in linked), part.text[:60]
            if isinstance(part, Written) and not part.block.figures() and part.numbers:
                assert told[f"{part.exercise.id}-source"] in linked
        for name in text.figures:
            assert f'href="{PAGE}#cell-id={name}"' in figure(name, "nl").foot


def test_the_link_stands_at_the_end_of_its_paragraph_and_says_how_strong_it_is(tmp_path):
    quoted = "> Het was {evidence}`tips.none`.\n>\n> En verder.\n\n"
    table = "| fooi |\n|---|\n| {evidence}`tips.one` |\n\nNiets."
    _title, *rest = notebook_from(put(tmp_path, f"{HEAD}+++\n\n{quoted}{table}\n")).cells
    link = f'<small class="ov-source">Bron: [Strohmetz e.a. (2002)]({PAGE}#cell-id=tips) · C, beperkt</small>'
    (cell,) = rest
    assert cell.source == (
        f"> Het was 19,0%. {link}\n>\n> En verder.\n\n| fooi |\n|---|\n| 19,6% |\n\n{link}\n\nNiets."
    )


def loose(written):
    """The DOIs in a text of which the evidence does not know."""
    known = {source.doi.lower() for one in on_page().values() for source in one.sources if source.doi}
    found = {doi.rstrip(".,;") for doi in DOI.findall(written)}
    return {doi for doi in found if doi.lower() not in known}


def test_a_source_with_a_doi_that_a_lesson_names_is_on_the_page():
    assert {doi for text in LESSONS for doi in loose(text.path.read_text("utf-8"))} == set()
    assert loose("[doi:10.1037/a0010932](https://doi.org/10.1037/a0010932).") == set()
    assert loose("[doi:10.1000/nergens](https://doi.org/10.1000/nergens).") == {"10.1000/nergens"}


def test_a_number_of_which_nothing_tells_where_it_comes_from_is_refused(tmp_path):
    with pytest.raises(AuthoringError, match=r"dejong\.payments"):
        manuscript(put(tmp_path, HEAD + "Het waren er {evidence}`dejong.payments`.\n"))
    assert manuscript(put(tmp_path, HEAD + "Het was {evidence}`tips.none`.\n"))


def test_what_no_lesson_leans_on_is_not_on_the_page():
    assert list(sections("nl", [Lesson("01-les", "Les", [])])) == []


# Ids --------------------------------------------------------------------------------------------


def test_one_id_in_two_texts_is_refused(tmp_path):
    put(tmp_path, HEAD + SORT)
    put(tmp_path, HEAD + SORT.replace("Zaadjes", "Bollen"), "modules/nl/02-les.md")
    with pytest.raises(AuthoringError, match="forms"):
        manuscripts(tmp_path)
    put(tmp_path, HEAD, "modules/nl/02-les.md")
    put(tmp_path, ASSIGNMENT.replace("w-forms", "forms"), "solutions/nl/01-les/01-les.md")
    with pytest.raises(AuthoringError, match="forms"):
        manuscripts(tmp_path)


def test_no_id_stands_for_two_exercises():
    own = [one.exercise.id for text in DUTCH for one in text.exercises if not one.borrowed]
    assert len(own) == len(set(own))
    borrowed = {one.exercise.id for text in DUTCH for one in text.exercises if one.borrowed}
    assert borrowed <= set(own), "a question that returns is one of an assignment"

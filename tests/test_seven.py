"""Your seven, on the start page: it reads what stands beside the lessons, and shows nothing else."""

import pytest

from course import Seven
from course.answers import Answers
from course.authoring.notebook import Builder
from course.authoring.opening import manuscript
from course.server.files import START_PAGE
from course.showing import does_nothing_but_show
from course.view.static import seven_bundle
from tests.server.test_course_page import CHOICE, CHOSEN, cells, fill_course, put


@pytest.fixture
def course(tmp_path, monkeypatch):
    monkeypatch.chdir(fill_course(tmp_path) / "modules" / "nl")
    return tmp_path


def test_every_principle_has_the_parts_of_its_lesson(course):
    Answers().save("see", "choose", CHOSEN)
    told = Seven().data()
    assert [(one["name"], one["title"]) for one in told["principles"]] == [("reciprocity", "Wederkerigheid")]
    assert [(part["done"], part["total"]) for part in told["principles"][0]["parts"]] == [(1, 2), (0, 1)]
    assert told["test"] == {"done": 0, "total": 1}
    assert "Wederkerigheid: 1 van 2, 0 van 1" in seven_bundle(Seven())["text/html"]


def test_the_first_test_counts_wherever_it_was_made(course):
    assert Seven().data()["test"] == {"done": 0, "total": 1}
    put(course / START_PAGE, cells("# Welkom", hello=CHOICE, asked=CHOICE))
    Answers().save("asked", "choose", CHOSEN)
    assert Seven().data()["test"] == {"done": 1, "total": 1}


def test_a_broken_answer_stays_where_it_is(course):
    (course / "modules/nl/answers").mkdir()
    (course / "modules/nl/answers/see.json").write_text("[")
    assert Seven().data()["principles"][0]["parts"][0]["done"] == 0
    assert (course / "modules/nl/answers/see.json").read_text() == "["


def test_a_lesson_that_stands_alone_shows_nothing_and_fails_at_nothing(tmp_path, monkeypatch):
    (tmp_path / "a" / "b").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "a" / "b")
    assert Seven().data() == {"principles": [], "test": {"done": 0, "total": 0}}


def test_an_author_puts_it_between_two_breaks(tmp_path):
    path = tmp_path / "modules" / "nl" / "00-start.md"
    path.parent.mkdir(parents=True)
    path.write_text(
        "---\ntitle: Start\nlanguage: nl\n---\n\n# Start\n\n+++\n\n{{ seven }}\n\n+++\n\nEn verder.\n"
    )
    cells = Builder(manuscript(path)).notebook().cells
    assert [cell.id for cell in cells if cell.cell_type == "code"] == ["setup", "seven"]
    assert does_nothing_but_show([cell.source for cell in cells if cell.cell_type == "code"])

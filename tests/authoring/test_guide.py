"""The author guide, followed to the letter."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import nbformat
import pytest

from course.authoring import alignment, marking, reference, timetable
from course.authoring.__main__ import main
from course.authoring.errors import Mistake
from course.authoring.numbers import with_numbers
from course.evidence.reading import evidence
from course.kinds import KINDS
from tests.texts import TEXTS

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "auteurs.md").read_text("utf-8")
LESSON = "modules/nl/01-wederkerigheid"
ASSIGNMENT = "solutions/nl/01-wederkerigheid/01-wederkerigheid"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the course in which an author has just done what the guide says."""
    root = tmp_path_factory.mktemp("course")
    for folder in ("modules", "solutions"):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("answers"))
    in_lesson, in_assignment, shown = re.findall(
        r"^````markdown\n(.*?)^````$", GUIDE, re.MULTILINE | re.DOTALL
    )
    lesson, assignment = root / f"{LESSON}.md", root / f"{ASSIGNMENT}.md"
    lesson.write_text(f"{lesson.read_text('utf-8')}\n{in_lesson}\n{shown}", "utf-8")
    text = assignment.read_text("utf-8").replace("## Bronnen", f"{in_assignment}\n## Bronnen")
    assignment.write_text(text, "utf-8")
    assert main(root) == 0
    return root


def code(path: Path) -> str:
    return "\n".join(cell.source for cell in nbformat.read(path, 4).cells if cell.cell_type == "code")


def test_the_exercise_stands_in_the_lesson(course: Path) -> None:
    assert "extra_gift = Sort(\n    'extra-gift'" in code(course / f"{LESSON}.ipynb")


def test_the_mail_stands_in_the_lesson_as_a_mail(course: Path) -> None:
    cells = nbformat.read(course / f"{LESSON}.ipynb", 4).cells
    assert [cell for cell in cells if cell.cell_type == "markdown" and "Mail van Noor" in cell.source]


def test_the_release_has_the_exercise_but_not_its_model(course: Path) -> None:
    released = code(course / "exercises/nl/01-wederkerigheid/01-wederkerigheid.ipynb")
    assert "w_small_gesture = Reflect(" in released
    assert "    w_small_gesture,\n]" in released
    assert "w_small_gesture.check" not in released
    assert "mevrouw De Boer" not in released


def test_points_heading_and_total_follow(course: Path) -> None:
    notebook = nbformat.read(course / f"{ASSIGNMENT}.ipynb", 4)
    points = {
        cell.metadata.nbgrader.grade_id: cell.metadata.nbgrader.points
        for cell in notebook.cells
        if cell.metadata.get("nbgrader", {}).get("grade")
    }
    assert points["w-small-gesture-open"] == 3
    assert sum(points.values()) == 23
    prose = "\n".join(cell.source for cell in notebook.cells)
    assert "### Opdracht 7 · Een eigen gebaar (3 punten)" in prose
    assert "samen 23 punten" in prose


def test_building_twice_changes_nothing(course: Path) -> None:
    before = {path: path.read_bytes() for path in course.rglob("*.ipynb")}
    assert main(course) == 0
    assert {path: path.read_bytes() for path in course.rglob("*.ipynb")} == before


def test_the_mistake_in_the_guide_is_told_as_the_guide_says(
    course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = course / f"{LESSON}.md"
    whole = path.read_text("utf-8")
    head, block = whole.split("```{sort} extra-gift")
    path.write_text(head + "```{sort} extra-gift" + block.replace("in: gift", "in: gifts"), "utf-8")
    try:
        assert main(course) == 1
    finally:
        path.write_text(whole, "utf-8")
    (example,) = re.findall(r"^modules/nl/.*?:\d+: (cards.*)$", GUIDE, re.MULTILINE)
    assert capsys.readouterr().err.rstrip().endswith(example)


def test_the_guide_names_every_kind() -> None:
    told = set(re.findall(r"^\| `(\w+)` \|", GUIDE, re.MULTILINE))
    assert told == {kind.kind for kind in KINDS}


def test_the_numbers_and_names_that_it_mentions_exist() -> None:
    mistakes: list[Mistake] = []
    assert '"2%"' in GUIDE
    told, (number,) = with_numbers("{evidence}`cards.later`", "nl", mistakes)
    assert (told, number.id, number.end) == ("2%", "cards.later", 2)
    assert not mistakes
    assert "tips" in evidence().figures


def test_what_is_derived_from_all_texts_is_as_it_would_be_made() -> None:
    texts = TEXTS
    made = {
        alignment.PLACE: alignment.alignment(texts),
        marking.PLACE: marking.marking(texts),
        reference.PLACE: reference.reference(),
        timetable.PLACE: timetable.timetable(texts),
    }
    assert [place for place, page in made.items() if (ROOT / place).read_text("utf-8") != page] == []

"""The author guide, followed to the letter."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import nbformat
import pytest

from course.authoring.__main__ import main

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
    in_lesson, in_assignment = re.findall(r"^````markdown\n(.*?)^````$", GUIDE, re.MULTILINE | re.DOTALL)
    lesson, assignment = root / f"{LESSON}.md", root / f"{ASSIGNMENT}.md"
    lesson.write_text(f"{lesson.read_text('utf-8')}\n{in_lesson}", "utf-8")
    text = assignment.read_text("utf-8").replace("## Bronnen", f"{in_assignment}\n## Bronnen")
    text = text.replace("    w_voucher,\n)", "    w_voucher,\n    w_small_gesture,\n)")
    assignment.write_text(text, "utf-8")
    assert main(root) == 0
    return root


def code(path: Path) -> str:
    return "\n".join(cell.source for cell in nbformat.read(path, 4).cells if cell.cell_type == "code")


def test_the_exercise_stands_in_the_lesson(course: Path) -> None:
    assert 'extra_gift = Sort(\n    "extra-gift"' in code(course / f"{LESSON}.ipynb")


def test_the_release_has_the_exercise_but_not_its_check(course: Path) -> None:
    released = code(course / "exercises/nl/01-wederkerigheid/01-wederkerigheid.ipynb")
    assert "w_small_gesture = Reflect(" in released
    assert "    w_small_gesture,\n)" in released
    assert "w_small_gesture.check" not in released
    assert "mevrouw De Boer" not in released


def test_the_points_are_in_the_source(course: Path) -> None:
    cells = nbformat.read(course / f"{ASSIGNMENT}.ipynb", 4).cells
    points = {
        cell.metadata.nbgrader.grade_id: cell.metadata.nbgrader.points
        for cell in cells
        if cell.metadata.get("nbgrader", {}).get("grade")
    }
    assert points["w-small-gesture-check"] == 1
    assert points["w-small-gesture-open"] == 2
    assert sum(points.values()) == 23


def test_building_twice_changes_nothing(course: Path) -> None:
    before = {path: path.read_bytes() for path in course.rglob("*.ipynb")}
    assert main(course) == 0
    assert {path: path.read_bytes() for path in course.rglob("*.ipynb")} == before


def test_a_mistake_is_named_with_its_file_and_cell(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = course / f"{ASSIGNMENT}.md"
    before, check, after = path.read_text("utf-8").partition("w_small_gesture.check(\n    points=1,")
    path.write_text(f"{before}w_small_gesture.check({after}", "utf-8")
    assert check
    assert main(course) == 1
    said = capsys.readouterr().err
    assert "01-wederkerigheid.md" in said
    assert "check() needs points=" in said
    assert "w_small_gesture.check(" in said

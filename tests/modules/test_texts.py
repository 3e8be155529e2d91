"""Every lesson and every assignment that is in the repository."""

import ast
import json
import os
import re
import zipfile
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from course.authoring import notebook_from
from course.authoring.release import make_release
from course.authoring.write import write
from course.exercise import Exercise
from course.hand_in import Overview
from tests.model_answers import ROOT, SOURCES, checks, run, strings_in

LESSONS = sorted(ROOT.glob("modules/nl/*.md"))
every_text = pytest.mark.parametrize(
    "path", [*LESSONS, *SOURCES], ids=lambda path: f"{path.parts[-3]}-{path.stem}"
)
every_lesson = pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
every_assignment = pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)


def exercises(path: Path) -> list[Exercise]:
    return [value for value in run(notebook_from(path)).values() if isinstance(value, Exercise)]


def assigned(lesson: Path) -> Path:
    return ROOT / "solutions" / "nl" / lesson.stem / lesson.name


def test_there_is_something_to_test():
    assert LESSONS
    assert SOURCES


@every_text
def test_the_notebook_is_what_the_text_builds_to(path, tmp_path):
    write(notebook_from(path), tmp_path / "built.ipynb")
    assert path.with_suffix(".ipynb").read_bytes() == (tmp_path / "built.ipynb").read_bytes()
    write(notebook_from(path), tmp_path / "again.ipynb")
    assert (tmp_path / "built.ipynb").read_bytes() == (tmp_path / "again.ipynb").read_bytes()


@every_assignment
def test_the_release_is_what_the_source_builds_to(path, tmp_path):
    source = tmp_path / "solutions" / "nl" / path.stem
    source.mkdir(parents=True)
    write(notebook_from(path), source / f"{path.stem}.ipynb")
    made = make_release(source)
    kept = ROOT / "exercises" / "nl" / path.stem
    assert {file.name: file.read_bytes() for file in kept.iterdir()} == {
        file.name: file.read_bytes() for file in made.iterdir()
    }


@every_text
def test_every_cell_runs_and_every_exercise_appears(path, tmp_path, monkeypatch):
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    notebook = notebook_from(path)
    NotebookClient(notebook, resources={"metadata": {"path": str(tmp_path)}}, timeout=60).execute()
    shown = {one.id for one in exercises(path)}
    for cell in notebook.cells:
        outputs = cell.get("outputs", [])
        assert not [one for one in outputs if one.output_type in ("error", "stream")], cell.id
        if cell.id in shown:
            assert any(
                "application/vnd.jupyter.widget-view+json" in one.get("data", {}) for one in outputs
            ), cell.id


@every_text
def test_an_exercise_cell_makes_one_exercise_and_shows_it(path):
    ids = {one.id for one in exercises(path)}
    for cell in notebook_from(path).cells:
        if cell.id in ids:
            made, shown = ast.parse(cell.source).body
            assert made.targets[0].id == cell.id.replace("-", "_")
            assert ast.unparse(shown) == made.targets[0].id


def test_an_id_is_used_once_in_the_whole_course():
    ids = [one.id for path in (*LESSONS, *SOURCES) for one in exercises(path)]
    assert sorted(ids) == sorted(set(ids))


@every_lesson
def test_a_lesson_says_what_it_teaches_and_how_long_it_takes(path):
    header = notebook_from(path).metadata.course
    assert set(header["minutes"]) == {"reading", "exercises"}
    assert all(isinstance(minutes, int) and minutes > 0 for minutes in header["minutes"].values())
    assert header["title"]
    assert header.get("goals") or path.stem == "00-start"


@every_lesson
def test_every_goal_is_practised_and_graded(path):
    goals = set(notebook_from(path).metadata.course.get("goals", {}))
    assert {one.goal for one in exercises(path) if one.goal} == goals
    if goals:
        assert {one.goal for one in exercises(assigned(path)) if one.goal} == goals
        assert (
            notebook_from(assigned(path)).metadata.course["goals"]
            == notebook_from(path).metadata.course["goals"]
        )


@every_lesson
def test_practice_gives_a_reason_for_every_part(path):
    for one in exercises(path):
        if one.key is not None:
            assert set(one.reasons) == set(one.parts()), one.id
            assert all(reason.strip() for reason in one.reasons.values()), one.id


@every_assignment
def test_grading_gives_a_reason_for_every_part(path):
    for name, check in checks(notebook_from(path)).items():
        if check.key is not None:
            assert set(check.reasons) == set(check.exercise.parts()), name


@every_text
def test_nobody_is_shouted_at(path):
    prose = [cell.source for cell in notebook_from(path).cells if cell.cell_type == "markdown"]
    prose = [re.sub(r"!\[|<!--|`[^`]*`", "", text) for text in prose]
    told = [text for one in exercises(path) for text in (*one.reasons.values(), one.question, one.hint)]
    if path in SOURCES:
        told += [text for check in checks(notebook_from(path)).values() for text in strings_in(check.reasons)]
    assert [text for text in (*prose, *told) if "!" in text] == []


@every_assignment
def test_an_assignment_is_twenty_points_of_which_six_or_more_by_hand(path):
    points = [
        cell.metadata.nbgrader
        for cell in notebook_from(path).cells
        if "points" in cell.metadata.get("nbgrader", {})
    ]
    assert sum(one["points"] for one in points) == 20
    assert sum(one["points"] for one in points if one["solution"]) >= 6


@every_assignment
def test_every_exercise_is_checked_and_handed_in(path):
    made = {one.id for one in exercises(path)}
    assert set(checks(notebook_from(path))) == made
    last = [cell for cell in notebook_from(path).cells if cell.cell_type == "code"][-1]
    names = run(notebook_from(path))
    overview = eval(compile(ast.Expression(ast.parse(last.source).body[-1].value), "hand-in", "eval"), names)
    assert isinstance(overview, Overview)
    assert [one.id for one in overview.exercises] == [
        one.id for one in names.values() if isinstance(one, Exercise)
    ]


@every_assignment
def test_model_answers_get_every_automatic_point(path):
    for name, check in checks(notebook_from(path)).items():
        assert check.result(check.answer).score == check.points, name


@every_assignment
def test_model_answers_are_complete(path):
    for name, check in checks(notebook_from(path)).items():
        done, total = check.exercise.progress(check.answer)
        assert done == total, name


@every_lesson
def test_the_key_of_a_lesson_scores_full(path):
    for one in exercises(path):
        if one.key is not None and (answer := one.model(one.key)):
            assert one.check(answer).credit == 1, one.id


def secrets(path: Path) -> list[str]:
    """Every text that only the hidden checks of an assignment hold."""
    found = []
    for check in checks(notebook_from(path)).values():
        found += strings_in(check.reasons) + [text for text in strings_in(check.model) if " " in text]
    return found


@every_assignment
def test_the_release_tells_nothing_that_only_the_checks_know(path):
    for file in (ROOT / "exercises" / "nl" / path.stem).rglob("*.ipynb"):
        told = "\n".join(strings_in(nbformat.read(file, 4)))
        assert "HIDDEN TESTS" not in told
        assert ".check(" not in told
        assert [text for text in secrets(path) if text in told] == []


@every_assignment
def test_the_browser_gets_no_key_no_reasons_and_no_model(path):
    for check in checks(notebook_from(path)).values():
        content = check.exercise.content()
        assert content["checkable"] is False
        assert not {"key", "reasons", "model"} & set(content)
        told = strings_in(content)
        assert [text for text in strings_in(check.reasons) if text in told] == []
        assert [text for text in strings_in(check.model) if " " in text and text in told] == []


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    """The wheel as it would be published."""
    from hatchling.builders.wheel import WheelBuilder

    folder = tmp_path_factory.mktemp("wheel")
    return zipfile.ZipFile(next(WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])))


def test_the_wheel_holds_the_package_and_nothing_else(wheel):
    tops = {name.split("/")[0] for name in wheel.namelist()}
    assert {top for top in tops if not top.startswith("overtuigen-")} == {"course"}
    assert not [
        name
        for name in wheel.namelist()
        if re.search(r"\.(ipynb|md|po)$|solutions|modules/|answers/.*json", name)
    ]


def test_the_wheel_has_all_that_a_participant_needs(wheel):
    names = "\n".join(wheel.namelist())
    for needed in (
        "frontend/exercise.js",
        "frontend/exercise.css",
        "nl/LC_MESSAGES/course.mo",
        "studies.toml",
    ):
        assert needed in names
    for setting in ("jupyter_server_config.d/overtuigen.json", "labconfig/default_setting_overrides.json"):
        assert setting in names


def test_the_wheel_tells_nothing_that_only_the_checks_know(wheel):
    told = "\n".join(wheel.read(name).decode("utf-8", "replace") for name in wheel.namelist())
    assert [text for path in SOURCES for text in secrets(path) if text in told] == []


@every_text
def test_a_notebook_in_the_repository_holds_no_outputs_and_no_answers(path):
    notebook = json.loads(path.with_suffix(".ipynb").read_text("utf-8"))
    assert not [
        cell["id"] for cell in notebook["cells"] if cell.get("outputs") or cell.get("execution_count")
    ]
    assert not os.path.exists(path.parent / "answers") or "answers/" in (ROOT / ".gitignore").read_text()

"""Every lesson and every assignment that is in the repository."""

import json
import os
import re
import zipfile

import nbformat
import pytest
from nbclient import NotebookClient

from course.assignment import assignment_in
from course.authoring import notebook_from
from course.authoring.library import texts_below
from course.authoring.release import make_release
from course.authoring.write import write
from tests.model_answers import ROOT, checks, strings_in
from tests.texts import TEXTS

ASSIGNMENTS = [text for text in TEXTS if text.is_assignment]
LESSONS = [text for text in TEXTS if not text.is_assignment]


def name_of(text):
    return f"{text.path.relative_to(ROOT).parts[0]}-{text.header.language}-{text.path.stem}"


TESTS = [text for text in ASSIGNMENTS if text.header.test]
PRACTISE_NOTHING = ("00-start", "07-gemengd", "08-eindtoets", "bewijs")
"""Lessons that measure and open or close the course."""

REBUILD = "the text was changed, or the notebook was opened and saved: run make notebooks"

every_text = pytest.mark.parametrize("text", TEXTS, ids=name_of)
every_lesson = pytest.mark.parametrize("text", LESSONS, ids=name_of)
every_assignment = pytest.mark.parametrize("text", ASSIGNMENTS, ids=name_of)


def assigned(lesson):
    """The assignment of a lesson; None for a lesson without one."""
    found = [one for one in ASSIGNMENTS if one.header.lesson == lesson.path.stem]
    return next((one for one in found if one.header.language == lesson.header.language), None)


def test_there_is_something_to_test():
    assert LESSONS
    assert ASSIGNMENTS
    assert len(TEXTS) == len(texts_below(ROOT))


@every_text
def test_the_notebook_is_what_the_text_builds_to(text, tmp_path):
    write(notebook_from(text.path), tmp_path / "built")
    kept = text.path.with_suffix(".ipynb").read_bytes()
    assert kept == (tmp_path / "built").read_bytes(), REBUILD


@every_assignment
def test_the_release_is_what_the_source_builds_to(text, tmp_path):
    language, name = text.header.language, text.path.stem
    source = tmp_path / "solutions" / language / name
    source.mkdir(parents=True)
    write(notebook_from(text.path), source / f"{name}.ipynb")
    made = make_release(source)
    kept = ROOT / "exercises" / language / name
    assert {file.name: file.read_bytes() for file in kept.iterdir()} == {
        file.name: file.read_bytes() for file in made.iterdir()
    }


@pytest.mark.parametrize("text", [LESSONS[1], ASSIGNMENTS[1]], ids=name_of)
def test_every_exercise_appears(text, tmp_path, monkeypatch):
    """That every cell of every notebook runs is what nbval sees to."""
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    notebook = notebook_from(text.path)
    NotebookClient(notebook, resources={"metadata": {"path": str(tmp_path)}}, timeout=60).execute()
    shown = {one.exercise.id for one in text.exercises}
    for cell in notebook.cells:
        outputs = cell.get("outputs", [])
        assert not [one for one in outputs if one.output_type in ("error", "stream")], cell.id
        if cell.id in shown:
            assert any(
                "application/vnd.jupyter.widget-view+json" in one.get("data", {}) for one in outputs
            ), cell.id


@every_text
def test_cells_are_plain_calls_of_literals_that_say_what_the_block_says(text):
    found = assignment_in(notebook_from(text.path))
    written = {one.exercise.id: one for one in text.exercises}
    assert list(found.exercises) == list(written)
    for name, exercise in found.exercises.items():
        assert exercise.content() == {
            **written[name].exercise.content(),
            "checkable": exercise.key is not None,
        }
        if not text.is_assignment:
            assert (exercise.key, exercise.reasons) == (
                written[name].exercise.key,
                written[name].exercise.reasons,
            )


@every_lesson
def test_a_lesson_says_what_it_teaches(text):
    assert text.header.title
    assert text.header.goals or text.path.stem in PRACTISE_NOTHING


@every_lesson
def test_an_assignment_has_the_goals_of_its_lesson(text):
    if text.header.goals:
        assert assigned(text).header.goals == text.header.goals


@every_text
def test_practice_and_grading_give_a_reason_for_every_part(text):
    for one in text.exercises:
        if one.exercise.key is not None:
            assert set(one.exercise.reasons) == set(one.exercise.parts()), one.exercise.id


@every_text
def test_nobody_is_shouted_at(text):
    notebook = notebook_from(text.path)
    prose = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
    aside = r'!\[|<!--|`[^`]*`|<figure class="ov-material.*?</figure>'  # a shop that is shown may shout
    prose = [re.sub(aside, "", one, flags=re.DOTALL) for one in prose]
    told = [
        words
        for one in text.exercises
        for words in (*one.exercise.reasons.values(), one.exercise.question, one.exercise.hint)
    ]
    assert [one for one in (*prose, *told) if "!" in one] == []


@pytest.mark.parametrize("text", [text for text in ASSIGNMENTS if text not in TESTS], ids=name_of)
def test_an_assignment_is_twenty_points_of_which_nine_or_more_by_hand(text):
    assert text.points == 20
    assert sum(one.block.by_hand.points for one in text.exercises if one.block.by_hand) >= 9


@pytest.mark.parametrize("text", TESTS, ids=name_of)
def test_a_test_counts_each_question_once_and_asks_nobody_to_mark(text):
    assert {(one.block.points, one.block.by_hand) for one in text.exercises} == {(1, None)}
    assert {one.exercise.goal for one in text.exercises} == set(text.header.goals)


@pytest.mark.parametrize("text", TESTS, ids=name_of)
def test_a_released_test_does_not_say_what_a_question_is_about(text):
    for file in (ROOT / "exercises" / text.header.language / text.path.stem).rglob("*.ipynb"):
        cells = [cell.source for cell in nbformat.read(file, 4).cells if cell.cell_type == "code"]
        assert [source for source in cells if re.search(r"goal", source)] == []
    found = assignment_in(notebook_from(text.path))
    assert {name: found.goal_of(name) for name in found.exercises} == {
        one.exercise.id: one.exercise.goal for one in text.exercises
    }


@every_assignment
def test_the_overview_has_every_exercise(text):
    found = assignment_in(notebook_from(text.path))
    assert [one.id for one in found.shown[-1].exercises] == list(found.exercises)
    assert list(found.checks) == list(found.exercises)


@every_assignment
def test_model_answers_get_every_automatic_point_and_are_complete(text):
    for name, check in checks(notebook_from(text.path)).items():
        assert check.result(check.answer).score == check.points, name
        done, total = check.exercise.progress(check.answer)
        assert done == total, name


@every_lesson
def test_the_key_of_a_lesson_scores_full(text):
    for one in text.exercises:
        exercise = one.exercise
        if exercise.key is not None and (answer := exercise.model(exercise.key)):
            assert exercise.check(answer).credit == 1, exercise.id


def secrets(text) -> list[str]:
    """Every text that only the hidden checks of an assignment hold."""
    found = []
    for check in checks(notebook_from(text.path)).values():
        found += strings_in(check.reasons) + [words for words in strings_in(check.model) if " " in words]
    return found


@every_assignment
def test_the_release_tells_nothing_that_only_the_checks_know(text):
    for file in (ROOT / "exercises" / text.header.language / text.path.stem).rglob("*.ipynb"):
        told = "\n".join(strings_in(nbformat.read(file, 4)))
        assert "HIDDEN TESTS" not in told
        assert ".check(" not in told
        assert [words for words in secrets(text) if words in told] == []


@every_assignment
def test_the_browser_gets_no_key_no_reasons_and_no_model(text):
    for check in checks(notebook_from(text.path)).values():
        content = check.exercise.content()
        assert content["checkable"] is False
        assert not {"key", "reasons", "model"} & set(content)
        told = strings_in(content)
        assert [words for words in strings_in(check.reasons) if words in told] == []
        assert [words for words in strings_in(check.model) if " " in words and words in told] == []


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
        if re.search(r"\.(ipynb|po)$|solutions|modules/|answers/.*json", name)
    ]


def test_the_wheel_has_all_that_a_participant_needs(wheel):
    names = "\n".join(wheel.namelist())
    for needed in (
        "frontend/exercise.js",
        "frontend/exercise.css",
        "kinds/sort/view.js",
        "kinds/mark/view.css",
        "nl/LC_MESSAGES/course.mo",
        "data/reciprocity.toml",
        "py.typed",
    ):
        assert needed in names
    for setting in ("jupyter_server_config.d/overtuigen.json", "labconfig/default_setting_overrides.json"):
        assert setting in names


def test_the_wheel_tells_nothing_that_only_the_checks_know(wheel):
    told = "\n".join(wheel.read(name).decode("utf-8", "replace") for name in wheel.namelist())
    assert [words for text in ASSIGNMENTS for words in secrets(text) if words in told] == []


@every_text
def test_a_notebook_in_the_repository_holds_no_outputs_and_no_answers(text):
    notebook = json.loads(text.path.with_suffix(".ipynb").read_text("utf-8"))
    assert not [
        cell["id"] for cell in notebook["cells"] if cell.get("outputs") or cell.get("execution_count")
    ], REBUILD
    assert not os.path.exists(text.path.parent / "answers") or "answers/" in (ROOT / ".gitignore").read_text()

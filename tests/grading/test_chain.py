"""The whole way from source to grades, in nbgrader itself, with ten kinds of participants."""

import csv
import json

import nbformat
import pytest

from course.answers import Reader
from course.grading.language import COURSE_IDS
from course.i18n import LANGUAGES
from tests.fixture import NAME
from tests.grading.course import Course, Text, mangled, plain
from tests.model_answers import keep, strings_in
from tests.script import SCRIPT

FETCHED = ["anna", "bas", "cleo", "daan"]
"""They work on the instructor's server: perfect, nothing at all, half, and half in a mangled notebook."""
MAILED = ["eva", "finn", "gijs", "hanna"]
"""A lone notebook, half a file with answers, a hostile one, and one from a learning platform."""
EVERYONE = [*FETCHED, *MAILED]

everyone = pytest.mark.parametrize("who", EVERYONE)


@pytest.fixture(scope="module", params=LANGUAGES)
def course(request, tmp_path_factory):
    course = Course(tmp_path_factory.mktemp("chain"), request.param)
    course.run("generate_assignment", course.name)
    course.run("release_assignment", course.name)
    for who in FETCHED:
        work = course.fetch(who)
        if who == "anna":
            keep(course.perfect(), course.checks, work / "answers")
        if who in ("cleo", "daan"):
            keep(course.half(), course.checks, work / "answers")
        if who == "daan":
            notebook = mangled(nbformat.read(work / f"{course.name}.ipynb", 4), course.trap("daan"))
            (work / f"{course.name}.ipynb").write_text(json.dumps(notebook))
        course.submit(who)
    course.run("collect", course.name)

    (course.put("eva") / f"{course.name}.ipynb").write_text(json.dumps(course.carrying(course.perfect())))
    (course.put("finn") / f"{course.name}.ipynb").write_text(json.dumps(course.released())[:5000])
    keep(course.half(), course.checks, course.put("finn") / "answers")
    hand_in_hostile(course)
    download = course.make("course", "downloaded", course.name, "archive")
    (download / f"hanna_2026-03-01_{course.name}.ipynb").write_text(
        json.dumps(course.carrying(course.half()))
    )
    named = rf"--FileNameCollectorPlugin.named_regexp=.*/(?P<student_id>[^/_]+)_.*(?P<file_id>{course.name})"
    course.run("zip_collect", course.name, named)

    course.run("autograde", course.name)
    course.before = {who: (course.automatic(who), course.waiting(who)) for who in EVERYONE}
    course.total = {who: course.give(who, 1) for who in EVERYONE}
    course.run("generate_feedback", course.name)
    course.run("release_feedback", course.name)
    course.run("export")
    return course


def hand_in_hostile(course):
    """Scripts in the answers, and files that would be run if the folder of the hand-in were trusted."""
    folder = course.put("gijs")
    notebook = mangled(course.carrying(course.hostile()), course.trap("cell"))
    notebook.cells.append(nbformat.v4.new_markdown_cell(SCRIPT))
    (folder / f"{course.name}.ipynb").write_text(json.dumps(notebook))
    keep(course.hostile(), course.checks, folder / "answers")
    (folder / "answers" / "unknown-exercise.json").write_text("{}")
    (folder / "answers" / "..json").write_text("{}")
    for file in (
        "course.py",
        "course/__init__.py",
        "sitecustomize.py",
        "anywidget.py",
        "answers/__init__.py",
    ):
        (folder / file).parent.mkdir(exist_ok=True)
        (folder / file).write_text(course.trap(file.replace("/", "-")))
    (folder / "ipython_config.py").write_text(course.trap("config"))
    (folder / "nbgrader_config.py").write_text(course.trap("nbgrader-config"))


def expected(course, answers):
    return {name: check.result(answers[name]).score for name, check in course.checks.items()}


def full(course):
    return {name: check.points for name, check in course.checks.items()}


def open_cells(course):
    return {grade_id(cell).removesuffix("-open") for cell in course.source.cells if is_open(cell)}


def grade_id(cell):
    return cell.metadata["nbgrader"]["grade_id"]


def is_open(cell):
    return cell.cell_type == "markdown" and cell.metadata.get("nbgrader", {}).get("solution", False)


def test_the_release_has_no_answers_and_no_texts(course):
    released = course.root / "exercises" / course.language / course.name
    assert [path.name for path in released.iterdir()] == [f"{course.name}.ipynb"]


@pytest.mark.parametrize("who", ["anna", "eva"])
def test_model_answers_get_every_automatic_point(course, who):
    assert course.before[who][0] == full(course)


@pytest.mark.parametrize("who", ["anna", "eva"])
def test_model_answers_and_all_points_by_hand_make_twenty(course, who):
    assert course.before[who][1] == open_cells(course)
    assert course.total[who] == 20


def test_an_empty_notebook_is_zero_and_asks_nobodys_time(course):
    assert set(course.before["bas"][0].values()) == {0}
    assert course.before["bas"][1] == set()
    assert course.total["bas"] == 0


@pytest.mark.parametrize("who", ["cleo", "finn", "hanna"])
def test_half_work_gets_what_the_check_says(course, who):
    half = expected(course, course.half())
    assert 0 < sum(half.values()) < sum(full(course).values())
    assert course.before[who][0] == pytest.approx(half)


def test_a_mangled_notebook_is_graded_as_if_it_were_whole(course):
    assert course.before["daan"] == course.before["cleo"]


def test_hostile_answers_get_what_the_check_says(course):
    assert course.before["gijs"][0] == pytest.approx(expected(course, course.hostile()))
    assert {course.before["gijs"][0][course.of_kind(kind)] for kind in ("sort", "mark")} == {0}


def test_nothing_of_a_participant_was_run(course):
    assert list(course.ran.iterdir()) == []
    for who in EVERYONE:
        shown = [output for cell in course.graded(who).cells for output in cell.get("outputs", [])]
        assert "GIJS WAS HIER" not in json.dumps(shown)


@everyone
def test_every_check_ran_without_an_error(course, who):
    outputs = [output for cell in course.graded(who).cells for output in cell.get("outputs", [])]
    assert {output.output_type for output in outputs} <= {"display_data", "execute_result"}
    assert "widget-view" not in json.dumps(outputs)


@pytest.mark.parametrize("who", ["anna", "eva", "gijs"])
def test_open_answers_stand_in_their_cells(course, who):
    answers = course.hostile() if who == "gijs" else course.perfect()
    cells = {grade_id(cell): cell for cell in course.graded(who).cells if is_open(cell)}
    assert course.before[who][1] == open_cells(course)
    for name in open_cells(course):
        read = Text(cells[f"{name}-open"].source)
        exercise = course.checks[name].exercise
        rows = exercise.describe(exercise.clean(answers[name], Reader()))
        assert rows
        assert all(plain(text) in read.text for _label, text in rows)


def test_the_rubric_stays_above_the_answer(course):
    before = [cell.source.split("###")[0].strip() for cell in course.source.cells if is_open(cell)]
    after = [cell.source for cell in course.graded("anna").cells if is_open(cell)]
    assert all(text.startswith(rubric) for text, rubric in zip(after, before, strict=True))


@pytest.mark.parametrize(("who", "why"), [("finn", True), ("anna", False), ("daan", False)])
def test_who_handed_in_something_unreadable_is_told(course, who, why):
    told = {"nl": "niet te lezen", "en": "cannot be read"}[course.language]
    assert (told in course.graded(who).cells[0].source) is why


def test_what_a_participant_added_can_be_read(course):
    assert "GIJSWAS" in Text(course.graded("daan").cells[-1].source).text


@everyone
def test_feedback_never_shows_a_check(course, who):
    page = course.feedback(who)
    for code in ("HIDDEN TESTS", ".check(", "key=", "model=", "reasons="):
        assert code not in page
        assert code not in Text(page).text or who == "gijs"


@everyone
def test_feedback_shows_no_model_text_but_ones_own(course, who):
    if who in ("anna", "eva", "gijs"):  # they wrote the model texts themselves
        return
    seen = Text(course.feedback(who)).text
    for check in course.checks.values():
        for text in strings_in(check.model or {}):
            assert " " not in text or plain(text) not in seen


def test_who_did_nothing_reads_no_reasons(course):
    seen = Text(course.feedback("bas")).text
    for check in course.checks.values():
        assert not [reason for reason in (check.reasons or {}).values() if plain(reason) in seen]


@pytest.mark.parametrize("who", ["bas", "cleo", "daan", "finn", "hanna"])
def test_feedback_never_names_a_passage_that_was_not_marked(course, who):
    seen = Text(course.feedback(who)).text
    for check in course.checks.values():
        if check.exercise.kind == "mark":
            passages = [passage for passages in check.key.values() for passage in passages]
            found = [passage for passage in passages if plain(passage) in seen]
            assert len(found) <= (who != "bas")


@everyone
def test_feedback_tells_no_reason_that_a_second_hand_in_could_use(course, who):
    seen = Text(course.feedback(who)).text
    for check in course.checks.values():
        assert not [reason for reason in (check.reasons or {}).values() if plain(reason) in seen]


def test_feedback_tells_what_was_right(course):
    seen = Text(course.feedback("anna")).text
    for check in course.checks.values():
        if check.points:
            assert all(plain(item.label) in seen for item in check.result(check.answer).items)


@everyone
def test_feedback_is_safe_to_open(course, who):
    page = Text(course.feedback(who))
    assert not [tag for tag in page.tags if "gijs" in tag and "onerror" in tag]
    assert not [tag for tag in page.tags if tag.startswith(('["iframe"', '["object"'))]
    assert "alert(" not in "".join(page.scripts)


def test_a_script_in_an_answer_can_be_read_and_not_run(course):
    page = Text(course.feedback("gijs"))
    assert plain("<script>alert('gijs')</script>") in page.text


def test_released_feedback_is_there_for_who_handed_in_on_the_server(course):
    released = course.exchange / COURSE_IDS[course.language] / "feedback"
    assert len(list(released.glob("*.html"))) >= len(FETCHED)


def test_the_export_has_everyone(course):
    delimiter, head = {"nl": (";", "Deelnemer"), "en": (",", "Participant")}[course.language]
    with (course.root / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=delimiter))
    worth = next(name for name in rows[0] if name.startswith(NAME))
    assert {row[head]: float(row[worth].replace(",", ".")) for row in rows} == pytest.approx(course.total)


def test_everything_that_is_read_is_in_the_language_of_the_course(course):
    """What the course adds, that is: each language has words that the other does not have."""
    other = {
        "nl": ["Checked automatically", "Your answer"],
        "en": ["Automatisch", "nagekeken", "Je antwoord", "punten"],
    }
    for who in EVERYONE:
        page = course.feedback(who)
        assert f'<html lang="{course.language}">' in page
        assert not [word for word in other[course.language] if word in page]
        assert not [word for word in other[course.language] if word in json.dumps(course.graded(who))]

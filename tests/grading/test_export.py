"""Exports through the real ``nbgrader export``, read back as spreadsheets and platforms do."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import nbformat
import pytest
from nbgrader.apps import ExportApp

from course.grading.export import FORMULA as SIGNS
from course.grading.export import BrightspaceExport, CanvasExport, MoodleExport, no_formula
from course.report.scores import class_scores
from tests.fixture import NAME
from tests.grading.course import Course
from tests.model_answers import keep

FORMULA = '=HYPERLINK("http://example.org";"klik")'
HARSH = """
from nbgrader.plugins import LateSubmissionPlugin


class TwoPoints(LateSubmissionPlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        return 2


get_config().AssignLatePenalties.plugin_class = TwoPoints
"""
EXPORT = "--exporter=course.grading.export."


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """Done, waiting for a person, late, absent, with a formula for a name, and with one for an id."""
    made = Course(tmp_path_factory.mktemp("export"))
    made.run("generate_assignment", NAME)
    for who in ("klaar", "wacht", "laat", "-streep", FORMULA.replace("/", "")):
        nbformat.write(made.released(), made.put(who) / f"{NAME}.ipynb")
        keep(made.perfect() if who != "laat" else made.half(), made.checks, made.put(who) / "answers")
    with made.gradebook() as book:
        book.update_or_create_student(
            "klaar", first_name="Anaïs", last_name="de Vries; zoon", email="a@example.org", lms_user_id="71"
        )
        book.update_or_create_student("wacht", first_name=FORMULA, last_name="@SUM(A1) =1")
        book.update_or_create_student("afwezig", first_name="Zonder", last_name="Werk", email="z@example.org")
    made.run("autograde", NAME)
    for who in ("klaar", "laat"):
        made.give(who, 1 if who == "klaar" else 0.5)
    with made.gradebook() as book:
        book.find_assignment(NAME).duedate = datetime(2026, 3, 1)
        late = book.find_submission(NAME, "laat")
        late.timestamp = datetime(2026, 3, 2)
        late.notebooks[0].grades[0].extra_credit = 0.5
        book.db.commit()
    with (made.root / "nbgrader_config.py").open("a") as config:
        config.write(HARSH)
    return made


@pytest.fixture(autouse=True)
def _options_of_one_command() -> Iterator[None]:
    """In one process nbgrader's command would keep the options of the last time."""
    ExportApp.clear_instance()
    yield
    ExportApp.clear_instance()


def export(course: Course, name: str, *more: str) -> tuple[bytes, list[list[str]]]:
    """What the exporter wrote: its bytes, and its rows without a byte-order mark."""
    path = course.root / "out.csv"
    path.unlink(missing_ok=True)
    course.run("export", f"{EXPORT}{name}", f"--to={path}", *more)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return path.read_bytes(), list(csv.reader(file))


def total(course: Course, who: str) -> str:
    with course.gradebook() as book:
        submission = book.find_submission(NAME, who)
        return f"{max(0, round(submission.score - submission.late_submission_penalty, 2)):g}"


def test_grades_csv_is_what_a_dutch_spreadsheet_reads(course: Course) -> None:
    path = course.root / "grades.csv"
    path.unlink(missing_ok=True)
    course.run("export")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf"), "Excel would not read accents"
    with path.open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file, delimiter=";")
    assert head == ["Deelnemer", "Voornaam", "Achternaam", "E-mail", f"{NAME} (van 20)"]
    assert all(len(row) == len(head) for row in rows)
    by_id = {row[0]: row for row in rows}
    assert by_id["klaar"] == ["klaar", "Anaïs", "de Vries; zoon", "a@example.org", "20"]
    assert by_id["laat"][-1] == total(course, "laat").replace(".", ",")
    assert "," in by_id["laat"][-1]
    assert by_id["afwezig"][-1] == "", "who handed in nothing has no 0"
    assert by_id["wacht"][1:3] == [f"'{FORMULA}", "'@SUM(A1) =1"]
    assert {"'-streep", f"'{FORMULA.replace('/', '')}"} <= set(by_id), "nobody is left out"


def test_grades_csv_is_what_an_english_spreadsheet_reads(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("course.grading.export.language_of", lambda _course: "en")
    _raw, (head, *rows) = export(course, "GradesExport")
    assert head == ["Participant", "First name", "Last name", "Email", f"{NAME} (of 20)"]
    assert next(row[-1] for row in rows if row[0] == "laat") == total(course, "laat")


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", " =1"])
def test_a_name_that_begins_as_a_formula_is_a_text(name: str) -> None:
    assert no_formula(name) == f"'{name.strip()}"


@pytest.mark.parametrize("name", ["Jansen,=1+1", "Jansen; @SUM(A1)", "a;b,＝1", "O'Brien,-1"])
def test_nor_is_what_stands_behind_the_separator_of_another_spreadsheet(name: str) -> None:
    for delimiter in (",", ";"):
        line = io.StringIO()
        csv.writer(line, delimiter=";" if delimiter == "," else ",").writerow([no_formula(name), "3"])
        (cells,) = csv.reader([line.getvalue()], delimiter=delimiter)
        assert not [cell for cell in cells if unicodedata.normalize("NFKC", cell.strip()).startswith(SIGNS)]


@pytest.mark.parametrize("exporter", [MoodleExport, CanvasExport, BrightspaceExport])
def test_an_identifier_with_a_formula_in_it_is_left_out(exporter: type) -> None:
    assert exporter()._is_formula("jan;=1+1")
    assert not exporter()._is_formula("jan-willem, de_vries")


def test_moodle_has_an_identifier_and_a_column_for_each_item(course: Course) -> None:
    raw, (head, *rows) = export(course, "MoodleExport")

    assert raw.startswith(b"\xef\xbb\xbf")
    assert head == ["First name", "Last name", "Username", NAME]
    by_id = {row[2]: row for row in rows}
    assert (
        by_id["klaar"]
        == ["Anaïs", "de Vries; zoon", "klaar", total(course, "klaar")]
        == [*by_id["klaar"][:3], "20"]
    )
    assert by_id["laat"][3] == total(course, "laat")
    assert by_id["afwezig"][3] == "-", "Moodle reads an empty cell for a new item as 0"
    assert all(len(row) == len(head) for row in rows)


def test_late_work_and_extra_credit_count_as_in_nbgrader(course: Course) -> None:
    with course.gradebook() as book:
        found = {one.id: one for one in class_scores(book, NAME).participants}
        score = book.find_submission(NAME, "laat").score
    assert found["laat"].penalty == 2
    assert found["laat"].total == pytest.approx(score - 2)
    assert found["laat"].total == pytest.approx(sum(mark.score for mark in found["laat"].scores.values()) - 2)


def test_moodle_by_mail_leaves_out_who_has_none(course: Course, capfd: pytest.CaptureFixture[str]) -> None:
    _raw, (head, *rows) = export(course, "MoodleExport", "--MoodleExport.id_column=Email address")
    assert head[2] == "Email address"
    assert {row[2] for row in rows} == {"a@example.org", "z@example.org"}
    assert "Deelnemer “laat” heeft geen email in het cijferboek" in capfd.readouterr().err


def test_canvas_has_the_columns_and_the_row_that_it_looks_for(course: Course) -> None:
    raw, (head, possible, *rows) = export(
        course,
        "CanvasExport",
        f"--CanvasExport.assignment_ids={NAME}=12345",
        "--CanvasExport.section=Groep 1",
    )

    # The conditions of Canvas' own importer: a quote right after the mark would be malformed for it.
    assert raw.startswith(b"\xef\xbb\xbfStudent,ID,")
    assert "Student" in head[0]
    assert "ID" in head[1]
    assert re.search(r"SIS\s+User\s+ID", head[2])
    assert re.search(r"SIS\s+Login\s+ID", head[3])
    assert head[4] == "Section"
    assert head[5:] == [f"{NAME} (12345)"]
    assert "Points Possible" in possible[0]
    assert possible[5] == "20"
    by_login = {row[3]: row for row in rows}
    assert by_login["klaar"] == ["de Vries; zoon, Anaïs", "", "", "klaar", "Groep 1", "20"]
    assert by_login["afwezig"][5] == ""
    assert all("\n" not in cell for row in rows for cell in row), "Canvas looks at the first three lines"


def test_canvas_by_its_own_number(course: Course) -> None:
    more = ("--CanvasExport.id_column=ID", "--CanvasExport.id_field=lms_user_id")
    _raw, (_head, _possible, *rows) = export(course, "CanvasExport", *more)
    assert [row[1] for row in rows] == ["71"]


def test_brightspace_has_number_signs_and_an_end_of_line(course: Course) -> None:
    raw, (head, *rows) = export(course, "BrightspaceExport")
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert head == ["Username", f"{NAME} Points Grade", "End-of-Line Indicator"]
    by_id = {row[0]: row for row in rows}
    assert by_id["#klaar"] == ["#klaar", "20", "#"]
    assert by_id["#afwezig"] == ["#afwezig", "", "#"]
    assert all(row[0].startswith("#") and row[-1] == "#" for row in rows)


def test_brightspace_can_make_a_new_item(course: Course) -> None:
    more = ("--BrightspaceExport.new_items=True", "--BrightspaceExport.id_column=OrgDefinedId")
    _raw, (head, *_rows) = export(course, "BrightspaceExport", *more)
    assert head == ["OrgDefinedId", f"{NAME} Points Grade <Numeric MaxPoints:20>", "End-of-Line Indicator"]


@pytest.mark.parametrize("name", ["MoodleExport", "CanvasExport", "BrightspaceExport"])
def test_no_cell_is_a_dangerous_formula(course: Course, name: str, capfd: pytest.CaptureFixture[str]) -> None:
    _raw, rows = export(course, name)
    for cell in (cell for row in rows for cell in row):
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r")) or re.fullmatch(r"-[\w]*", cell), cell
    told = capfd.readouterr().err
    if name == "BrightspaceExport":
        assert f"#{FORMULA.replace('/', '')}" in {row[0] for row in rows}
    else:
        assert "is een formule voor een rekenblad" in told
    assert any("-streep" in cell for row in rows for cell in row), "the platform must find this one"


@pytest.mark.parametrize("name", ["MoodleExport", "CanvasExport", "BrightspaceExport"])
def test_open_marking_is_told_in_dutch(course: Course, name: str, capfd: pytest.CaptureFixture[str]) -> None:
    export(course, name)
    assert f"{NAME}: van 3 van de 5 inleveringen is nog niet alles nagekeken" in capfd.readouterr().err


def test_only_who_and_what_was_asked(course: Course, capfd: pytest.CaptureFixture[str]) -> None:
    _raw, (head, *rows) = export(
        course, "MoodleExport", "--student=['klaar', 'niemand']", f"--assignment=['{NAME}', 'x']"
    )
    assert head[3:] == [NAME]
    assert [row[2] for row in rows] == ["klaar"]
    told = capfd.readouterr().err
    assert "Deelnemer “niemand” staat niet in het cijferboek" in told
    assert "Opdracht “x” staat niet in het cijferboek" in told


def test_a_comma_where_a_platform_wants_one(course: Course) -> None:
    _raw, rows = export(course, "MoodleExport", "--MoodleExport.decimal=,")
    assert next(row[3] for row in rows if row[2] == "laat") == total(course, "laat").replace(".", ",")
    assert "." in total(course, "laat")


def test_without_a_destination_it_has_a_name(course: Course) -> None:
    course.run("export", f"{EXPORT}CanvasExport")
    assert (course.root / "canvas.csv").is_file()
    assert not list(Path(course.root).glob(".*.tmp"))

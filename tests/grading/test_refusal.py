"""A refusal changes nothing: not in gradebook, feedback, report and exports, whatever is refused, by any route."""

import json
import os
import shutil
import sqlite3

import pytest
from click.testing import CliRunner
from nbgrader.apps import ExportApp

from course.__main__ import main
from course.grading.run.group import grade_class
from course.grading.site import Site
from tests.fixture import NAME
from tests.grading.submission.corpus import CASES, HandIn
from tests.grading.submission.corpus.names import GROUP as NAMES
from tests.grading.submission.corpus.table import PAGE
from tests.zips import zipped

EXPORTS = ("Grades", "Moodle", "Canvas", "Brightspace")
REFUSED = [case for case in CASES if f"| {case.what} | geweigerd |" in PAGE.read_text("utf-8")]
"""Rows of the table that are refused; another test sees to it that the table is true."""
each = pytest.mark.parametrize(
    "case", [case for case in REFUSED if case.group != NAMES], ids=lambda case: case.make.__name__
)
"""A name of a folder that is refused cannot have been graded before."""


def everything(course):
    """All that is known of the class: the whole gradebook, graded work and feedback."""
    with sqlite3.connect(course.root / "gradebook.db") as book:
        rows = list(book.iterdump())
    places = [path for step in ("autograded", "feedback") for path in (course.root / step).rglob("*")]
    return rows, {str(path): path.read_bytes() for path in places if path.is_file()}


def given_out(course):
    """What an instructor makes of it: each export and both pages of the report."""
    found = {}
    for name in EXPORTS:
        ExportApp.clear_instance()
        path = course.root / f"{name}.csv"
        course.run("export", f"--exporter=course.grading.export.{name}Export", f"--to={path}")
        found[name] = path.read_bytes()
    ExportApp.clear_instance()
    done = CliRunner().invoke(main, ["report", NAME, "--course-dir", str(course.root)])
    assert done.exit_code == 0, done.output
    return found | {path.name: path.read_text("utf-8") for path in (course.root / "reports").iterdir()}


def marked(course, who="anna"):
    """Graded and marked by hand, and the feedback made after that."""
    assert grade_class(Site(course.root), NAME).is_complete
    course.give(who, 0.5)
    grade_class(Site(course.root), NAME)
    return everything(course)


def refused(course):
    return {one.student for one in grade_class(Site(course.root), NAME).done if one.status == "refused"}


@pytest.fixture(scope="module")
def once(generated, tmp_path_factory):
    course = generated.copied(tmp_path_factory.mktemp("refusal") / "course")
    (course.put("anna") / f"{NAME}.ipynb").write_text(json.dumps(course.carrying(course.half())))
    course.before = marked(course)
    return course


def clear(place):
    """Remove what is there: a folder, a file or a link."""
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)


@each
def test_what_is_refused_before_and_after_marking_changes_nothing(once, case):
    """Anna was graded and marked, and hands in this in its place; Nina hands it in and was never graded."""
    for who in ("anna", "nina"):
        clear(once.root / "submitted" / who)
        case.make(HandIn(once, who))
    assert refused(once) >= {"anna", "nina"}
    assert everything(once) == once.before
    assert not once.knows("nina")


def by_folder(course, files):
    shutil.rmtree(course.put("anna"))
    for name, content in files.items():
        (course.put("anna") / name).write_bytes(content)


def by_exchange(course, files):
    home = course.make("home", "anna", NAME)
    for path in home.iterdir():
        path.unlink()
    for name, content in files.items():
        (home / name).write_bytes(content)
    course.submit("anna")


def by_zip(course, files):
    inside = {f"anna_12_assignsubmission_file_/{name}": content for name, content in files.items()}
    put(course, "klas.zip", zipped(*inside.items()))


def by_loose_file(course, files):
    for name, content in files.items():
        put(course, f"anna_{name}", content)


def put(course, name, content):
    """Among the downloads, in place of an older download of this name."""
    path = course.make("course", "downloaded", NAME, "archive") / name
    later = path.stat().st_mtime + 60 if path.exists() else 1_700_000_000
    path.write_bytes(content)
    os.utime(path, (later, later))


def nothing_of_this_assignment(course):
    notebook = course.carrying({})
    for cell in notebook.cells:
        cell.source = f"# {cell.source}"
        if "nbgrader" in cell.metadata:
            cell.metadata.nbgrader["grade_id"] = f"x-{cell.metadata.nbgrader['grade_id']}"
    return {f"{NAME}.ipynb": json.dumps(notebook).encode()}


def no_notebook(_course):
    return {"verslag.docx": b"PK"}


def a_photo(_course):
    return {f"{NAME}.ipynb": b"\x89PNG\r\n\x1a\n"}


@pytest.mark.parametrize("what", [nothing_of_this_assignment, no_notebook, a_photo])
@pytest.mark.parametrize("route", [by_folder, by_exchange, by_zip, by_loose_file])
def test_a_refusal_changes_nothing_by_any_route(course, route, what):
    with (course.root / "nbgrader_config.py").open("a") as config:
        config.write(f"\nget_config().Exchange.root = {str(course.exchange)!r}\n")
    course.run("release_assignment", NAME)
    course.put("anna")
    route(course, {f"{NAME}.ipynb": json.dumps(course.carrying(course.half())).encode()})
    if route is not by_folder:
        shutil.rmtree(course.root / "submitted")
    before, out = marked(course), given_out(course)
    route(course, what(course))
    run = grade_class(Site(course.root), NAME)
    assert not run.is_complete
    assert everything(course) == before
    assert given_out(course) == out

"""nbgrader's own pages on a real server: names are text on each of them, and an address runs nothing."""

import json
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

import pytest
from nbgrader.api import Student

from course.grading.run.group import grade_class
from course.grading.site import Site
from tests.command import command
from tests.fixture import NAME
from tests.grading.conftest import generated  # noqa: F401  (a fixture)

MARKUP = "<img src=x onerror=alert(1)>"
IN_SCRIPT = '";alert(1);//\\'


@pytest.fixture(scope="module")
def course(generated, tmp_path_factory):  # noqa: F811
    """A gradebook with names that came in before anybody looked at them, and hand-ins with a configuration."""
    course = generated.copied(tmp_path_factory.mktemp("names") / "course")
    for who in ("anna", "mallory"):
        (course.put(who) / f"{NAME}.ipynb").write_text(json.dumps(course.released()))
    grade_class(Site(course.root), NAME)
    with course.gradebook() as book:
        for student in book.students:
            student.first_name, student.last_name = MARKUP, f"{MARKUP}{IN_SCRIPT}"
        book.db.add(Student(id=MARKUP))
        book.db.commit()
    (course.exchange / "inbound").mkdir()
    for folder in (course.put("mallory"), course.exchange / "inbound"):
        (folder / "nbgrader_config.py").write_text(f"open({str(course.ran / folder.name)!r}, 'w').close()\n")
    return course


@pytest.fixture(scope="module")
def served(course):
    return course.root


def pages(course):
    """Every page that a name comes on, by itself or by the address."""
    with course.gradebook() as book:
        one = book.find_submission(NAME, "anna").notebooks[0].id
    named = quote(MARKUP, safe="")
    between_quotes = quote(IN_SCRIPT, safe="")
    return (
        *("manage_students", "manage_students/anna", f"manage_students/anna/{NAME}", f"submissions/{one}/"),
        *(f"manage_students/{name}" for name in (named, between_quotes)),
        *(f"manage_students/{name}/{NAME}" for name in (named, between_quotes)),
        *(f"manage_submissions/{name}" for name in (named, between_quotes)),
        *(f"gradebook/{name}" for name in (named, between_quotes)),
        *(f"gradebook/{name}/{name}" for name in (named, between_quotes)),
    )


def told_on(server, path):
    return server.page(f"formgrader/{path}")[1]


def test_a_name_is_text_on_every_page(course, server):
    for path in pages(course):
        page = told_on(server, path)
        assert "</body>" in page, path
        assert MARKUP not in page, path
        assert f'"{IN_SCRIPT}' not in page, path
    assert "&lt;img src=x" in told_on(server, pages(course)[3])
    assert r'var student_id = "O\u0027Brien"' in told_on(server, "manage_students/O'Brien")


@pytest.mark.parametrize("place", ["submitted", "exchange"])
def test_an_address_runs_no_configuration_of_a_participant(course, server, place):
    folder = {"submitted": course.put("mallory"), "exchange": course.exchange / "inbound"}[place]
    assert server.page(f"formgrader/?path={quote(str(folder))}")[0] == 403
    assert list(Path(course.ran).iterdir()) == []


@pytest.mark.parametrize(
    ("find", "path", "before", "newer", "mine"),
    [
        (
            "find_comment",
            "comment",
            {"manual_comment": None},
            {"manual_comment": "Anders."},
            {"manual_comment": "Mooi!"},
        ),
        (
            "find_grade",
            "grade",
            {"manual_score": None, "extra_credit": None},
            {"manual_score": 0.5, "extra_credit": None},
            {"manual_score": 1.0, "extra_credit": None},
        ),
    ],
)
def test_an_older_page_of_a_second_marker_overwrites_nothing_unasked(
    course, server, find, path, before, newer, mine
):
    """It hears what is kept by now (409), and both are in the log; who still wants it then has seen the newer one."""
    with course.gradebook() as book:
        row = getattr(book, find)("birthday-card-open", NAME, NAME, "anna")
        key = row.id
        for name, value in newer.items():
            setattr(row, name, value)
        book.db.commit()

    def put(seen):
        body = json.dumps({"id": key, **mine, "seen": seen}).encode()
        address = f"{server.url}/formgrader/api/{path}/{key}"
        try:
            with urlopen(Request(address, body, method="PUT"), timeout=30) as reply:
                return reply.status, {}
        except HTTPError as refused:
            return refused.code, json.load(refused)

    def kept():
        with course.gradebook() as book:
            row = getattr(book, find)("birthday-card-open", NAME, NAME, "anna")
            return {name: getattr(row, name) for name in newer}

    status, told = put(before)
    assert (status, {name: told[name] for name in newer}) == (409, newer)
    assert kept() == newer
    line = (course.root / ".nbgrader.log").read_text("utf-8").splitlines()[-1]
    assert line.endswith(f"anna, birthday-card-open: {newer} is kept, {mine} came from an older page")
    assert put(newer) == (200, {})
    assert kept() == mine


def test_a_form_takes_no_name_that_is_none(course, server):
    for who, about in (("bea", {"first_name": MARKUP, "last_name": "de Vries"}), (MARKUP[:10], {})):
        address = f"{server.url}/formgrader/api/student/{quote(who, safe='')}"
        urlopen(Request(address, json.dumps(about).encode(), method="PUT"), timeout=30).close()
    with course.gradebook() as book:
        found = {one.id: (one.first_name, one.last_name) for one in book.students}
    assert found["bea"] == (None, "de Vries")
    assert MARKUP[:10] not in found


def test_an_import_takes_the_class_without_what_is_no_name(course, tmp_path):
    rows = f'id,first_name,last_name\ncleo,"{MARKUP}",Smit\n"da\x1bn",Daan,Bos\nłukasz,Łukasz,Van \'t Hof\n'
    (tmp_path / "people.csv").write_text(rows)
    command(
        "nbgrader", "db", "student", "import", tmp_path / "people.csv", cwd=course.root
    ).check_returncode()
    with course.gradebook() as book:
        found = {one.id: (one.first_name, one.last_name) for one in book.students}
    assert found["cleo"] == (None, "Smit")
    assert found["łukasz"] == ("Łukasz", "Van 't Hof")
    assert "da\x1bn" not in found

"""The class list: ``people.csv``, or who has a name in the gradebook."""

from __future__ import annotations

from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from course.collect.people import ClassList, Person, class_list, enter
from course.command_error import CommandError
from tests.collect.conftest import Collecting
from tests.grading.course import NAME


def read(folder: Path, content: bytes) -> ClassList:
    (folder / "people.csv").write_bytes(content)
    return class_list(folder, f"sqlite:///{folder}/gradebook.db", "overtuigen")


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["no mark", "mark"])
@pytest.mark.parametrize(
    "text",
    [
        'id,name,email\navries,"Vries, Anaïs de",a@example.org\n\nbas,Bas,\n',
        "id;name;email\r\navries;Vries, Anaïs de;a@example.org\r\n;;\r\nbas;Bas\r\n",
        "Email ; NAME;groep;Id\na@example.org;Vries, Anaïs de;1;avries\n;Bas;2;bas",
    ],
)
def test_people_csv_is_read_as_spreadsheets_write_it(tmp_path: Path, mark: bytes, text: str) -> None:
    found = read(tmp_path, mark + text.encode())
    assert found == ClassList(
        [Person("avries", "Vries, Anaïs de", "a@example.org"), Person("bas", "Bas")], True
    )


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("id;name\nana;Anaïs".encode("cp1252"), "UTF-8"),
        (b"", "line 1"),
        (b"naam;id\nAnna;a", "line 1"),
        (b"id,name\na,Vries, Anna de", "line 2"),
        (b"id,name\nanna,Anna\n../x,Bas", "line 3"),
        (b"id,name\n,Anna", "line 2"),
        (b"id,name\nanna,Anna <img src=x>", "line 2"),
        ("id,name\n\u0430nna,Anna".encode(), "line 2"),
        (b"id,name\nanna,Anna\nAnna,Anna B", "line 3"),
    ],
)
def test_what_is_half_a_list_is_refused_with_the_line(tmp_path: Path, content: bytes, told: str) -> None:
    with pytest.raises(CommandError, match=told):
        read(tmp_path, content)


def test_who_is_on_the_list_is_in_the_gradebook_by_name(tmp_path: Path) -> None:
    text = "id;name;email\navries;Vries, Anaïs de;a@example.org\nbas;Bas van 't Hof;\ncleo;;\n"
    people = read(tmp_path, text.encode())
    with Gradebook(f"sqlite:///{tmp_path}/gradebook.db", "overtuigen") as book:
        book.add_student("bas", first_name="B.", email="b@example.org")
        book.add_student("cleo", first_name="Cleo")
        enter(people, book)
        enter(ClassList([Person("dirk", "Dirk")]), book)
        found = {one.id: (one.first_name, one.last_name, one.email) for one in book.students}
    assert found == {
        "avries": ("Anaïs de", "Vries", "a@example.org"),
        "bas": ("Bas", "van 't Hof", "b@example.org"),
        "cleo": ("Cleo", None, None),
    }


def test_without_a_file_who_has_a_name_in_the_gradebook_is_known(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/gradebook.db"
    assert class_list(tmp_path, url, "overtuigen") == ClassList()
    assert not (tmp_path / "gradebook.db").exists(), "looking makes no gradebook"
    with Gradebook(url, "overtuigen") as book:
        book.add_student("a12", first_name="Anna", last_name="de Vries")
        book.add_student("m@x.nl", email="m@x.nl")
        book.add_student("collected earlier")
    found = class_list(tmp_path, url, "overtuigen")
    assert {one.id for one in found.people} == {"a12", "m@x.nl"}
    assert not found.is_complete


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("a12", ["a12"]),
        ("a@example.org", ["a12"]),
        ("Anna de Vries", ["a12"]),
        ("anna_de_vries", ["a12"]),
        ("devriesanna", ["a12"]),
        ("Vries, Anna de", ["a12"]),
        ("Vries_Anna de_a12", ["a12"]),
        ("Jose\u0301", ["j1"]),
        ("Jose", ["j1", "j2"]),
        ("Anna", []),
        ("de Vries", []),
        ("Vries_Anna_b7", []),
        ("!", []),
    ],
)
def test_a_whole_name_matches_and_a_part_never_does(name: str, ids: list[str]) -> None:
    people = [Person("a12", "Anna de Vries", "a@example.org"), Person("j1", "José"), Person("j2", "Josè")]
    assert [one.id for one in ClassList(people).matching(name)] == ids


def test_course_grade_collects_by_the_list(course: Collecting) -> None:
    (course.root / "people.csv").write_text("id;name\navries;Anna de Vries\n", "utf-8-sig")
    try:
        course.download(
            "m.zip",
            {
                f"Anna de Vries_1_assignsubmission_file_/{NAME}.ipynb": course.notebook,
                f"Bas_2_assignsubmission_file_/{NAME}.ipynb": course.notebook,
            },
        )
        found = course.collect()
    finally:
        (course.root / "people.csv").unlink()
    assert found["avries"].status == "new"
    (refused,) = [one for one in found.values() if one.status == "refused"]
    assert "Bas" in refused.source
    assert "not in people.csv" in str(refused.reason)

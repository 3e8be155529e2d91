"""Whose each file in a download is: never fewer people out than in, never one person's work under another."""

from __future__ import annotations

import tempfile
from pathlib import Path, PurePosixPath
from unicodedata import normalize

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from course.collect.downloads import sort_out
from course.collect.people import ClassList, Person
from course.collect.senders import PATTERNS, sender_of
from course.i18n import LANGUAGES, translator
from tests.collect.downloads import DOWNLOADS, Download, sorted_out
from tests.collect.downloads.sorting import NAME, owners
from tests.collect.downloads.table import PAGE, page

BOOK = f"{NAME}.ipynb"
LAYOUTS = (
    "moodle/{name}_{n}_assignsubmission_file_/{file}",
    "moodle/{name}_{n}_assignsubmission_file_{file}",
    "submissions/{name}_{n}_9{n}_{file}",
    "submissions/anon_{n}x_9{n}_{file}",
    "bs/{n}-9 - {name} - 3 mrt. 2026 1345/{file}",
    "bb/Opdracht_{name}_attempt_2026-03-01-14-12-54_{file}",
    f"bb/{NAME}_{{name}}_attempt_2026-03-01-14-12-54_{{file}}",
    f"Submitted files/{{name}}/{NAME}/Version {{n}}/{{file}}",
    f"Submitted files/{{name}}/{NAME}/{{file}}",
    "ilias/{name}_x_login{n}_{n}/{file}",
    f"drive/{{name}} - {BOOK}",
    f"{{name}}_{BOOK}",
    f"klas/{{name}}_{BOOK}",
    "klas/{name}/{file}",
    "klas/{name}/werk/{file}",
    "klas/groep {n}/{name}/{file}",
    "klas {n}/{name}/{file}",
    "{name}/{file}",
    "{name}/werk/{file}",
)
ALIKE = (
    *("Jan", "jan", "JAN", "Ján", "Ja\u0301n", "Jan-1", "Jan-2", "Jan_1", "Jan+1", "Jan 1", "Vries, Anna"),
    *("van_dijk", "van_den_berg", "anna_de_vries", "anna_bakker", "Deelnemer", "x" * 130, "v 1", "werk"),
)
names = st.one_of(st.sampled_from(ALIKE), st.text(min_size=1, max_size=40))
people_in = st.lists(
    st.tuples(names, st.sampled_from(LAYOUTS), st.sampled_from([BOOK, "x.ipynb"])), max_size=6
)


def paths_of(people: list[tuple[str, str, str]]) -> list[str]:
    """A path for each person, as it stands on disk; no two the same."""
    paths = []
    for n, (name, layout, file) in enumerate(people, start=1):
        name = "".join(sign for sign in name if sign.isprintable() and sign not in "/\\")
        path = normalize("NFC", layout.format(name=name, n=n, file=file))
        parts = PurePosixPath(path).parts
        if name.strip(". ") and all(len(part.encode()) < 200 for part in parts) and ".." not in parts:
            paths.append(path)
    return paths


def test_every_platform_has_a_pattern_whose_example_fits() -> None:
    for one in PATTERNS:
        sender = sender_of(PurePosixPath(one.example), "01-w")
        assert sender is not None, one
        assert sender.platform == one.platform
        assert "anna" in sender.name.casefold() or sender.name in ("avries", "anon_q7Xp2")
    assert len({one.platform for one in PATTERNS}) >= 8
    assert sum(len(one.files) for one in DOWNLOADS) >= 60


@pytest.mark.parametrize("download", DOWNLOADS, ids=lambda one: f"{one.group}: {one.what}")
def test_a_file_is_of_whom_the_table_says_or_it_is_refused(download: Download, tmp_path: Path) -> None:
    heap = sorted_out(list(download.files), tmp_path, download.people)
    assert owners(heap) == {file: who for file, who in download.files.items() if who}
    refused = {one.path for one in heap.skipped}
    assert refused == {file for file, who in download.files.items() if not who}


def test_the_table_for_instructors_is_what_really_happens() -> None:
    assert PAGE.read_text("utf-8") == page(), "run: python -m tests.collect.downloads"


@given(people_in)
@example([("Jan", "{name}_" + BOOK, BOOK), ("Jan", "{name}/{file}", BOOK)])
@example([("Jan", "klas/{name}_" + BOOK, BOOK), ("Jan", "klas/{name}/{file}", BOOK)])
def test_never_fewer_people_come_out_than_went_in(people: list[tuple[str, str, str]]) -> None:
    """Each sent one file: it is theirs alone, or it is refused, and never somebody else's first try."""
    paths = paths_of(people)
    assume(not any(a != b and PurePosixPath(a) in PurePosixPath(b).parents for a in paths for b in paths))
    assume(len({path.casefold() for path in paths}) == len(paths))
    senders = {path: sender_of(PurePosixPath(path), NAME) for path in paths}
    keys = [one.key if one else PurePosixPath(path).parent for path, one in senders.items()]
    assume(len(set(keys)) == len(keys))  # one name and number in one place: that is one person
    with tempfile.TemporaryDirectory() as folder:
        heap = sorted_out(paths, Path(folder))
        mine = owners(heap)
    students = [one.student for one in heap.uploads]
    assert len({student.casefold() for student in students}) == len(students)
    assert len(mine) + len({one.path for one in heap.skipped}) == len(paths)
    assert not heap.nothing


@pytest.mark.parametrize("name", ["{", "+", "'", "_"])
def test_a_folder_whose_name_can_be_no_folder_is_nobodys(name: str, tmp_path: Path) -> None:
    version = f"Submitted files/{name}/{NAME}/Version 1/{BOOK}"
    heap = sorted_out([version, f"klas/{name}/{BOOK}", f"klas/Anna/{BOOK}"], tmp_path)
    assert owners(heap) == {f"klas/Anna/{BOOK}": "Anna"}
    assert {one.path for one in heap.skipped} == {version, f"klas/{name}/{BOOK}"}


@given(people_in, st.lists(st.sampled_from(ALIKE[:16]), unique=True, max_size=5))
def test_a_class_list_never_puts_two_senders_under_one_name(
    people: list[tuple[str, str, str]], listed: list[str]
) -> None:
    paths = list(dict.fromkeys(paths_of(people)))
    assume(not any(a != b and PurePosixPath(a) in PurePosixPath(b).parents for a in paths for b in paths))
    known = [Person(f"p{n}", name) for n, name in enumerate(listed)]
    with tempfile.TemporaryDirectory() as folder:
        heap = sorted_out(paths, Path(folder), known)
        mine = owners(heap)
    if known:
        assert set(mine.values()) <= {one.id for one in known}
    for path, who in mine.items():
        others = [
            other for other in paths if other != path and other not in {one.path for one in heap.skipped}
        ]
        assert all(mine.get(other) != who for other in others)


def test_who_could_be_meant_and_what_to_do_is_said_in_every_language(tmp_path: Path) -> None:
    heap = sorted_out([f"klas/anna_{BOOK}", f"klas/Anna_{BOOK}"], tmp_path)
    for t in map(translator, LANGUAGES):
        told = t(heap.skipped[0].reason)
        assert "anna" in told
        assert "Anna" in told
        assert f"_{BOOK}" in told


def test_a_folder_of_before_that_differs_in_capitals_alone_is_somebody_else_perhaps(tmp_path: Path) -> None:
    (tmp_path / f"Mia_{BOOK}").write_text("Mia")
    heap = sort_out(tmp_path, NAME, known={"mia"})
    assert not heap.uploads
    assert "mia, Mia" in str(heap.skipped[0].reason)


def test_another_number_does_not_take_the_place_of_who_has_it(tmp_path: Path) -> None:
    folder = tmp_path / "m" / "Jan Jansen_13_assignsubmission_file_"
    folder.mkdir(parents=True)
    (folder / BOOK).write_text("de tweede")
    people = ClassList([Person("jan", "Jan Jansen")])
    heap = sort_out(tmp_path, NAME, people=people, known={"jan"}, given={"jan": "12"})
    assert not heap.uploads
    assert "jan 12, jan 13" in str(heap.skipped[0].reason)


def test_two_downloads_of_a_listed_person_are_two_attempts(tmp_path: Path) -> None:
    heap = sorted_out(
        [f"klas 1/Anna/{BOOK}", f"klas 1/Bas/{BOOK}", f"klas 2/Anna/{BOOK}", f"klas 2/Bas/{BOOK}"],
        tmp_path,
        [Person("a", "Anna"), Person("b", "Bas")],
    )
    assert [one.student for one in heap.uploads] == ["a", "b"]
    assert all(one.remarks for one in heap.uploads), "that there were two is said"


def test_the_highest_version_in_teams_counts(tmp_path: Path) -> None:
    versions = [f"Submitted files/Anna/{NAME}/Version {n}/{BOOK}" for n in (2, 10, 9)]
    assert list(owners(sorted_out(versions, tmp_path))) == [versions[1]]

"""The names that learning platforms really give."""

from datetime import UTC, datetime
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.collect.copies import without_copies
from course.collect.names import as_folder, is_folder_name, parts_of
from course.collect.senders import sender_of
from course.errors import RefusedError
from tests.fixture import NAME


def local(*when: int) -> datetime:
    return datetime(*when).astimezone(UTC)


@pytest.mark.parametrize(
    ("path", "folder", "inside"),
    [
        # Moodle, with and without folders, in a folder of one's own, a group with and without a number
        ("z/Anna de Vries_12345_assignsubmission_file_/x.ipynb", "Anna de Vries-12345", "x.ipynb"),
        ("z/Anna de Vries_12345_assignsubmission_file_x.ipynb", "Anna de Vries-12345", "x.ipynb"),
        ("z/Anaïs d'Or_7_assignsubmission_file_/w/answers/a.json", "Anaïs d'Or-7", "w/answers/a.json"),
        ("Groep 3_45_assignsubmission_file_/x.ipynb", "Groep 3-45", "x.ipynb"),
        ("Standaardgroep_assignsubmission_file_/x.ipynb", "Standaardgroep", "x.ipynb"),
        # Canvas: on time, late, a second attempt, hidden names, a zip that was unpacked
        ("z/devriesanna_4312_98765_x.ipynb", "devriesanna-4312", "x.ipynb"),
        ("z/devriesanna_LATE_4312_98765_x-1.ipynb", "devriesanna-4312", "x-1.ipynb"),
        ("z/anon_q7Xp2_98765_x.ipynb", "anon_q7Xp2", "x.ipynb"),
        ("z/LATE_anon_q7Xp2_98765_x.ipynb", "anon_q7Xp2", "x.ipynb"),
        ("z/müllerjörg_4312_98765_werk/answers/a.json", "müllerjörg-4312", "werk/answers/a.json"),
        # Brightspace: folders, one name, another clock and language
        ("z/123-678 - Anna de Vries - 3 mrt. 2026 1345/x.ipynb", "Anna de Vries-123", "x.ipynb"),
        ("z/123-678 - Anna - Mar 3, 2026 145 PM - x.ipynb", "Anna-123", "x.ipynb"),
        ("z/123-678 - 233 Angood - 05 March 2026 612 PM/x.ipynb", "233 Angood-123", "x.ipynb"),
        # Blackboard: the notebook, and the receipt that it puts beside each
        ("z/Opdracht 6_avries_attempt_2026-03-01-14-12-54_x.ipynb", "avries", "x.ipynb"),
        ("z/Opdracht 6_avries_attempt_2026-03-01-14-12-54.txt", "avries", ".txt"),
        # by hand
        (f"bas_2026-03-01_{NAME}.ipynb", "bas", f"bas_2026-03-01_{NAME}.ipynb"),
        (f"van_den_berg_{NAME} (1).ipynb", "van_den_berg", f"van_den_berg_{NAME} (1).ipynb"),
        (f"z/z/anna_{NAME}.ipynb", "anna", f"anna_{NAME}.ipynb"),
    ],
)
def test_a_platforms_name_tells_who_and_what(path, folder, inside):
    sender = sender_of(PurePosixPath(path), NAME)
    assert (sender.folder, str(sender.inside)) == (folder, inside)


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("3 mrt. 2026 1345", (2026, 3, 3, 13, 45)),
        ("3 mei 2026 0905", (2026, 5, 3, 9, 5)),
        ("Mar 3, 2026 145 PM", (2026, 3, 3, 13, 45)),
        ("Sep 26, 2026 0741 PM", (2026, 9, 26, 19, 41)),
        ("May 13, 2020 1205 AM", (2020, 5, 13, 0, 5)),
        ("05 March 2026 612 PM", (2026, 3, 5, 18, 12)),
        ("31 okt 2026 13:45", (2026, 10, 31, 13, 45)),
    ],
)
def test_brightspace_tells_when(written, sent):
    assert sender_of(PurePosixPath(f"1-2 - A - {written}/x.ipynb"), NAME).sent == local(*sent)


@pytest.mark.parametrize("written", ["31 feb 2026 1200", "3 foo 2026 1200", "3 mrt. 2026 9999"])
def test_a_date_that_is_none_is_no_date(written):
    assert sender_of(PurePosixPath(f"1-2 - A - {written}/x.ipynb"), NAME).sent is None


@pytest.mark.parametrize(
    "path",
    [
        "z/Bas_1_assignsubmission_file_/Anna_2_assignsubmission_file_/x.ipynb",
        "z/Bas_1_assignsubmission_file_Anna_2_assignsubmission_file_x.ipynb",
        "z/bas_1_10_anna_2_20_x.ipynb",
        "z/1-9 - Bas - 3 mrt. 2026 1345/2-9 - Anna - 4 mrt. 2026 1345/x.ipynb",
        "z/1-9 - Bas - 3 mrt. 2026 1345 - 2-9 - Anna - 4 mrt. 2026 1345 - x.ipynb",
        f"z/Bas_1_assignsubmission_file_/Anna_{NAME}.ipynb",
    ],
)
def test_a_participant_cannot_hand_in_as_another_by_the_name_of_a_file(path):
    assert sender_of(PurePosixPath(path), NAME).folder.casefold() == "bas-1"


def test_nor_by_a_name_that_looks_like_what_the_platform_makes_of_anothers():
    forged = f"z/Anna de Vries_11_assignsubmission_file_ x_22_assignsubmission_file_/{NAME}.ipynb"
    found = sender_of(PurePosixPath(forged), NAME)
    assert found is None or found.number != "11"
    again = f"z/Anna de Vries_11_assignsubmission_file_Anna de Vries_10_assignsubmission_file_{NAME}.ipynb"
    assert sender_of(PurePosixPath(again), NAME).folder.casefold() == "anna de vries-11"


@pytest.mark.parametrize(
    "path",
    [
        f"{NAME}.ipynb",
        f"{NAME} (1).ipynb",
        "z/index.html",
        "a.ipynb",
        f"z/{NAME}.ipynb",
        f"z/Anna/w1_{NAME}.ipynb",
        f"z/Anna/x - {NAME}.ipynb",
    ],
)
def test_nobody_is_guessed(path):
    assert sender_of(PurePosixPath(path), NAME) is None


@pytest.mark.parametrize(
    ("file", "number"),
    [
        (f"{NAME}.ipynb", 0),
        (f"{NAME} (2).ipynb", 2),
        (f"{NAME}(2).ipynb", 2),
        (f"{NAME}-2.ipynb", 2),
        (f"{NAME}-Copy2.ipynb", 2),
        (f"{NAME} - Kopie.ipynb", 0),
        (f"{NAME}-1 (2).ipynb", 2),
    ],
)
def test_a_copy_has_the_name_of_what_it_is_a_copy_of(file, number):
    assert without_copies(file, NAME) == (NAME, number)


@pytest.mark.parametrize(
    "name",
    ["/etc/passwd", "../x", "a/../../x", "a\\b", "C:x", "a\0b", "a\nb", "a\x1b[2Jb", "con", "NUL.txt", "a/com1.ipynb",
     "x" * 300, "a/" * 30 + "x", "", ".", "\ud800"],
)  # fmt: skip
def test_a_name_that_could_end_up_elsewhere_is_refused(name):
    with pytest.raises(RefusedError):
        parts_of(name)


@pytest.mark.parametrize("name", ["Anaïs de Vries", "O'Brien", "王小明", "anna", "a.b@c.nl", "Bas-12"])
def test_what_people_are_called_stays_as_it_is(name):
    assert as_folder(name) == name
    assert is_folder_name(name)


@pytest.mark.parametrize(
    "name", ["..", ".ssh", "-rf", "=1+1", "*", "a/b", "", "[a]", "{assignment_id}", " a"]
)
def test_what_means_something_to_a_program_is_no_folder(name):
    assert not is_folder_name(name)


@given(st.text())
def test_a_folder_is_safe_whatever_somebody_is_called(name):
    folder = as_folder(name)
    assert not folder or (folder[0].isalnum() and parts_of(folder) == (folder,))
    assert as_folder(folder) == folder


@given(st.text())
def test_no_name_makes_it_raise(name):
    path = PurePosixPath(name.replace("\0", ""))
    if path.parts:
        sender_of(path, NAME)

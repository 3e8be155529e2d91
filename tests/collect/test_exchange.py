"""The exchange, where participants can put anything."""

import os
import socket
import threading
from datetime import UTC, datetime

import pytest

from course.collect.copying import Copying
from course.errors import RefusedError
from tests.fixture import NAME

LATER = "2026-03-02 10:00:00.000000 UTC"
SECRET = "geheim van de begeleider"


def shown(course):
    return b"".join(course.everything().values()).decode(errors="replace")


@pytest.fixture
def secret(course):
    path = course.folder / "secret.txt"
    path.write_text(SECRET)
    return path


@pytest.mark.parametrize("collect", ["command", "function"])
def test_what_nbgrader_submits_is_collected(course, collect):
    for who in ("anna", "bas"):
        course.fetch(who)
        course.submit(who)
    if collect == "command":
        course.run("collect", NAME)
    else:
        assert {who: one.status for who, one in course.collect().items()} == {"anna": "new", "bas": "new"}
    for who in ("anna", "bas"):
        there = {path.name for path in (course.submitted / who / NAME).iterdir()}
        assert there == {f"{NAME}.ipynb", "timestamp.txt", "submission_secret.txt"}


def test_nothing_but_the_notebook_and_the_answers_is_kept(course):
    folder = course.hand_in("bas")
    for name in ("anywidget.py", "nbgrader_config.py", "jupyter_config.json", "foto.png", "map/course.py"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("open('ran', 'w')")
    (folder / "answers").mkdir()
    for name in ("counter-signs.json", "ipykernel_launcher.py", "Notes.json"):
        (folder / "answers" / name).write_text("{}")
    (folder / "answers" / "deep").mkdir()
    (folder / "answers" / "deep" / "counter-signs.json").write_text("{}")
    (folder / ".ipython").mkdir()
    told = course.collect()["bas"]
    kept = course.submitted / "bas" / NAME
    assert {path.relative_to(kept).as_posix() for path in kept.rglob("*") if path.is_file()} == {
        *(f"{NAME}.ipynb", "answers/counter-signs.json", "timestamp.txt", "submission_secret.txt")
    }
    assert next(str(one) for one in told.remarks if "left out" in str(one)).startswith("5 other files")


def test_a_link_is_never_followed(course, secret):
    folder = course.hand_in("bas")
    (folder / "answers").mkdir()
    (folder / "answers" / "counter-signs.json").symlink_to(secret)
    (folder / "map").symlink_to(course.root / "solutions")
    (folder / "notes.txt").symlink_to("../../../../secret.txt")
    course.run("collect", NAME)
    assert SECRET not in shown(course)
    assert sorted(path.name for path in (course.submitted / "bas" / NAME).iterdir()) == [
        f"{NAME}.ipynb",
        "answers",
        "submission_secret.txt",
        "timestamp.txt",
    ]


def test_a_hand_in_that_is_a_link_is_refused_and_the_rest_goes_on(course, secret):
    course.hand_in("anna")
    (course.inbound / f"bas+{NAME}+{LATER}+x").symlink_to(course.root / "solutions" / "nl" / NAME)
    (course.inbound / f"cas+{NAME}+{LATER}+x").symlink_to(secret)
    (course.inbound / f"daan+{NAME}+{LATER}+x").write_text("geen map")
    found = course.collect()
    assert {who: one.status for who, one in found.items()} == {
        "anna": "new",
        "bas": "refused",
        "cas": "refused",
        "daan": "refused",
    }
    assert "link" in str(found["bas"].reason)
    assert not (course.submitted / "bas").exists()


def test_special_files_are_passed_over_without_waiting(course):
    folder = course.hand_in("bas")
    os.mkfifo(folder / "pipe")
    with socket.socket(socket.AF_UNIX) as plug:
        plug.bind(str((folder / "s").relative_to(os.getcwd())) if len(str(folder)) < 90 else "\0overtuigen")
    found = course.collect()["bas"]
    assert found.status == "new"
    assert any("'pipe'" in str(remark) for remark in found.remarks)


def test_a_file_of_somebody_else_is_left_out(course, secret):
    folder = course.hand_in("bas")
    os.link(secret, folder / "mine.txt")  # where the system allows it
    for path in (folder, *folder.iterdir()):
        if path.name != "mine.txt":
            os.chown(path, 12345, 12345)
    found = course.collect()["bas"]
    assert SECRET not in shown(course)
    assert any("another user" in str(remark) for remark in found.remarks)


def test_a_link_put_there_while_copying_comes_too_late(tmp_path):
    """A participant swaps a file for a link and back, as fast as possible."""
    source, secret = tmp_path / "hand-in", tmp_path / "secret"
    source.mkdir()
    secret.write_text(SECRET)
    stop = threading.Event()

    def swap():
        while not stop.is_set():
            (source / "one").write_text("mijn werk")
            os.replace(source / "one", source / "work")
            os.symlink(secret, source / "two")
            os.replace(source / "two", source / "work")

    thread = threading.Thread(target=swap)
    thread.start()
    try:
        seen = set()
        for turn in range(300):
            Copying(10**6, 10**6).folder(source, tmp_path / f"copy-{turn}")
            copied = tmp_path / f"copy-{turn}" / "work"
            seen.add(copied.read_text() if copied.exists() else None)
    finally:
        stop.set()
        thread.join()
    assert SECRET not in seen
    assert None in seen  # it really was a link at times


@pytest.mark.parametrize(
    ("sizes", "depth", "why"),
    [([600] * 3, 0, "larger than"), ([1] * 2001, 0, "files"), ([1], 12, "folders")],
)
def test_what_is_too_much_is_refused_whole(tmp_path, sizes, depth, why):
    folder = tmp_path / "hand-in" / "/".join("m" * depth)
    folder.mkdir(parents=True)
    for number, size in enumerate(sizes):
        (folder / str(number)).write_bytes(bytes(size))
    with pytest.raises(RefusedError, match=why):
        Copying(1000, 1000 if len(sizes) == 3 else 10**6).folder(tmp_path / "hand-in", tmp_path / "copy")
    assert not (tmp_path / "copy").exists()


def test_one_hand_in_that_is_too_large_does_not_stop_the_rest(course):
    course.hand_in("anna")
    big = course.hand_in("bas")
    for number in range(11):
        with (big / f"{number}.ipynb").open("wb") as file:
            file.truncate(99_000_000)
    found = course.collect()
    assert found["anna"].status == "new"
    assert found["bas"].status == "refused"
    assert not (course.submitted / "bas").exists()


@pytest.mark.parametrize(
    "name",
    [
        f"bas+{NAME}+morgen+x",
        f"bas+{NAME}+9999999999999-99-99 99:99:99 UTC+x",
        f"bas+{NAME}+",
        f"*+{NAME}+{LATER}+x",
        f"-rf+{NAME}+{LATER}+x",
        f"=cmd()+{NAME}+{LATER}+x",
        f"a{{0}}+{NAME}+{LATER}+x",
        f"a\n+{NAME}+{LATER}+x",
    ],
)
def test_a_strange_name_does_not_stop_the_rest(course, name):
    course.hand_in("anna")
    (course.inbound / name).mkdir()
    found = course.collect()
    assert found["anna"].status == "new"
    assert [one.status for who, one in found.items() if who != "anna"] == ["refused"]
    assert {path.name for path in course.submitted.iterdir()} == {".collected", "anna"}


def test_nobody_else_can_replace_what_a_participant_handed_in(course):
    """Anyone can make a folder with another's name on it, and a later time."""
    course.hand_in("daemon")
    for path in course.inbound.rglob("*"):
        os.chown(path, 1, 1)  # user 1 is called daemon
    forged = course.hand_in("daemon", LATER)
    (forged / f"{NAME}.ipynb").write_text("sabotage")
    os.chown(forged, 2, 2)
    found = course.collect()["daemon"]
    assert course.text("daemon") == course.notebook
    assert not [remark for remark in found.remarks if "another user" in str(remark)]


def test_who_put_it_there_for_another_is_named(course):
    folder = course.hand_in("anna")
    os.chown(folder, 2, 2)
    os.chown(folder / f"{NAME}.ipynb", 2, 2)
    assert any("another user" in str(remark) for remark in course.collect()["anna"].remarks)


def test_one_user_does_not_fill_the_disk_under_many_names(course):
    course.hand_in("daemon")
    for number in range(12):
        folder = course.hand_in(f"fake{number}")
        (folder / f"{NAME}.ipynb").write_bytes(b"")
        os.truncate(folder / f"{NAME}.ipynb", 95_000_000)  # it takes nothing of the one who does it
    for path in course.inbound.rglob("*"):
        os.chown(path, 1, 1)
    course.hand_in("anna")
    found = course.collect()
    assert [found[who].status for who in ("anna", "daemon")] == ["new", "new"]
    refused = [one for one in found.values() if one.status == "refused"]
    assert len(refused) == 9
    assert "300 MB" in str(refused[0].reason)
    assert sum(len(content) for content in course.everything().values()) < 300_000_000
    assert sum(one.status == "refused" for one in course.collect().values()) == 9


def test_of_many_files_that_are_left_out_a_few_are_named(course):
    answers = course.hand_in("bas") / "answers"
    answers.mkdir()
    for number in range(300):
        (answers / f"a{number}.json").symlink_to("elsewhere")
    remarks = [str(one) for one in course.collect()["bas"].remarks if "left out" in str(one)]
    assert len(remarks) == 6
    assert remarks[-1] == "295 more files were left out."


def test_an_inbound_of_somebody_else_is_not_collected_from(course):
    """Who may write in the root of the exchange can put a folder of their own in its place."""
    course.hand_in("anna")
    os.chown(course.inbound, 1, 1)
    (told,) = course.collect().values()
    assert told.status == "refused"
    assert "daemon" in str(told.reason)
    assert not course.submitted.exists()


def test_a_time_that_cannot_be_true_is_named(course):
    course.hand_in("anna")
    now = f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S.%f} UTC"
    course.hand_in("bas", now)
    found = course.collect()
    assert any("The time" in str(remark) for remark in found["anna"].remarks)
    assert not any("The time" in str(remark) for remark in found["bas"].remarks)


def test_nbgraders_own_files_are_written_again(course):
    folder = course.hand_in("bas")
    (folder / "timestamp.txt").write_text("geen tijd")
    (folder / "submission_secret.txt").write_bytes(b"\xff\xfe" * 100)
    course.run("collect", NAME)
    course.run("collect", NAME, "--update")  # nbgrader reads the time of the last one
    assert "2026-03-01" in course.text("bas", "timestamp.txt").decode()
    assert len(course.text("bas", "submission_secret.txt").decode()) == 128


def test_update_keeps_its_meaning(course):
    course.hand_in("bas")
    course.run("collect", NAME)
    newer = course.hand_in("bas", LATER)
    (newer / f"{NAME}.ipynb").write_text("nieuwer")
    course.run("collect", NAME)
    assert course.text("bas") == course.notebook
    course.run("collect", NAME, "--update")
    assert course.text("bas") == b"nieuwer"
    assert course.collect()["bas"].status == "unchanged"


def test_what_a_person_put_there_stays_when_a_class_is_graded(course):
    (course.put("bas") / f"{NAME}.ipynb").write_text("met de hand")
    course.hand_in("bas")
    assert course.collect()["bas"].status == "kept"
    assert course.text("bas") == b"met de hand"


def test_a_hand_in_that_vanishes_does_not_stop_the_rest(course, monkeypatch):
    import shutil

    from course.collect.exchange import SafeCollect

    course.hand_in("anna")
    gone = course.hand_in("bas")
    course.hand_in("cas")
    monkeypatch.setattr(
        SafeCollect, "_doubts", lambda self, source, _record: shutil.rmtree(gone) if source == gone else ()
    )
    found = course.collect()
    assert {who: one.status for who, one in found.items()} == {"anna": "new", "bas": "refused", "cas": "new"}
    assert "be read" in str(found["bas"].reason)


def test_an_update_that_fails_leaves_what_was_there(course):
    course.hand_in("bas")
    course.collect()
    (course.inbound / f"bas+{NAME}+{LATER}+x").symlink_to("/etc")
    assert course.collect()["bas"].status == "refused"
    assert course.text("bas") == course.notebook

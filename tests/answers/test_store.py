import errno
import json
import os
import sys
import time
from pathlib import Path

import pytest

from course.answers import Answers, Record, UnkeptError, newest
from course.answers.record import MAX_BYTES, is_id
from course.answers.store import is_lasting
from course.i18n import translator

OLD, NEW = {"text": "oud"}, {"text": "nieuw"}


@pytest.fixture
def answers(tmp_path):
    return Answers(tmp_path / "answers")


def put(answers, content, name="own-case"):
    answers.folder.mkdir(exist_ok=True)
    path = answers.path(name)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def full_disk(*_args):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_what_is_saved_is_loaded(answers):
    record = answers.save("own-case", "reflect", {"text": "Café 🎁\n"})
    assert answers.load("own-case") == record
    assert (record.kind, record.answer) == ("reflect", {"text": "Café 🎁\n"})


def test_a_new_answer_takes_the_place_of_the_old_one(answers):
    first = answers.save("own-case", "reflect", OLD)
    second = answers.save("own-case", "reflect", NEW)
    assert answers.load("own-case").answer == NEW
    assert first.moment <= second.moment
    assert os.listdir(answers.folder) == ["own-case.json"]


def test_the_time_says_where_on_earth(answers):
    saved = answers.save("own-case", "reflect", OLD).saved
    assert saved[10] == "T"
    assert saved[-6] in "+-"


def test_nothing_stored_is_nothing(answers):
    assert answers.load("own-case") is None
    assert answers.all() == {}


def test_another_program_can_read_the_file(answers):
    answers.save("own-case", "reflect", {"text": "Café"})
    data = json.loads(answers.path("own-case").read_text("utf-8"))
    assert data["exercise"] == "own-case"
    assert data["answer"] == {"text": "Café"}


@pytest.mark.parametrize("step", ["replace", "fsync"])
def test_when_a_save_breaks_off_the_old_answer_is_still_there(answers, monkeypatch, step):
    answers.save("own-case", "reflect", OLD)
    monkeypatch.setattr(os, step, full_disk)
    with pytest.raises(UnkeptError):
        answers.save("own-case", "reflect", NEW)
    monkeypatch.undo()
    assert answers.load("own-case").answer == OLD
    assert os.listdir(answers.folder) == ["own-case.json"]


def test_a_kill_before_the_rename_leaves_the_old_answer(answers):
    answers.save("own-case", "reflect", OLD)
    if (child := os.fork()) == 0:
        os.replace = lambda *_paths: os._exit(9)  # the power goes off
        answers.save("own-case", "reflect", NEW)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    assert answers.load("own-case").answer == OLD
    assert list(answers.all()) == ["own-case"]
    answers.save("own-case", "reflect", NEW)
    assert answers.load("own-case").answer == NEW


def test_the_answer_is_flushed_before_it_takes_its_place(answers, monkeypatch):
    done = []
    for step in ("fsync", "replace"):
        real = getattr(os, step)
        monkeypatch.setattr(os, step, lambda *a, real=real, step=step: (done.append(step), real(*a)))
    answers.save("own-case", "reflect", NEW)
    assert done == ["fsync", "replace", "fsync"]  # the file, the rename, the folder


def test_a_full_disk_is_said_in_words(answers, monkeypatch):
    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(UnkeptError, match="the disk is full") as unkept:
        answers.save("own-case", "reflect", NEW)
    assert unkept.value.passing
    assert translator("nl")(unkept.value.message) == (
        "Niet opgeslagen: de schijf is vol. Laat deze pagina open: we blijven het proberen."
    )


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EROFS])
def test_a_folder_that_is_read_only_is_said_in_words(answers, monkeypatch, number):
    def refuse(*_args):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(UnkeptError, match="this folder is read-only"):
        answers.save("own-case", "reflect", NEW)


def test_an_answer_that_is_too_large_will_not_be_kept_later_either(answers):
    with pytest.raises(UnkeptError, match="too large") as unkept:
        answers.save("own-case", "reflect", {"text": "a" * MAX_BYTES})
    assert not unkept.value.passing
    assert translator("nl")(unkept.value.message) == "Niet opgeslagen: dit antwoord is te groot."


def test_a_save_is_newer_than_what_it_replaces_whatever_the_clock_says(answers, monkeypatch):
    first = answers.save("own-case", "reflect", OLD)
    for hours in (-1, -24 * 365 * 50):
        monkeypatch.setattr(time, "time", lambda hours=hours, real=first.moment: real + hours * 3600)
        second = answers.save("own-case", "reflect", NEW)
        monkeypatch.undo()
        assert newest([first, second]) == {"own-case": second}


def test_a_newer_record_from_elsewhere_is_adopted_and_the_older_one_set_aside(answers):
    answers.save("own-case", "reflect", OLD)
    newer = Record.made("own-case", "reflect", NEW, after=answers.load("own-case"))
    answers.adopt(newer)
    assert answers.load("own-case") == newer
    (aside,) = (file for file in answers.folder.iterdir() if file != answers.path("own-case"))
    assert Record.loads(aside.read_bytes()).answer == OLD
    assert list(answers.all()) == ["own-case"]


def test_an_older_record_from_elsewhere_changes_nothing(answers):
    older = Record.made("own-case", "reflect", OLD)
    kept = answers.save("own-case", "reflect", NEW)
    for record in (older, kept):
        answers.adopt(record)
        assert answers.load("own-case") == kept
    assert os.listdir(answers.folder) == ["own-case.json"]


def test_where_nothing_is_any_record_is_adopted(answers):
    record = Record("own-case", "reflect", "ooit", NEW)
    answers.adopt(record)
    assert answers.load("own-case") == record


@pytest.mark.parametrize("folder", ["a-file", "/dev/full", "/proc/answers"])
def test_where_no_folder_can_be_nothing_is_kept(tmp_path, monkeypatch, folder):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a-file").write_text("")
    with pytest.raises(UnkeptError):
        Answers(folder).save("own-case", "reflect", NEW)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "null",
        "[]",
        '{"exercise": "own-case"}',
        '{"exercise": "own-case", "kind": "reflect", "saved": "", "answer": []}',
        '{"exercise": "own-case", "kind": 3, "saved": "", "answer": {}}',
        '{"exercise": "another", "kind": "reflect", "saved": "", "answer": {}}',
        '{"exercise": "own-case", "kind": "reflect", "saved": "", "answer": {"text": NaN}}',
        '{"exercise": "own-case", "kind": "reflect", "saved": "", "answer": {"n": ' + "9" * 5000 + "}}",
        "[" * 100_000,
        '{"exercise": "own-case", "kind": "reflect", "saved": "", "answer": {"text": "'
        + "a" * MAX_BYTES
        + '"}}',
        b"\xff\xfe\x00",
        b"\x00" * 100,
    ],
    ids=range(14),
)
def test_a_file_that_cannot_be_read_is_set_aside_and_not_lost(answers, content):
    path = put(answers, content)
    before = path.read_bytes()
    assert answers.load("own-case") is None
    answers.save("own-case", "reflect", NEW)
    assert answers.load("own-case").answer == NEW
    (aside,) = (file for file in answers.folder.iterdir() if file != path)
    assert aside.read_bytes() == before


def test_two_unreadable_files_are_both_kept(answers):
    for content in ("een", "twee"):
        put(answers, content)
        answers.load("own-case")
    assert {file.read_text() for file in answers.folder.iterdir()} == {"een", "twee"}


def test_a_link_is_not_followed(answers, tmp_path):
    record = Record("own-case", "reflect", "2026-03-01T12:00:00+01:00", NEW)
    secret = tmp_path / "elsewhere.json"
    secret.write_text(record.dumps())
    answers.folder.mkdir()
    answers.path("own-case").symlink_to(secret)
    assert answers.load("own-case") is None
    assert answers.all() == {}
    assert secret.exists()


def test_a_save_replaces_a_link_and_not_its_target(answers, tmp_path):
    target = tmp_path / "target.json"
    target.write_text("van een ander")
    answers.folder.mkdir()
    answers.path("own-case").symlink_to(target)
    answers.save("own-case", "reflect", NEW)
    assert target.read_text() == "van een ander"
    assert answers.load("own-case").answer == NEW


PATHS = [
    "../own-case",
    "/etc/passwd",
    "a/b",
    "a\\b",
    "..",
    "own-case.json",
    "own case",
    "own-case\n",
    "é",
    "A",
    "",
]


@pytest.mark.parametrize("name", [*PATHS, "a" * 65, None, 3, b"own-case"])
def test_a_path_is_no_id(answers, name):
    assert not is_id(name)
    for use in (answers.load, answers.path, lambda name: answers.save(name, "reflect", NEW)):
        with pytest.raises(ValueError, match="not the id"):
            use(name)


def test_only_answers_are_listed(answers):
    answers.save("own-case", "reflect", OLD)
    put(answers, "{}", "broken")
    (answers.folder / "Notes.json").write_text("{}")
    (answers.folder / "own-case.txt").write_text("{}")
    (answers.folder / "folder.json").mkdir()
    assert list(answers.all()) == ["own-case"]


def test_in_the_browser_only_the_drive_lasts(monkeypatch, tmp_path):
    assert is_lasting(tmp_path)
    monkeypatch.setattr(sys, "platform", "emscripten")
    assert not is_lasting(tmp_path)
    assert is_lasting(Path("/drive/modules/answers"))
    assert not is_lasting(Path("/drive/../home/answers"))
    assert not is_lasting(Path("/drives"))


def test_in_the_browser_an_answer_that_will_not_last_is_not_called_saved(monkeypatch, answers):
    monkeypatch.setattr(sys, "platform", "emscripten")
    with pytest.raises(UnkeptError):
        answers.save("own-case", "reflect", NEW)
    assert answers.load("own-case").answer == NEW  # kept for as long as the page is open

import asyncio
import errno
import os

import pytest

from course.answers import Answers, Outbox, Record, UnkeptError
from course.answers import outbox as module
from course.answers.record import MAX_BYTES
from tests.disk import small_disk
from tests.event_loop import run

OLD, NEW, NEWEST = {"text": "oud"}, {"text": "nieuw"}, {"text": "nieuwst"}


@pytest.fixture(autouse=True)
def _soon(monkeypatch):
    monkeypatch.setattr(module, "PAUSES", (0.01, 0.02))


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "answers"


@pytest.fixture
def disk(monkeypatch):
    """A disk that is full as long as `disk["full"]`."""
    state, real = {"full": True, "tries": 0}, os.fsync

    def fsync(handle):
        state["tries"] += 1
        if state["full"]:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    return state


def save(outbox, answer, name="own-case"):
    with pytest.raises(UnkeptError):
        outbox.save(name, "reflect", answer)


async def until(condition):
    async with asyncio.timeout(10):
        while not condition():
            await asyncio.sleep(0.005)


def test_an_answer_is_tried_again_until_it_is_kept_and_then_that_is_told(folder, disk):
    async def work():
        told = []
        outbox = Outbox(folder)
        outbox.open("own-case", told.append)
        save(outbox, NEW)
        await until(lambda: disk["tries"] > 4)
        assert told == []
        assert Answers(folder).load("own-case") is None
        disk["full"] = False
        await until(lambda: told)
        assert [record.answer for record in told] == [NEW]
        assert Answers(folder).load("own-case") == told[0]
        assert not outbox.waiting
        tries = disk["tries"]
        await asyncio.sleep(0.1)
        assert disk["tries"] == tries

    run(work())


def test_meanwhile_it_is_the_answer(folder, disk):
    async def work():
        disk["full"] = False
        outbox = Outbox(folder)
        outbox.save("own-case", "reflect", OLD)
        disk["full"] = True
        save(outbox, NEW)
        assert outbox.load("own-case").answer == NEW
        assert outbox.waiting["own-case"].record.answer == NEW
        assert Answers(folder).load("own-case").answer == OLD

    run(work())


def test_of_what_waits_only_the_newest_is_kept(folder, disk):
    async def work():
        told = []
        outbox = Outbox(folder)
        outbox.open("own-case", told.append)
        save(outbox, NEW)
        save(outbox, NEWEST)
        disk["full"] = False
        await until(lambda: told)
        await asyncio.sleep(0.05)
        assert [record.answer for record in told] == [NEWEST]
        assert Answers(folder).load("own-case").answer == NEWEST

    run(work())


def test_a_later_answer_that_is_kept_ends_the_wait(folder, disk):
    async def work():
        told = []
        outbox = Outbox(folder)
        outbox.open("own-case", told.append)
        save(outbox, NEW)
        disk["full"] = False
        outbox.save("own-case", "reflect", NEWEST)
        await asyncio.sleep(0.1)
        assert told == []
        assert Answers(folder).load("own-case").answer == NEWEST

    run(work())


def test_what_waits_for_several_exercises_is_all_kept(folder, disk):
    async def work():
        told = []
        outbox = Outbox(folder)
        for name in ("a", "b", "c"):
            outbox.open(name, told.append)
            save(outbox, {"text": name}, name)
        disk["full"] = False
        await until(lambda: len(told) == 3)
        assert {name: record.answer["text"] for name, record in Answers(folder).all().items()} == {
            "a": "a",
            "b": "b",
            "c": "c",
        }

    run(work())


def test_what_can_never_be_kept_is_not_tried_again(folder, disk):
    async def work():
        disk["full"] = False
        outbox = Outbox(folder)
        save(outbox, {"text": "a" * MAX_BYTES})
        assert outbox.load("own-case").answer == {"text": "a" * MAX_BYTES}
        tries = disk["tries"]
        await asyncio.sleep(0.1)
        assert disk["tries"] == tries

    run(work())


def test_without_a_kernel_it_only_says_that_it_is_not_kept(folder, disk):
    outbox = Outbox(folder)
    save(outbox, NEW)
    assert outbox.load("own-case").answer == NEW


def test_the_newest_of_disk_and_notebook_is_restored(folder):
    kept = Answers(folder).save("own-case", "reflect", OLD)
    copy = Record.made("own-case", "reflect", NEW, after=kept)
    for copies, expected in (({"own-case": copy}, copy), ({"own-case": kept}, copy), ({}, copy)):
        Outbox(folder, copies).open("own-case", print)
        assert Answers(folder).load("own-case") == expected


def test_a_copy_is_taken_over_once(folder):
    outbox = Outbox(folder, {"own-case": Record.made("own-case", "reflect", NEW)})
    outbox.open("own-case", print)
    assert outbox.load("own-case").answer == NEW
    outbox.path("own-case").unlink()
    outbox.open("own-case", print)
    assert outbox.load("own-case") is None


def test_a_copy_that_cannot_be_kept_yet_waits(folder, disk):
    async def work():
        told = []
        copy = Record.made("own-case", "reflect", NEW)
        outbox = Outbox(folder, {"own-case": copy})
        outbox.open("own-case", told.append)
        assert outbox.load("own-case") == copy
        assert "own-case" in outbox.waiting
        disk["full"] = False
        await until(lambda: told)
        assert Answers(folder).load("own-case") == copy

    run(work())


def test_on_a_real_disk_that_is_full_and_then_is_not(tmp_path):
    async def work():
        told = []
        outbox = Outbox(tmp_path / "disk" / "answers")
        outbox.open("own-case", told.append)
        outbox.save("own-case", "reflect", OLD)
        disk.fill()
        with pytest.raises(UnkeptError, match="the disk is full"):
            outbox.save("own-case", "reflect", NEW)
        await asyncio.sleep(0.05)
        assert Answers(outbox.folder).load("own-case").answer == OLD
        disk.free()
        await until(lambda: told)
        assert Answers(outbox.folder).load("own-case").answer == NEW
        assert os.listdir(outbox.folder) == ["own-case.json"]

    with small_disk(tmp_path / "disk") as disk:
        run(work())


def test_on_a_real_disk_that_is_read_only_and_then_is_not(tmp_path):
    async def work():
        told = []
        outbox = Outbox(tmp_path / "disk" / "answers")
        outbox.open("own-case", told.append)
        disk.lock("ro")
        with pytest.raises(UnkeptError, match="this folder is read-only"):
            outbox.save("own-case", "reflect", NEW)
        disk.lock("rw")
        await until(lambda: told)
        assert Answers(outbox.folder).load("own-case").answer == NEW

    with small_disk(tmp_path / "disk") as disk:
        run(work())

"""Downloads of learning platforms, through ``nbgrader zip_collect`` and through what ``course grade`` calls."""

import json
import os
import random
import signal
import time
from datetime import UTC, datetime
from itertools import cycle
from multiprocessing import get_context

import pytest

from course.grading.submission.parts import HOUSEKEEPING
from tests.fixture import NAME
from tests.zips import zipped

MOODLE = "{}_{}_assignsubmission_file_/{}"


def class_download(course):
    """One download of each platform, and what people put there themselves."""
    book, other = course.notebook, course.notebook + b"\n"
    bomb = zipped(("bom.ipynb", bytes(40_000_000)))
    course.download(
        "moodle.zip",
        {
            MOODLE.format("Anaïs de Vries", 11, f"{NAME}.ipynb"): book,
            MOODLE.format("Jan Jansen", 12, "mijn werk.ipynb"): book,
            MOODLE.format("Jan Jansen", 13, f"{NAME} (1).ipynb"): other,
            MOODLE.format("Jan Jansen", 13, f"{NAME}.ipynb"): book,
            MOODLE.format("Bom Bastic", 14, "werk.zip"): bomb,
            MOODLE.format("Pia Foto", 15, "foto.png"): b"\x89PNG",
            MOODLE.format("Zip Zipstra", 16, "werk.zip"): zipped(
                (f"{NAME}.ipynb", "{}"), *course.answers().items()
            ),
        },
    )
    course.download(
        "canvas.zip",
        {
            f"bakkerbas_LATE_301_901_{NAME}-1.ipynb": book,
            f"jansenjan_302_902_{NAME}.ipynb": book,
            f"jansenjan_303_903_{NAME}.ipynb": other,
            "visserkim_304_text.html": "<p>hoi</p>",
        },
    )
    course.download(
        "Opdracht Download 3 mrt. 2026 1345.zip",
        {
            f"51-9 - Eva Smit - 1 mrt. 2026 0900/{NAME}.ipynb": other,
            f"51-9 - Eva Smit - 2 mrt. 2026 1345/{NAME}.ipynb": book,
            f"51-9 - Eva Smit - 28 feb. 2026 1345/{NAME}.ipynb": other,
            "index.html": "<script>alert(1)</script>",
        },
    )
    (course.archive / f"cleo_2026-03-01_{NAME}.ipynb").write_bytes(book)
    (course.archive / f"{NAME} (3).ipynb").write_bytes(book)
    (course.archive / "kapot.zip").write_bytes(b"PK\3\4 kapot")


EXPECTED = {
    "Anaïs de Vries",
    "Jan Jansen-12",
    "Jan Jansen-13",
    "Zip Zipstra",
    "bakkerbas-301",
    "jansenjan-302",
    "jansenjan-303",
    "Eva Smit-51",
    "cleo",
}


def people(course):
    return {path.name for path in course.submitted.iterdir() if path.name != HOUSEKEEPING}


def right_files(course):
    book = course.notebook
    assert (
        course.text("Anaïs de Vries") == course.text("Jan Jansen-12") == course.text("jansenjan-302") == book
    )
    assert course.text("Jan Jansen-13") == course.text("jansenjan-303") == book + b"\n"
    assert course.text("Eva Smit-51") == book
    assert "2026-03-02" in course.text("Eva Smit-51", "timestamp.txt").decode()
    answers = course.submitted / "Zip Zipstra" / NAME / "answers"
    assert {f"answers/{path.name}" for path in answers.iterdir()} == set(course.answers())


def test_zip_collect_knows_the_platforms_and_passes_over_a_bomb(course):
    class_download(course)
    course.run("zip_collect", NAME)
    assert people(course) == EXPECTED
    right_files(course)
    assert sum(path.stat().st_size for path in course.root.rglob("*") if path.is_file()) < 20_000_000


def test_the_same_without_a_command(course):
    class_download(course)
    found = course.collect()
    assert people(course) == EXPECTED
    right_files(course)
    assert {who for who, one in found.items() if one.status == "new"} == EXPECTED
    refused = {who: str(one.reason) for who, one in found.items() if one.status == "refused"}
    assert set(refused) == {
        "Pia Foto",
        "Bom Bastic",
        f"{NAME} (3).ipynb",
        "kapot.zip",
        "canvas/visserkim_304_text.html",
    }
    assert "foto.png" in refused["Pia Foto"]
    assert "'bom.ipynb' was left out" in refused["Bom Bastic"]
    assert "zip bomb" in refused["Bom Bastic"]
    assert "Call it" in refused[f"{NAME} (3).ipynb"]
    assert not [path for path in course.submitted.rglob("*") if "work-" in path.name]


def test_what_was_collected_is_graded(course):
    class_download(course)
    course.run("zip_collect", NAME)
    course.run("autograde", NAME)
    full = {name: check.points for name, check in course.checks.items()}
    for who in EXPECTED:
        assert course.automatic(who) == full, who


def test_an_instructors_own_pattern_still_counts(course):
    (course.archive / f"x_dirk_y_{NAME}.ipynb").write_bytes(course.notebook)
    pattern = rf".*/x_(?P<student_id>\w+)_y_(?P<file_id>{NAME})"
    assert course.collect(named_regexp=pattern)["dirk"].status == "new"
    course.submitted.rename(course.root / "elsewhere")
    course.run("zip_collect", NAME, f"--FileNameCollectorPlugin.named_regexp={pattern}")
    assert people(course) == {"dirk"}


@pytest.mark.parametrize("who", ["..", "../..", "/tmp/evil", ".ssh"])
def test_a_pattern_gives_no_way_out_of_the_folder(course, who):
    found = course.root.parent / "evil"
    course.download("a.zip", {f"x/{who.replace('/', '%2F')}={NAME}.ipynb": course.notebook})
    course.collect(named_regexp=rf".*/x/(?P<student_id>.+)=(?P<file_id>{NAME})")
    assert not found.exists()
    assert all(
        (path / NAME / f"{NAME}.ipynb").is_file()
        for path in course.submitted.iterdir()
        if path.name[0] != "."
    )


def test_nothing_new_touches_nothing(course):
    class_download(course)
    course.collect()
    before = {path: path.stat().st_mtime_ns for path in course.submitted.glob("[!.]*/**/*")}
    again = course.collect()
    assert {one.status for who, one in again.items() if who in EXPECTED} == {"unchanged"}
    assert {path: path.stat().st_mtime_ns for path in course.submitted.glob("[!.]*/**/*")} == before


def test_newer_work_takes_the_place_of_older_and_never_the_other_way(course):
    name = MOODLE.format("Anna", 1, f"{NAME}.ipynb")
    course.download("a.zip", {name: course.notebook}, when=1_700_000_000)
    course.collect()
    course.run("autograde", NAME)
    newer = course.download("b.zip", {name: course.notebook + b" "}, when=1_700_000_500)
    assert course.collect()["Anna"].status == "updated"
    assert course.text("Anna") == course.notebook + b" "
    course.run("autograde", NAME)  # nbgrader sees that it is newer
    graded = course.root / "autograded" / "Anna" / NAME / "timestamp.txt"
    assert graded.read_text() == course.text("Anna", "timestamp.txt").decode()
    newer.unlink()
    assert course.collect()["Anna"].status == "kept"
    assert course.text("Anna") == course.notebook + b" "


def test_what_a_person_put_there_stays(course):
    (course.put("Anna") / f"{NAME}.ipynb").write_text("met de hand")
    course.download("a.zip", {MOODLE.format("Anna", 1, "x.ipynb"): course.notebook})
    found = course.collect()["Anna"]
    assert found.status == "kept"
    assert "by hand" in str(found.reason)
    assert course.text("Anna") == b"met de hand"


def test_what_a_person_changed_after_collecting_stays(course):
    name = MOODLE.format("Anna", 1, "x.ipynb")
    course.download("a.zip", {name: course.notebook})
    course.collect()
    (course.put("Anna") / f"{NAME}.ipynb").write_text("verbeterd")
    course.download("a.zip", {name: course.notebook + b" "}, when=1_800_000_000)
    assert course.collect()["Anna"].status == "kept"
    assert course.text("Anna") == b"verbeterd"


def test_who_was_first_keeps_the_name_when_another_of_that_name_hands_in(course):
    first, second = MOODLE.format("Jan Jansen", 1, "x.ipynb"), MOODLE.format("Jan Jansen", 2, "x.ipynb")
    course.download("a.zip", {first: course.notebook})
    course.collect()
    course.download("a.zip", {first: course.notebook, second: course.notebook + b" "}, when=1_800_000_000)
    found = course.collect()
    assert {who: one.status for who, one in found.items()} == {
        "Jan Jansen": "unchanged",
        "Jan Jansen-2": "new",
    }
    assert course.text("Jan Jansen") == course.notebook
    course.download("a.zip", {second: course.notebook + b" "}, when=1_900_000_000)
    assert set(course.collect()) == {"Jan Jansen-2"}


def test_answers_without_a_notebook_are_not_lost(course):
    files = {MOODLE.format("Anna", 1, "antwoorden.zip"): zipped(*course.answers().items())}
    course.download("a.zip", files)
    found = course.collect()["Anna"]
    assert found.status == "new"
    assert "No notebook" in str(found.remarks[0])
    course.run("autograde", NAME)
    assert course.automatic("Anna") == {name: check.points for name, check in course.checks.items()}


def test_who_must_choose_is_a_person(course):
    course.download("a.zip", {MOODLE.format("Anna", 1, f"{name}.ipynb"): course.notebook for name in "ab"})
    found = course.collect()["Anna"]
    assert found.status == "refused"
    assert "a.ipynb, b.ipynb" in str(found.reason)


def test_an_archive_of_one_person_has_that_persons_name(course):
    course.download(
        "Anna.zip", {f"{NAME}/{NAME}.ipynb": course.notebook, f"{NAME}/answers/counter-signs.json": "{}"}
    )
    assert course.collect()["Anna"].status == "new"
    assert course.text("Anna", "answers/counter-signs.json") == b"{}"


def test_only_answers_come_along(course):
    extra = {"answers/../course.py": "x", "course.py": "x", "answers/x.py": "x", "timestamp.txt": "2099-01-01",
             "answers/UPPER.json": "{}", "answers/a-b.json": "{}", "submission_secret.txt": "x"}  # fmt: skip
    files = {f"{NAME}.ipynb": course.notebook, **extra}
    course.download("a.zip", {MOODLE.format("Anna", 1, name): content for name, content in files.items()})
    course.collect()
    here = course.submitted / "Anna" / NAME
    assert {str(path.relative_to(here)) for path in here.rglob("*") if path.is_file()} == {
        f"{NAME}.ipynb",
        "answers/a-b.json",
    }


def collect_for_ever(course, versions, moment, begun):
    """Let two versions of a download take each other's place, and collect each."""
    target = course.archive / "a.zip"
    begun.set()
    for later, version in enumerate(cycle(versions)):
        draft = version.with_suffix(".copy")
        draft.write_bytes(version.read_bytes())
        draft.replace(target)
        os.utime(target, (moment + later, moment + later))
        course.collect()


@pytest.mark.parametrize("kills", [5, pytest.param(500, marks=pytest.mark.slow)])
def test_a_kill_at_any_moment_leaves_every_hand_in_whole(course, kills):
    """Two versions take each other's place all the time, and the process is killed in the middle of it."""
    names = [MOODLE.format(f"Deelnemer {letter}", n, "w.zip") for n, letter in enumerate("abcd", start=1)]
    answers = course.answers()
    content, files = {}, []
    for mark in ("een", "twee"):
        work = {f"{NAME}.ipynb": mark, **{name: json.dumps({"v": mark}) for name in answers}}
        files.append(course.make("versions") / f"{mark}.zip")
        files[-1].write_bytes(zipped(*((name, zipped(*work.items())) for name in names)))
        content[mark.encode()] = json.dumps({"v": mark}).encode()
    seen = set()
    fork, moments = get_context("fork"), random.Random(7)
    course.download("a.zip", {}, when=1_600_000_000)
    began = time.perf_counter()
    course.collect()
    one_round = (
        time.perf_counter() - began
    )  # a busy machine takes its time; the kills come as often in the middle
    for turn in range(4 * kills):
        if turn >= kills and seen == set(content):
            break  # until then the kills have not yet come in the middle of either version
        begun = fork.Event()
        child = fork.Process(
            target=collect_for_ever,
            args=(course, files[:: 1 - 2 * (turn % 2)], 1_700_000_000 + 10_000 * turn, begun),
        )
        child.start()
        begun.wait()
        time.sleep(moments.uniform(0.05, 0.5 + 4 * one_round))
        os.kill(child.pid, signal.SIGKILL)
        child.join()
        for who in people(course):
            here = course.submitted / who / NAME
            if not here.exists():
                assert turn == 0  # the first time the folder of a participant is there before the hand-in is
                continue
            mark = (here / f"{NAME}.ipynb").read_bytes()
            seen.add(mark)
            assert {path.name for path in (here / "answers").iterdir()} == {name[8:] for name in answers}
            assert {path.read_bytes() for path in (here / "answers").iterdir()} == {content[mark]}
    assert seen == set(content)
    course.download("b.zip", {name: zipped((f"{NAME}.ipynb", "drie")) for name in names}, when=1_800_000_000)
    found = course.collect()
    assert {who: one.status for who, one in found.items()} == dict.fromkeys(people(course), "updated")
    assert len(found) == 4


def test_a_time_of_the_platform_is_the_time_of_the_hand_in(course):
    course.download("a.zip", {f"1-2 - Anna - 3 mrt. 2026 1345/{NAME}.ipynb": course.notebook})
    course.collect()
    sent = datetime(2026, 3, 3, 13, 45).astimezone(UTC)
    assert course.text("Anna-1", "timestamp.txt").decode() == f"{sent:%Y-%m-%d %H:%M:%S.%f} UTC"


def test_nobody_is_late_when_the_platform_tells_no_time(course):
    course.download("a.zip", {MOODLE.format("Anna", 1, f"{NAME}.ipynb"): course.notebook})
    course.collect()
    assert not (course.submitted / "Anna" / NAME / "timestamp.txt").exists()


def test_without_downloads_and_exchange_nothing_happens(course):
    course.archive.rmdir()
    os.rename(course.inbound, course.inbound.with_name("away"))
    assert course.collect() == {}
    os.rename(course.inbound.with_name("away"), course.inbound)


def test_a_name_that_can_be_taken_for_anothers_is_nobodys_and_the_rest_is_collected(course):
    lookalike, hidden = "\u0410nna Bakker", "Anna\u200b Bakker"
    course.download(
        "moodle.zip",
        {
            MOODLE.format(name, number, f"{NAME}.ipynb"): course.notebook
            for number, name in enumerate(("Anna Bakker", lookalike, hidden, "Łukasz Van 't Hof"), start=11)
        },
    )
    found = course.collect()
    assert {one.student for one in found.values() if one.status == "new"} == {
        "Anna Bakker",
        "Łukasz Van 't Hof",
    }
    refused = [str(one.reason) for one in found.values() if one.status == "refused"]
    assert len(refused) == 2
    assert all("Put it loose among the downloads" in reason for reason in refused)
    assert not any(lookalike in reason or hidden in reason for reason in refused)

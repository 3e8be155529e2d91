"""Processes of this computer do the work; nobody else can talk to them."""

import os
import signal
from pathlib import Path

import psutil
import pytest

from course.grading.run.one import Job, Outcome
from course.grading.run.processes import in_processes
from course.i18n import Message

LOST = Message("lost")


def work(root, job):
    """Stands in for grading: it tells who listens, and does what a hand-in may do to its process."""
    if job.student == "killer":
        (root / "tried").open("a").write("x")
        os.kill(os.getpid(), signal.SIGKILL)
    if job.student == "raiser":
        raise ValueError(job.student)
    me = psutil.Process()
    heard = [one for who in (me, *me.parents()[:1]) for one in who.net_connections("inet")]
    ports = tuple(str(one.laddr) for one in heard if one.status == psutil.CONN_LISTEN)
    return Outcome(job.student, "graded", None, (str(me.pid), *ports))


def done(root: Path, *students: str, processes: int = 2) -> dict[str, Outcome]:
    jobs = [Job("01-w", student, "") for student in students]
    return {one.student: one for one in in_processes(root, jobs, work, processes, LOST)}


def test_nobody_listens_on_a_port(tmp_path):
    found = done(tmp_path, *"abcdef")
    assert {one.status for one in found.values()} == {"graded"}
    assert {one.remarks[1:] for one in found.values()} == {()}
    assert str(os.getpid()) not in {one.remarks[0] for one in found.values()}


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system ends no process like this")
def test_who_ends_a_process_is_refused_and_the_rest_is_done(tmp_path):
    found = done(tmp_path, "a", "killer", "b", "raiser", "c")
    assert [found[who].status for who in "abc"] == ["graded"] * 3
    assert (found["killer"].status, found["killer"].reason) == ("refused", LOST)
    assert found["raiser"].status == "failed"
    assert (tmp_path / "tried").read_text() == "xx"


def test_who_stops_early_leaves_no_process(tmp_path):
    outcomes = in_processes(tmp_path, [Job("01-w", who, "") for who in "abcdef"], work, 2, LOST)
    pid = int(next(outcomes).remarks[0])
    outcomes.close()
    assert not psutil.pid_exists(pid)

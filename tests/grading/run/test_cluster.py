"""Many machines: a real scheduler, workers in processes of their own, and the gradebook in a real PostgreSQL."""

from __future__ import annotations

import os
import signal
import sqlite3
import time
from collections.abc import Iterator
from contextlib import ExitStack

import dask
import pytest
from distributed import Client, LocalCluster

from course.command_error import CommandError
from course.grading.run import workers
from course.grading.run.group import grade_class
from course.grading.run.one import do
from course.grading.site import Site
from tests.fixture import NAME
from tests.grading.course import Course
from tests.grading.run.cluster import Cluster, empty_postgres
from tests.grading.run.conftest import contents, hand_in

PEOPLE = [f"p{number:02}" for number in range(8)]


@pytest.fixture(scope="module")
def postgres() -> Iterator[str]:
    with empty_postgres() as address:
        yield address


@pytest.fixture(scope="module")
def klas(generated, tmp_path_factory, postgres) -> Course:
    course = hand_in(generated.copied(tmp_path_factory.mktemp("class") / "course"), PEOPLE)
    use(course, postgres)
    return course


@pytest.fixture
def cluster(tmp_path) -> Iterator[Cluster]:
    cluster = Cluster(tmp_path)
    yield cluster
    cluster.stop()


def test_a_scheduler_elsewhere_needs_a_database_that_can_be_reached(course, cluster):
    hand_in(course, ["anna"])
    with pytest.raises(CommandError, match="PostgreSQL"):
        grade_class(Site(course.root), NAME, scheduler=cluster.address)


def test_more_workers_on_one_machine_can_share_sqlite(course):
    hand_in(course, PEOPLE)
    run = grade_class(Site(course.root), NAME, scheduler="local", workers=2)
    assert {one.status for one in run.done} == {"graded"}
    assert len(contents(f"sqlite:///{course.root}/gradebook.db")) == len(PEOPLE)


def test_sqlite_says_when_it_is_outgrown(course):
    hand_in(course, PEOPLE[:1])
    with pytest.raises(CommandError, match="PostgreSQL"):
        grade_class(Site(course.root), NAME, scheduler="local", workers=30)
    other = sqlite3.connect(course.root / "gradebook.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")  # as long as it lasts, nobody else can write
    run = grade_class(Site(course.root), NAME)
    other.close()
    assert [one.status for one in run.done] == ["failed"]
    assert "PostgreSQL" in str(run.done[0].reason)
    assert grade_class(Site(course.root), NAME).is_complete


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "onzin"])
def test_a_scheduler_that_does_not_answer(klas, address, monkeypatch):
    monkeypatch.setattr(workers, "PATIENCE", 1)
    with pytest.raises(CommandError, match="No Dask scheduler"):
        grade_class(Site(klas.root), NAME, scheduler=address)


def test_a_scheduler_without_workers_says_so(klas, cluster, monkeypatch):
    monkeypatch.setattr(workers, "PATIENCE", 2)
    with pytest.raises(CommandError, match="no workers"):
        grade_class(Site(klas.root), NAME, scheduler=cluster.address)


@pytest.mark.parametrize("count", [8, pytest.param(2000, marks=pytest.mark.slow)])
def test_each_hand_in_is_graded_once_though_a_worker_is_killed(course, cluster, count):
    people = [f"p{number:04}" for number in range(count)]
    hand_in(course, people)
    doomed, _other = cluster.worker(), cluster.worker()
    seen: list[int] = []

    def kill(done, total):
        seen.append(done)
        if done == total // 2:
            doomed.send_signal(signal.SIGKILL)

    with empty_postgres() as address:
        use(course, address)
        run = grade_class(Site(course.root), NAME, scheduler=cluster.address, progress=kill)
        assert doomed.wait() == -signal.SIGKILL
        spread = contents(address)
    assert sorted(one.student for one in run.done) == people
    assert {one.status for one in run.done} == {"graded"}
    assert seen == list(range(count + 1))
    assert sorted(spread) == people
    assert spread == contents_in_one_process(course)


def ends_its_worker(root, job):
    """As the system ends it when there is no memory left: the process itself, and not only what reads the hand-in."""
    if job.student == PEOPLE[3]:
        os.kill(os.getpid(), signal.SIGKILL)
    return do(root, job)


@pytest.mark.slow
@pytest.mark.parametrize("where", ["local", "cluster"])
def test_who_ends_every_worker_is_refused_and_the_class_goes_on(course, monkeypatch, where):
    hand_in(course, PEOPLE)
    monkeypatch.setattr(workers, "do", ends_its_worker)
    with ExitStack() as stack:
        if where == "cluster":
            use(course, stack.enter_context(empty_postgres()))
            stack.enter_context(dask.config.set({"distributed.scheduler.allowed-failures": 1}))
            workers_that_come_back = LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None)
            where = stack.enter_context(workers_that_come_back).scheduler_address
        run = grade_class(Site(course.root), NAME, scheduler=where, workers=2)
    refused = [one for one in run.done if one.status == "refused"]
    assert [one.student for one in refused] == [PEOPLE[3]]
    assert "too little memory" in str(refused[0].reason)
    assert sorted(one.student for one in run.done if one.status == "graded") == PEOPLE[:3] + PEOPLE[4:]
    assert not run.is_complete


@pytest.mark.slow
def test_without_any_worker_left_it_stops_waiting(klas, cluster, monkeypatch):
    monkeypatch.setattr(workers, "PATIENCE", 4)
    monkeypatch.setattr(workers, "do", ends_its_worker)
    only = cluster.worker()
    run = grade_class(Site(klas.root), NAME, scheduler=cluster.address, force=True)
    assert only.wait() == -signal.SIGKILL
    assert {one.status for one in run.done} <= {"graded", "failed"}
    assert sorted(one.student for one in run.done) == PEOPLE
    assert "All workers are gone" in str(next(one.reason for one in run.done if one.student == PEOPLE[3]))


@pytest.mark.slow
def test_an_outcome_that_its_worker_took_along_is_not_waited_for(klas, cluster, monkeypatch):
    """Done on a worker that dies before anybody heard what came of it."""
    monkeypatch.setattr(workers, "PATIENCE", 4)
    only = cluster.worker()

    def kill_when_all_is_done(done, _total):
        if done == 1:
            with Client(cluster.address) as client:
                while client.run_on_scheduler(at_work):
                    time.sleep(0.1)
            only.kill()

    run = grade_class(
        Site(klas.root), NAME, scheduler=cluster.address, force=True, progress=kill_when_all_is_done
    )
    assert sorted(one.student for one in run.done) == PEOPLE
    assert {one.status for one in run.done} == {"graded", "failed"}
    assert all("All workers are gone" in str(one.reason) for one in run.done if one.status == "failed")


def at_work(dask_scheduler):
    """How many hand-ins are not done yet."""
    return sum(
        task.state not in ("memory", "released", "forgotten") for task in dask_scheduler.tasks.values()
    )


def contents_in_one_process(course: Course) -> dict:
    address = f"sqlite:///{course.root}/gradebook.db"
    use(course, address)
    grade_class(Site(course.root), NAME, force=True)
    return contents(address)


def use(course: Course, db_url: str) -> None:
    """Put the gradebook somewhere else."""
    with (course.root / "nbgrader_config.py").open("a") as config:
        config.write(f"\nc.CourseDirectory.db_url = {db_url!r}\n")

"""Two thousand hand-ins over a Dask cluster, with the gradebook in PostgreSQL: throughput, and each exactly once.

The scheduler, its workers and PostgreSQL are programs of their own. In the last round a worker is killed in the middle.
The peer is one worker of the same cluster, and this process alone with sqlite.
Run: ``python -m benchmarks.cluster [--people 2000]``
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import signal
import subprocess
import tempfile
import time
from collections import Counter
from pathlib import Path

from benchmarks.grading import hand_in
from course.grading.run.group import grade_class
from course.grading.site import LOG, Site
from tests.fixture import NAME
from tests.grading.course import Course
from tests.grading.run.cluster import Cluster, empty_postgres
from tests.grading.run.conftest import contents

VARIANTS = 16
GRADED = re.compile(rf"Grading {NAME}, (\S+)$", re.MULTILINE)


def make(folder: Path, people: int) -> Course:
    """A class in which everybody handed in one of `VARIANTS` different sets of answers."""
    course = Course(folder)
    course.run("generate_assignment", NAME)
    for number in range(people):
        who = f"p{number:05}"
        if number < VARIANTS:
            hand_in(course, who, number)
        else:
            shutil.copytree(
                course.root / "submitted" / f"p{number % VARIANTS:05}", course.root / "submitted" / who
            )
    return course


def kill_at(half: int, worker: subprocess.Popen) -> object:
    """Tells of progress, and kills `worker` when `half` of the work is done."""

    def progress(done: int, _total: int) -> None:
        if done == half:
            worker.send_signal(signal.SIGKILL)

    return progress


def round_of(
    course: Course, name: str, people: int, address: str, db_url: str, progress: object = None
) -> None:
    """Grade the class from nothing, and print how fast it went and whether everyone was graded exactly once."""
    for step in ("autograded", "feedback"):
        shutil.rmtree(course.root / step, ignore_errors=True)
    (course.root / LOG).unlink(missing_ok=True)
    settings = course.root / "nbgrader_config.py"
    own = [line for line in settings.read_text().splitlines() if "db_url" not in line]
    settings.write_text("\n".join([*own, f"c.CourseDirectory.db_url = {db_url!r}", ""]))
    site = Site(course.root)
    site.generate(NAME)
    began = time.perf_counter()
    named = {"progress": progress} if progress else {}
    run = grade_class(site, NAME, scheduler=address or None, **named)
    took = time.perf_counter() - began

    found = contents(db_url)
    right = sum(found[f"p{n:05}"] == found[f"p{n % VARIANTS:05}"] for n in range(people))
    started = Counter(GRADED.findall((course.root / LOG).read_text("utf-8")))
    print(
        f"{name:36} {people / took:6.1f} hand-ins/s  {took:6.0f} s   graded {run.count('graded')}, "
        f"in the gradebook {len(found)}, same scores as their variant {right}; "
        f"begun once {sum(n == 1 for n in started.values())}, twice {sum(n == 2 for n in started.values())}, "
        f"more {sum(n > 2 for n in started.values())}",
        flush=True,
    )


def main() -> None:
    """Print a line for each round."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--people", type=int, default=2000)
    people = arguments.parse_args().people
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        course = make(folder / "class", people)
        round_of(course, "this process, sqlite", people, "", f"sqlite:///{course.root}/gradebook.db")
        for workers in (1, 2):
            with empty_postgres() as db_url:
                cluster = Cluster(folder / f"cluster{workers}")
                started = [cluster.worker() for _ in range(workers)]
                cluster.wait_for(workers)
                round_of(course, f"PostgreSQL, {workers} worker(s)", people, cluster.address, db_url)
                cluster.stop()
                assert all(worker.returncode is not None for worker in started)
        with empty_postgres() as db_url:
            cluster = Cluster(folder / "cluster-killed")
            doomed, _other = cluster.worker(), cluster.worker()
            cluster.wait_for(2)
            progress = kill_at(people // 2, doomed)
            round_of(course, "PostgreSQL, 2 workers, one killed", people, cluster.address, db_url, progress)
            cluster.stop()
            print("the killed worker ended with", json.dumps(doomed.returncode))


if __name__ == "__main__":
    main()

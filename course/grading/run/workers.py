"""Where the work is done: in this process, in others of this machine, or by Dask's workers on many."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from course.command_error import CommandError
from course.grading.run import LOCAL
from course.grading.run.one import Job, Outcome, do
from course.grading.run.processes import in_processes
from course.grading.site import site_at
from course.i18n import Message

if TYPE_CHECKING:
    from distributed import Client, Future

MAX_WRITERS = 8
"""Workers that share an sqlite: a cautious limit, for one can write at a time, and who waits five seconds fails."""
PATIENCE = 15
"""Seconds to wait for a scheduler, for its first worker, and for another one when the last has died."""
LOST = Message(
    "The computer ended every process that graded this, as it does when there is too little memory. Ask for the "
    "notebook as the course saves it."
)
NOBODY = Message("All workers are gone. Start one and run 'course grade' again.")
SQLITE_IS_LOCAL = Message(
    "The gradebook is in SQLite, which is for one computer. For a cluster, put it in PostgreSQL, with "
    "c.CourseDirectory.db_url = 'postgresql+psycopg://…' in nbgrader_config.py."
)


def outcomes(
    root: Path, jobs: Sequence[Job], scheduler: str | None, workers: int | None
) -> Iterator[Outcome]:
    """The outcome of each of `jobs`, as soon as it is there.

    Args:
        root: the course folder; workers on other machines need it at the same path.
        jobs: what has to be done.
        scheduler: None for this process, ``local`` for processes of this machine, else a scheduler's address.
        workers: how many processes of this machine; by default one for each core.

    Raises:
        CommandError: when the scheduler has no workers or cannot be reached, or its workers cannot reach the gradebook.
    """
    if site_at(root).db_url.startswith("sqlite"):
        if scheduler not in (None, LOCAL):
            raise CommandError(SQLITE_IS_LOCAL)
        if (workers or 1) > MAX_WRITERS:
            raise CommandError(
                Message(
                    "The gradebook is in SQLite, which lets one writer in at a time. That is too narrow for {workers} "
                    "workers: use at most {most}, or put the gradebook in PostgreSQL with c.CourseDirectory.db_url in "
                    "nbgrader_config.py.",
                    workers=workers,
                    most=MAX_WRITERS,
                )
            )
    if scheduler is None or not jobs:
        return (do(root, job) for job in jobs)
    if scheduler == LOCAL:
        most = MAX_WRITERS if site_at(root).db_url.startswith("sqlite") else 64
        return in_processes(root, jobs, do, workers or min(os.cpu_count() or 1, most), LOST)
    return _on_dask(root, jobs, scheduler)


def _on_dask(root: Path, jobs: Sequence[Job], scheduler: str) -> Iterator[Outcome]:
    from distributed import Client  # late: it takes a second to import

    with ExitStack() as stack:
        try:
            client = stack.enter_context(Client(scheduler, timeout=PATIENCE))
            client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError as error:
            raise CommandError(
                Message(
                    "The scheduler at {address} has no workers. Start at least one: "
                    "'dask worker {address} --nthreads 1'.",
                    address=scheduler,
                )
            ) from error
        except (OSError, ValueError) as error:
            raise CommandError(
                Message(
                    "No Dask scheduler answers at {address}. Start one with 'dask scheduler' and give the address that "
                    "it tells, for example tcp://127.0.0.1:8786.",
                    address=scheduler,
                )
            ) from error
        yield from _all_of(client, root, jobs)


def _all_of(client: Client, root: Path, jobs: Sequence[Job]) -> Iterator[Outcome]:
    """The outcome of each of `jobs`, also when workers die.

    A worker that dies takes nothing along: its hand-in goes to another, which finds what is already marked. Dask gives
    up what was with too many workers that died, and cannot tell which of it was the cause. Each of those is done once
    more by itself: who is lost then does end workers, and the rest of the class is graded.
    """
    with_others = client.map(do, [root] * len(jobs), jobs, pure=False, retries=3)
    suspects = []
    for job, outcome in _done(client, dict(zip(with_others, jobs, strict=True))):
        if outcome is None:
            suspects.append(job)
        else:
            yield outcome
    for suspect in suspects:
        alone = client.submit(do, root, suspect, pure=False)
        for job, outcome in _done(client, {alone: suspect}):
            yield outcome or Outcome(job.student, "refused", LOST)


def _outcome(future: Future, job: Job) -> Outcome | None:
    """What came of one that is done.

    Raises:
        TimeoutError: when it is gone, with the worker that did it; Dask has it done again once there is another.
    """
    from distributed import KilledWorker

    error = future.exception(timeout=PATIENCE)
    if isinstance(error, KilledWorker):
        return None
    if error is not None:
        reason = Message("The worker was lost during this work ({error}).", error=repr(error))
        return Outcome(job.student, "failed", reason)
    outcome: Outcome = future.result(timeout=PATIENCE)
    return outcome


def _done(client: Client, asked: dict[Future, Job]) -> Iterator[tuple[Job, Outcome | None]]:
    """What was `asked`, as soon as it is done; None for what is lost because its workers died."""
    from distributed import as_completed

    left = dict(asked)
    while left:
        try:
            for future in as_completed(list(left), timeout=PATIENCE):
                outcome = _outcome(future, left[future])
                yield left.pop(future), outcome
        except TimeoutError:
            try:
                client.wait_for_workers(1, timeout=PATIENCE)
            except TimeoutError:
                yield from ((job, Outcome(job.student, "failed", NOBODY)) for job in left.values())
                return

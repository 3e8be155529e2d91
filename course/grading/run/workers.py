"""Where the work is done: in this process, or by Dask's workers on this machine or many."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from course.command_error import CommandError
from course.grading.run import LOCAL
from course.grading.run.one import Job, Outcome, do
from course.grading.site import site_at
from course.i18n import Message

MAX_WRITERS = 8
"""Workers that share an sqlite: a cautious limit, for one can write at a time, and who waits five seconds fails."""
PATIENCE = 15
"""Seconds to wait for a scheduler, and then for its first worker."""
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
        scheduler: None for this process, ``local`` for a Dask cluster on this machine, else a scheduler's address.
        workers: how many processes a local cluster gets; by default one for each core.

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
    return _on_dask(root, jobs, scheduler, workers)


def _on_dask(root: Path, jobs: Sequence[Job], scheduler: str, workers: int | None) -> Iterator[Outcome]:
    from distributed import Client, LocalCluster, as_completed  # late: it takes a second to import

    with ExitStack() as stack:
        address: Any = scheduler
        if scheduler == LOCAL:
            # nbgrader changes the working folder of its process, so each worker does one hand-in at a time.
            most = MAX_WRITERS if site_at(root).db_url.startswith("sqlite") else 64
            processes = workers or min(os.cpu_count() or 1, most)
            address = stack.enter_context(
                LocalCluster(n_workers=processes, threads_per_worker=1, dashboard_address=None)
            )
        try:
            client = stack.enter_context(Client(address, timeout=PATIENCE))
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
        # A worker that dies takes nothing along: its hand-in goes to another, which finds what is already marked.
        futures = client.map(do, [root] * len(jobs), jobs, pure=False, retries=3)
        names = {str(future.key): job.student for future, job in zip(futures, jobs, strict=True)}
        for future in as_completed(futures):
            if (lost := future.exception()) is None:
                yield future.result()
            else:
                reason = Message("The worker was lost during this work ({error}).", error=repr(lost))
                yield Outcome(names[str(future.key)], "failed", reason)

"""The work done by processes of this computer, that are talked to over pipes.

A cluster has a port, and whoever can reach it has their own code run by the instructor: on a computer that is shared,
that is everybody.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from queue import SimpleQueue

from course.grading.run.one import Job, Outcome
from course.i18n import Message

TIMES = 2
"""That a hand-in is tried whose process ended: it may have been ended for another's memory."""


def in_processes(
    root: Path, jobs: Sequence[Job], work: Callable[[Path, Job], Outcome], processes: int, lost: Message
) -> Iterator[Outcome]:
    """The outcome of `work` for each of `jobs`, as soon as it is there; `lost` is the reason of who ends its process.

    Each hand-in is alone in its process: nbgrader changes the working folder, and who ends it is known.
    """
    idle: SimpleQueue[ProcessPoolExecutor] = SimpleQueue()
    for _ in range(processes):
        idle.put(_process())

    def outcome(job: Job) -> Outcome:
        process = idle.get()
        try:
            for _ in range(TIMES):
                try:
                    return process.submit(work, root, job).result()
                except BrokenProcessPool:
                    process.shutdown()
                    process = _process()
            return Outcome(job.student, "refused", lost)
        except Exception as error:
            reason = Message("The worker was lost during this work ({error}).", error=repr(error))
            return Outcome(job.student, "failed", reason)
        finally:
            idle.put(process)

    threads = ThreadPoolExecutor(processes)
    try:
        for done in as_completed([threads.submit(outcome, job) for job in jobs]):
            yield done.result()
    finally:
        threads.shutdown(cancel_futures=True)
        for _ in range(processes):
            idle.get().shutdown()


def _process() -> ProcessPoolExecutor:
    """One process, that starts with its first work; it is no copy of this one, which has threads.

    Ctrl+C is for this one: what was begun is finished.
    """
    return ProcessPoolExecutor(
        1,
        mp_context=get_context("spawn"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_IGN),
    )

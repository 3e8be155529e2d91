"""Where the work is done: in this process, or by Dask's workers on this machine or many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from course.grading.run.one import Job, Outcome, do
from course.grading.run.site import SiteError

LOCAL = "local"


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
        SiteError: when the scheduler cannot be reached.
    """
    if scheduler is None:
        return (do(root, job) for job in jobs)
    return _on_dask(root, jobs, scheduler, workers)


def _on_dask(root: Path, jobs: Sequence[Job], scheduler: str, workers: int | None) -> Iterator[Outcome]:
    from distributed import Client, LocalCluster, as_completed  # late: it takes a second to import

    # nbgrader changes the working folder of its process, so each worker does one hand-in at a time.
    cluster = (
        LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None)
        if scheduler == LOCAL
        else None
    )
    try:
        client = Client(cluster or scheduler, timeout="20s")
    except (OSError, ValueError) as error:
        raise SiteError(
            f"Er antwoordt geen Dask-scheduler op {scheduler}. Start er een met 'dask scheduler' en geef het "
            "adres dat die noemt, bijvoorbeeld tcp://127.0.0.1:8786."
        ) from error
    with client:
        # A worker that dies takes nothing along: its hand-in goes to another, which finds what is already marked.
        futures = client.map(do, [root] * len(jobs), jobs, pure=False, retries=3)
        names = {str(future.key): job.student for future, job in zip(futures, jobs, strict=True)}
        yield from _arriving(as_completed(futures), names)
    if cluster:
        cluster.close()


def _arriving(futures: Iterable, names: dict[str, str]) -> Iterator[Outcome]:
    for future in futures:
        error = future.exception()
        if error is None:
            yield future.result()
        else:
            yield Outcome(
                names[str(future.key)],
                "failed",
                f"De werker viel weg bij dit werk ({type(error).__name__}: {error}).",
            )

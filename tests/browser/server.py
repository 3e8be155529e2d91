"""A Jupyter server of its own, that can be killed and started again."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

import course.server

SETTINGS = Path(course.server.__file__).parent
"""The settings for Jupyter as they are now, in place of those that were installed once."""
APPS = ("LabApp", "JupyterNotebookApp")
RUNNING = "settings/overtuigen/running.jupyterlab-settings"
"""Where a user says whether lessons run by themselves."""


@dataclass
class Server:
    """A Jupyter server on a folder; `kill` and `start` are for the tests that pull the plug.

    A `guarded` one takes nothing from a page of another site. Lessons run `by_themselves` only for the tests of just
    that: others say themselves what runs when.
    """

    folder: Path
    port: int
    settings: tuple[str, ...] = ()
    token: str = ""
    base: str = "/"
    by_themselves: bool = False
    guarded: bool = False
    process: subprocess.Popen | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}{self.base.rstrip('/')}"

    def start(self) -> None:
        settings = [
            f"--ServerApp.port={self.port}",
            f"--ServerApp.root_dir={self.folder}",
            f"--ServerApp.base_url={self.base}",
            f"--IdentityProvider.token={self.token}",
            *(f"--{app}.extra_labextensions_path={SETTINGS / 'labextensions'}" for app in APPS),
            "--ServerApp.port_retries=0",
            f"--ServerApp.disable_check_xsrf={not self.guarded}",  # off for `end_kernel`
            "--no-browser",
            "--allow-root",
            "--LabApp.expose_app_in_browser=True",
            "--JupyterNotebookApp.expose_app_in_browser=True",
            # A dead kernel is noticed, and started again, sooner than the usual three seconds, and every time.
            "--KernelRestarter.time_to_dead=0.4",
            "--KernelRestarter.restart_limit=1000",
            *self.settings,
        ]
        home = self.folder / ".home"
        (home / RUNNING).parent.mkdir(parents=True, exist_ok=True)
        (home / RUNNING).write_text(json.dumps({"runs": self.by_themselves}))
        environment = {
            **os.environ,
            "JUPYTER_CONFIG_PATH": str(SETTINGS),
            "JUPYTER_CONFIG_DIR": str(home / "config"),
            "JUPYTER_DATA_DIR": str(home / "data"),
            "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
            "JUPYTERLAB_SETTINGS_DIR": str(home / "settings"),
            "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces"),
            "IPYTHONDIR": str(home / "ipython"),
        }
        with (self.folder / "server.log").open("a") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "jupyterlab", *settings],
                cwd=self.folder,
                env=environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        deadline = time.monotonic() + 60
        while not self._answers():
            if time.monotonic() > deadline or self.process.poll() is not None:
                raise RuntimeError(f"The server did not start; see {self.folder / 'server.log'}")
            time.sleep(0.05)

    def _answers(self) -> bool:
        try:
            self.get("api")
        except OSError:
            return False
        return True

    def get(self, path: str) -> Any:
        """What the REST API says."""
        with urllib.request.urlopen(f"{self.url}/{path}", timeout=10) as reply:
            return json.load(reply)

    def page(self, path: str) -> tuple[int, str]:
        """The status and the text of an address, also of one that is refused."""
        try:
            with urllib.request.urlopen(f"{self.url}/{path}", timeout=30) as reply:
                return reply.status, reply.read().decode()
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read().decode()

    def end_kernel(self, notebook: str) -> None:
        """Shut down the kernel of a notebook, as a restart of the computer would."""
        for session in self.get("api/sessions"):
            if session["path"] == notebook:
                request = urllib.request.Request(f"{self.url}/api/sessions/{session['id']}", method="DELETE")
                urllib.request.urlopen(request, timeout=20).close()

    def kernels(self) -> list[psutil.Process]:
        """The processes of the kernels, newest last."""
        assert self.process
        children = psutil.Process(self.process.pid).children(recursive=True)
        return sorted(
            (child for child in children if "ipykernel_launcher" in " ".join(_command(child))),
            key=lambda child: child.create_time(),
        )

    def kernel_of(self, notebook: str) -> psutil.Process:
        """The process of the kernel that a notebook talks to."""
        wanted = next(s["kernel"]["id"] for s in self.get("api/sessions") if s["path"] == notebook)
        return next(child for child in self.kernels() if wanted in " ".join(_command(child)))

    def kill_kernel(self, notebook: str) -> None:
        kernel = self.kernel_of(notebook)
        kernel.send_signal(signal.SIGKILL)
        # The server reaps it; until then it is a zombie.
        deadline = time.monotonic() + 10
        while kernel.is_running() and kernel.status() != psutil.STATUS_ZOMBIE:
            assert time.monotonic() < deadline, "the kernel does not die"
            time.sleep(0.01)

    def kill(self) -> None:
        """End the server and its kernels at once, without a word."""
        if self.process:
            for kernel in self.kernels():
                kernel.kill()
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None


def _command(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except psutil.Error:
        return []


def free_port() -> int:
    """A port that nothing uses; the system gives every process another one."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]

"""Opening a hand-in runs nothing of it: a real server starts a kernel in its folder, as JupyterLab does at once."""

import json
import shutil
from importlib.resources import files
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from jupyter_client import BlockingKernelClient
from nbformat import v4, write

from tests.browser.server import Server, free_port

IMPORTED = (
    *(
        "sitecustomize",
        "usercustomize",
        "ipykernel_launcher",
        "ipykernel",
        "IPython",
        "traitlets",
        "jupyter_client",
    ),
    *(
        "zmq",
        "tornado",
        "comm",
        "debugpy",
        "matplotlib",
        "course",
        "anywidget",
        "ipywidgets",
        "psygnal",
        "plotly",
    ),
    *(
        "nbformat",
        "numpy",
        "pandas",
        "nbgrader_config",
        "jupyter_server_config",
        "ipython_config",
        "random",
        "gettext",
    ),
)
"""What Python, Jupyter and the course look for when a kernel starts, or might."""
STEPS = ("submitted", "autograded", "feedback")


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A course folder with hand-ins that hold a file of every such name, and a server on it."""
    root = tmp_path_factory.mktemp("course")
    for step in STEPS:
        folder = root / step / "mallory" / "01-w"
        folder.mkdir(parents=True)
        write(v4.new_notebook(), folder / "01-w.ipynb")
        for name in IMPORTED:
            ran = root / f"RAN-{step}-{name}"
            (folder / f"{name}.py").write_text(f"open({str(ran)!r}, 'w').close()\n")
    profile = root / ".home" / "ipython" / "profile_default"
    profile.mkdir(parents=True)
    # Those of the environment may be of an earlier version.
    shutil.copy(str(files("course.server") / "ipython" / "ipython_kernel_config.py"), profile)
    server = Server(root, free_port())
    server.start()
    yield server
    server.kill()


def opened(server: Server, path: str) -> str:
    """Ask for what JupyterLab asks for when a notebook is opened; the id of the kernel."""
    body = {"path": path, "type": "notebook", "name": "", "kernel": {"name": "python3"}}
    request = Request(f"{server.url}/api/sessions", json.dumps(body).encode(), method="POST")
    with urlopen(request, timeout=20) as reply:
        return json.load(reply)["kernel"]["id"]


def wait_until_started(server: Server, kernel: str) -> None:
    """A kernel that answers has imported all that it will by itself."""
    file = server.folder / ".home" / "runtime" / f"kernel-{kernel}.json"
    client = BlockingKernelClient(connection_file=str(file))
    client.load_connection_file()
    client.start_channels()
    try:
        client.kernel_info(reply=True, timeout=30)
    finally:
        client.stop_channels()


def test_opening_a_hand_in_runs_no_file_beside_it(course):
    assert len(IMPORTED) >= 12
    kernels = [opened(course, f"{step}/mallory/01-w/01-w.ipynb") for step in STEPS]
    for kernel in kernels:
        wait_until_started(course, kernel)
    assert sorted(path.name for path in Path(course.folder).glob("RAN-*")) == []

"""Resident memory of a lesson's kernel, against a bare kernel that imported ipywidgets.

Real kernels, asked through the Jupyter protocol; the lesson is run from its first cell to its last, and then with
every prediction made, so that the evidence is read and its figures are drawn as well.
Run: ``python -m benchmarks.memory``
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import nbformat
import psutil
from jupyter_client.manager import start_new_kernel

LESSON = Path(__file__).parents[1] / "modules/nl/01-wederkerigheid.ipynb"
FIGURES = """from course.evidence import figure
from course.evidence.reading import evidence
_shown = [figure(name, "nl").outputs() for name, data in evidence().figures.items() if "nl" in data.texts]"""


def resident(cells: list[str], folder: str) -> float:
    """Megabytes in memory of a kernel that has run `cells` in `folder`."""
    manager, client = start_new_kernel(cwd=folder)
    try:
        for source in cells:
            reply = client.execute_interactive(source, output_hook=lambda message: None)
            if reply["content"]["status"] != "ok":
                raise RuntimeError(reply["content"])
        return psutil.Process(manager.provisioner.pid).memory_info().rss / 1e6
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def main() -> None:
    """Print megabytes and the difference."""
    lesson = [cell.source for cell in nbformat.read(LESSON, 4).cells if cell.cell_type == "code"]
    with tempfile.TemporaryDirectory() as folder:
        os.environ.pop("NBGRADER_EXECUTION", None)
        peer = resident(["import ipywidgets"], folder)
        own = resident(lesson, folder)
        shutil.rmtree(Path(folder) / "answers", ignore_errors=True)
        figures = resident([*lesson, FIGURES], folder)
    print(f"{'kernel that imported ipywidgets':44}{peer:8.1f} MB")
    print(f"{'lesson, all cells run':44}{own:8.1f} MB{own - peer:+8.1f} MB{own / peer:8.2f}")
    print(f"{'lesson, every figure drawn':44}{figures:8.1f} MB{figures - peer:+8.1f} MB{figures / peer:8.2f}")


if __name__ == "__main__":
    main()

"""Time to import what a lesson imports, against a bare ``import ipywidgets``.

Both in fresh interpreters, taking turns, so that a noisy machine disturbs both alike.
Run: ``python -m benchmarks.imports``
"""

from __future__ import annotations

import subprocess
import sys
import time
from statistics import median

import course
from course.authoring.code import import_code

PEER = "import ipywidgets"
LESSON = import_code(course.__all__)
SHOWN = f"{LESSON}\nimport course.view.live"
ROUNDS = 15


def seconds(code: str) -> float:
    """Wall time in seconds of a fresh interpreter that runs `code`."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter() - start


def main() -> None:
    """Print the median of each and the ratios."""
    cases = {
        "nothing": "pass",
        "import ipywidgets": PEER,
        "what a lesson imports": LESSON,
        "… and the live view of a first exercise": SHOWN,
    }
    times: dict[str, list[float]] = {name: [] for name in cases}
    for _round in range(ROUNDS):
        for name, code in cases.items():
            times[name].append(seconds(code))
    start = median(times["nothing"])
    peer = median(times["import ipywidgets"]) - start
    print(f"{'':44}{'ms':>8}{'ratio':>8}")
    for name in list(cases)[1:]:
        own = median(times[name]) - start
        print(f"{name:44}{own * 1000:8.0f}{own / peer:8.2f}")


if __name__ == "__main__":
    main()

"""From the address of the static site until the notebook stands there, and until its first exercise can be used.

With an empty cache, and again in the same browser after it was closed; each time a browser that was just started.
Run, after ``make site``: ``python -m benchmarks.site``
"""

from __future__ import annotations

import threading
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from course.site.build import ROOT
from course.site.serve import site_server
from tests.browser.install import find

LESSON = "lab/index.html?path=modules/nl/01-wederkerigheid.ipynb"
ROUNDS = 3
SEEN = {"notebook": ".jp-Notebook .jp-Cell", "exercise": ".ov-exercise"}


def seconds(address: str, profile: str) -> dict[str, float]:
    """How long until each of `SEEN` is there, in a browser that has what `profile` holds."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch_persistent_context(
            profile, executable_path=find(), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.pages[0]
        start, found = time.perf_counter(), {}
        page.goto(address)
        for name, node in SEEN.items():
            page.locator(node).first.wait_for(timeout=120_000)
            found[name] = time.perf_counter() - start
        page.wait_for_timeout(3000)  # so that the browser keeps what it fetched
        browser.close()
    return found


def main() -> None:
    """Print the medians."""
    taken: dict[str, list[dict[str, float]]] = {"empty cache": [], "full cache": []}
    with site_server(ROOT / "dist" / "site") as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/{LESSON}"
        for _round in range(ROUNDS):
            with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
                for cache in taken:
                    taken[cache].append(seconds(address, str(Path(profile))))
        server.shutdown()
    for cache, rounds in taken.items():
        told = "".join(f"{name:>12}{median(one[name] for one in rounds):7.2f} s" for name in SEEN)
        print(f"{cache:14}{told}")


if __name__ == "__main__":
    main()

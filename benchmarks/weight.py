"""What a lesson page weighs, against the same page made with jupyterquiz: bytes that reach the browser.

Both pages of `benchmarks.first_exercise` in one JupyterLab, each in a window with nothing in its cache, run from top to
bottom. The extension of the course is counted for its own page alone. Over the wire is as it came, decoded is what the
browser has to read; what the kernel sends comes over a websocket and is the same in both.
Run: ``python -m benchmarks.weight``
"""

from __future__ import annotations

import base64
from collections import Counter
from typing import Any

import nbformat
from nbformat import NotebookNode
from playwright.sync_api import Browser, Page

from benchmarks.first_exercise import LESSON, OURS, QUIZ, as_quiz
from benchmarks.page import IDLE, asked, lab, run_all, wait_idle
from tests.browser.server import Server

PARTS = {
    "notebook": "the notebook",
    "extension": "extension of the course",
    "kernel": "from the kernel",
    "jupyter": "JupyterLab and its own",
}


class Scale:
    """Counts what reaches a page, by part: over the wire and decoded."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.wire: Counter[str] = Counter()
        self.decoded: Counter[str] = Counter()
        self.parts: dict[str, str] = {}

    def watch(self, page: Page) -> None:
        """Count from here on."""
        network = page.context.new_cdp_session(page)
        network.send("Network.enable")
        network.on("Network.responseReceived", self._answered)
        network.on("Network.dataReceived", self._read)
        network.on("Network.loadingFinished", self._finished)
        network.on("Network.webSocketFrameReceived", self._told)

    def _answered(self, event: Any) -> None:
        url = event["response"]["url"]
        here = "notebook" if f"/api/contents/{self.name}" in url else "jupyter"
        self.parts[event["requestId"]] = "extension" if "/extensions/overtuigen/" in url else here

    def _read(self, event: Any) -> None:
        self.decoded[self.parts.get(event["requestId"], "jupyter")] += event["dataLength"]

    def _finished(self, event: Any) -> None:
        self.wire[self.parts.get(event["requestId"], "jupyter")] += int(event["encodedDataLength"])

    def _told(self, event: Any) -> None:
        frame = event["response"]
        data = frame["payloadData"]
        size = len(base64.b64decode(data)) if frame["opcode"] == 2 else len(data.encode())
        self.wire["kernel"] += size
        self.decoded["kernel"] += size


def weigh(server: Server, browser: Browser, name: str, notebook: NotebookNode, control: str) -> Scale:
    """Open the page and run it whole."""
    scale = Scale(name)
    with asked(server, browser, name, notebook, scale.watch) as page:
        wait_idle(page)
        run_all(page)
        page.locator(control).first.wait_for(state="attached", timeout=60_000)
        page.wait_for_timeout(3000)
        page.locator(IDLE).wait_for(state="attached", timeout=60_000)
    return scale


def main() -> None:
    """Print the kilobytes of both by part, and the ratio without JupyterLab itself."""
    lesson = nbformat.read(LESSON, 4)
    with lab() as (server, browser):
        quiz = weigh(server, browser, "modules/nl/quiz.ipynb", as_quiz(lesson), QUIZ)
        course = weigh(server, browser, "modules/nl/course.ipynb", lesson, OURS)
    del quiz.wire["extension"], quiz.decoded["extension"]
    print(f"{'kB':26}{'course':>18}{'jupyterquiz':>18}\n{'':26}" + "    wire  decoded" * 2)
    for part, label in PARTS.items():
        sizes = (course.wire, course.decoded, quiz.wire, quiz.decoded)
        print(f"{label:26}" + "".join(f"{size[part] / 1000:9.0f}" for size in sizes))
    ours, theirs = (
        [sum(n for part, n in kind.items() if part != "jupyter") for kind in (each.wire, each.decoded)]
        for each in (course, quiz)
    )
    print(f"{'ratio, without JupyterLab':26}{ours[0] / theirs[0]:9.2f}{ours[1] / theirs[1]:9.2f}")


if __name__ == "__main__":
    main()

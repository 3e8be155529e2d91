"""From a keystroke to the coach's reaction on the page, for a text of 2,000 characters.

Each round changes the text and waits until the coach has judged that very text; the peer, in the same run, is a round
trip of a bare ipywidgets text field, which is what any such reaction costs at least.
Run: ``python -m benchmarks.coach_delay``
"""

from __future__ import annotations

from statistics import median, quantiles

from course.authoring.text import KERNEL
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Page

from benchmarks.page import lab, opened, run_all

ROUNDS = 40
SENTENCE = "Je krijgt van ons drie tips waarmee je tuin de zomer door komt. Wij sturen ze je op zondag. "
TEXT = (SENTENCE * 30)[:2000]
EXERCISE = """from course import Rewrite
text = Rewrite("text", "Herschrijf.", original="Oud.", criteria=["gives_first", "no_strings", "concrete",
               "personal", "no_pressure", "readable"])
text"""
PEER = """import ipywidgets
field, echo = ipywidgets.Textarea(), ipywidgets.Label()
field.observe(lambda change: setattr(echo, "value", str(len(change["new"]))), "value")
ipywidgets.VBox([field, echo])"""
CASES = {
    "ipywidgets round trip": (PEER, ".widget-textarea", ".widget-vbox > .widget-label"),
    "coach": (EXERCISE, ".ov-exercise", ".ov-exercise .ov-coach"),
}
# Every other turn puts in words that change what the coach says, and what the peer counts.
CHANGE = """(field, [text, turn]) => {
  field.value = turn % 2 ? text : "Meld je aan. Wij wij wij. Nog maar 2 uur. " + text.slice(45);
  field.dispatchEvent(new Event("input", {bubbles: true}));
}"""
# A keystroke is timed inside the page: from the input event to the first change that shows the kernel's reaction.
WATCH = """([root, reaction]) => {
  const field = document.querySelector(root + " textarea");
  window.delays = [];
  const seen = () => document.querySelector(reaction)?.textContent ?? "";
  let start = 0;
  let before = seen();
  field.addEventListener("input", () => { start = performance.now(); before = seen(); }, true);
  new MutationObserver(() => {
    if (start && seen() !== before) { window.delays.push(performance.now() - start); start = 0; }
  }).observe(document.body, {subtree: true, childList: true, characterData: true, attributes: true});
}"""


def delays(page: Page, root: str, reaction: str) -> list[float]:
    """Milliseconds from each change of the text until `reaction` shows what the kernel made of it."""
    run_all(page)
    field = page.locator(f"{root} textarea")
    field.fill(TEXT)
    page.wait_for_timeout(1500)
    page.evaluate(WATCH, [root, reaction])
    for turn in range(ROUNDS):
        field.evaluate(CHANGE, [TEXT, turn])
        page.wait_for_function("(n) => window.delays.length >= n", arg=turn + 1, timeout=10_000)
    return page.evaluate("window.delays")


def main() -> None:
    """Print median and 95th percentile in milliseconds, and the ratio."""
    measured = {}
    with lab() as (server, browser):
        for name, (source, root, reaction) in CASES.items():
            notebook = new_notebook(cells=[new_code_cell(source)], metadata={"kernelspec": KERNEL})
            with opened(server, browser, f"{root[1:]}.ipynb", notebook) as page:
                measured[name] = delays(page, root, reaction)
    peer = median(next(iter(measured.values())))
    for name, values in measured.items():
        slow = quantiles(values, n=20)[-1]
        print(
            f"{name:24} median {median(values):6.0f} ms   95% {slow:6.0f} ms   ratio {median(values) / peer:5.2f}"
        )


if __name__ == "__main__":
    main()

"""What a browser makes of a page that it opens from disk, without a network."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect, sync_playwright

from tests.browser.install import find

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
OUTSIDE = """[...document.querySelectorAll(".plot svg text")].filter((text) => {
  const [box, page] = [text.getBoundingClientRect(), document.documentElement.clientWidth];
  return box.width && (box.left < -0.5 || box.right > page + 0.5);
}).map((text) => text.textContent)"""


@dataclass
class Seen:
    """What happened."""

    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    plots: int = 0
    overflow: int = 0
    outside: list[str] = field(default_factory=list)
    on_paper: int = 0
    """Pixels that stick out of a sheet of A4."""
    axe: str = ""
    judged: int = 0
    answers: list[object] = field(default_factory=list)


def look(path: Path, *scripts: str, width: int = 1280, axe: bool = False) -> Seen:
    """Open the page at `path` and evaluate `scripts` in it; with `axe` also judge it, on screen and on paper."""
    # In a thread of its own: the tests in tests/browser keep another Playwright open in this one.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(_look, path, scripts, width, axe).result()


def _look(path: Path, scripts: tuple[str, ...], width: int, axe: bool) -> Seen:
    seen = Seen()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find(), args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        context = browser.new_context(viewport={"width": width, "height": 900}, locale="nl-NL", offline=True)
        page = context.new_page()
        page.on("request", lambda request: seen.requests.append(request.url))
        page.on("pageerror", lambda error: seen.errors.append(str(error)))
        page.on("console", lambda message: seen.errors.append(message.text))
        page.on("dialog", lambda dialog: (seen.dialogs.append(dialog.message), dialog.dismiss()))
        page.goto(path.as_uri())
        expect(page.locator(".plot:not(:has(.main-svg))")).to_have_count(0, timeout=30_000)
        for node in page.locator("details").all():
            node.evaluate("(node) => { node.open = true }")
        seen.plots = page.locator(".plot").count()
        seen.overflow = page.evaluate(OVERFLOW)
        seen.outside = page.evaluate(OUTSIDE)
        seen.answers = [page.evaluate(script) for script in scripts]
        if axe:
            _judge(page, width, seen)
        browser.close()
    return seen


def _judge(page: Page, width: int, seen: Seen) -> None:
    # So high that all fits: axe judges the contrast of what is in view only.
    page.set_viewport_size({"width": width, "height": page.evaluate("document.body.scrollHeight")})
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
    seen.axe = found.generate_report() if found.violations_count else ""
    seen.judged = sum(
        len(rule["nodes"]) for rule in found.response["passes"] if rule["id"] == "color-contrast"
    )
    page.set_viewport_size({"width": 680, "height": 960})
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    seen.on_paper = page.evaluate(OVERFLOW)

"""The static site, made once, and given under another path than the root as Pages does."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, sync_playwright

from course.site.build import ROOT, build
from course.site.serve import site_server
from tests.browser.install import find

TOOLS = ROOT / ".venv-site"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site. Nothing is fetched for it: `make test-all` has what it is made of."""
    if not (TOOLS / ".ready").exists():
        pytest.skip("`make site` fetches what the site is made of")
    target = tmp_path_factory.mktemp("pages") / "cursus"
    build(TOOLS, target)
    return target


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is given; the application is within reach of a test there."""
    page = site / "lab" / "jupyter-lite.json"
    config = json.loads(page.read_text("utf-8"))
    config["jupyter-config-data"]["exposeAppInBrowser"] = True
    page.write_text(json.dumps(config), "utf-8")
    with site_server(site.parent) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{site.name}/"
        server.shutdown()


@contextmanager
def computer(profile: Path) -> Iterator[BrowserContext]:
    """A browser with everything that it kept in `profile`, and that keeps what is done now."""
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            str(profile),
            executable_path=find(),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
            viewport={"width": 1280, "height": 900},
            locale="nl-NL",
        )
        yield context
        context.close()

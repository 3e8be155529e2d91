"""``python -m tests.browser.install``: see to it that there is a Chromium for the browser tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from playwright.sync_api import sync_playwright

SHELL = "chromium-headless-shell"
"""The same Chromium without windows: a lesson opens in some four fifths of the time."""
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find() -> str | None:
    """Path of a Chromium: the one in ``CHROMIUM``, one that is installed, or Playwright's own."""
    for name in filter(None, (os.environ.get("CHROMIUM"), *NAMES)):
        if path := shutil.which(name):
            return path
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
        return path if os.path.exists(path) else None


def install() -> None:
    """Playwright's download, or else the system's packages.

    Who is root, as in a container, is asked for no password, and is given the one without windows.
    """
    attempts = [[[sys.executable, "-m", "playwright", "install", "chromium"]], _packages("chromium")]
    if os.geteuid() == 0:
        attempts.insert(0, _packages(SHELL))
    for commands in attempts:
        any(_runs(command) for command in commands)
        if find():
            return
    sys.exit(
        "No Chromium could be found or installed. Install one, or name it: "
        "CHROMIUM=/path/to/chromium make test"
    )


def is_needed() -> bool:
    """Whether there is none, or a better one to be had without asking."""
    has_better = os.environ.get("CHROMIUM") or shutil.which(SHELL) or os.geteuid() != 0
    return find() is None or not has_better


def _packages(name: str) -> list[list[str]]:
    """Ways to install a package of the system, the next one for when the last one fails."""
    sudo = [] if os.geteuid() == 0 or not shutil.which("sudo") else ["sudo"]
    known = [*sudo, "apt-get", "install", "-y", "-qq", name, "fonts-dejavu"]
    return [known, ["sh", "-c", " ".join([*sudo, "apt-get", "update", "-qq", "&&", *known])]]


def _runs(command: list[str]) -> bool:
    try:
        return subprocess.run(command, timeout=900).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


if __name__ == "__main__":
    if is_needed():
        install()
    print(find())

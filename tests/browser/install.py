"""``python -m tests.browser.install``: see to it that there is a Chromium for the browser tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find() -> str | None:
    """Path of a Chromium: the one in ``CHROMIUM``, one that is installed, or Playwright's own."""
    for name in filter(None, (os.environ.get("CHROMIUM"), *NAMES)):
        if path := shutil.which(name):
            return path
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
        return path if os.path.exists(path) else None


def install() -> None:
    """Try Playwright's download first, then the system's packages."""
    attempts = [
        [[sys.executable, "-m", "playwright", "install", "chromium"]],
        [
            [*_sudo(), "apt-get", "update", "-qq"],
            [*_sudo(), "apt-get", "install", "-y", "-qq", "chromium", "fonts-dejavu"],
        ],
    ]
    for commands in attempts:
        if all(_runs(command) for command in commands) and find():
            return
    sys.exit(
        "No Chromium could be found or installed. Install one, or name it: "
        "CHROMIUM=/path/to/chromium make test"
    )


def _sudo() -> list[str]:
    return [] if os.geteuid() == 0 or not shutil.which("sudo") else ["sudo"]


def _runs(command: list[str]) -> bool:
    try:
        return subprocess.run(command, timeout=900).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


if __name__ == "__main__":
    if find() is None:
        install()
    print(find())

"""What the README promises is there: its commands, its files, and the Python that it asks for."""

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from course.server import START_PAGE
from tests.test_environment import OLDEST, PROJECT

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```\n(.*?)^```", README, re.M | re.S)
PHRASES = re.findall(r"`([^`\n]+)`", README)
COMMANDS = [line.split("  #")[0].strip() for line in [*"".join(BLOCKS).splitlines(), *PHRASES]]
LINKS = [link for link in re.findall(r"\]\(([^)]+)\)", README) if "://" not in link]
ROWS = [re.findall(r"`([\w./]+/|[\w./]+\.py)`", row) for row in README.splitlines() if row.startswith("| `")]


def named(pattern):
    """What the README's commands name, such as the targets of make."""
    found = sorted({match[1] for command in COMMANDS if (match := re.match(pattern, command))})
    assert found
    return found


def test_the_first_command_opens_the_course_and_the_last_tests_it():
    assert BLOCKS[0].split() == ["make", "lab"]
    assert BLOCKS[-1].startswith("make test ")


@pytest.mark.parametrize("target", named(r"make (\S+)"))
def test_make_knows_the_target(target):
    done = subprocess.run(
        ["make", "--dry-run", target], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("verb", named(r"course (\S+)"))
def test_the_course_has_the_command(verb):
    command = [sys.executable, "-m", "course", verb, "--help"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("module", named(r"python -m (\S+)"))
def test_the_module_can_be_run(module):
    spec = find_spec(module)
    assert spec
    assert (spec.submodule_search_locations is None) or find_spec(f"{module}.__main__")


@pytest.mark.parametrize("link", LINKS)
def test_a_link_leads_to_a_file(link):
    assert (ROOT / link.partition("#")[0]).exists()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_the_table_names_folders_that_are_there(row):
    assert not [one for one in row if not (ROOT / one).exists() and not (ROOT / row[0] / one).exists()]


def test_it_asks_for_the_python_that_the_course_asks_for():
    oldest = OLDEST.removesuffix(".0")
    assert set(re.findall(r"Python (\d[\d.]*\d)( of nieuwer)?", README)) == {(oldest, " of nieuwer")}
    assert PROJECT["requires-python"] == f">={oldest}"


def test_an_older_python_is_told_which_one_is_needed(tmp_path):
    old = tmp_path / "python"
    old.write_text(
        f"#!/bin/sh\nexec '{sys.executable}' -c \"import sys; sys.version_info = (3, 10, 9); $2\"\n"
    )
    old.chmod(0o755)
    command = ["make", f"PYTHON={old}", f"VENV={tmp_path / 'venv'}", "lab"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "Python 3.11 or newer is needed" in done.stderr
    assert not (tmp_path / "venv").exists()


def test_the_start_page_is_there():
    assert (ROOT / START_PAGE).is_file()

"""What the READMEs and the contributors' page promise is there: commands, files, and the Python that they ask for."""

import os
import re
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

import pytest

from course.server import START_PAGE
from tests.test_environment import OLDEST, PROJECT

ROOT = Path(__file__).parents[1]
ENGLISH, DUTCH, CONTRIBUTING = (
    (ROOT / path).read_text("utf-8") for path in ("README.md", "README.nl.md", "docs/contributing.md")
)
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
BLOCKS = {
    page: re.findall(r"^ *```\n(.*?)^ *```", page, re.M | re.S) for page in (ENGLISH, DUTCH, CONTRIBUTING)
}
PHRASES = re.findall(r"`([^`\n]+)`", ENGLISH + DUTCH + CONTRIBUTING)
LINES = "".join(block for blocks in BLOCKS.values() for block in blocks).splitlines()
COMMANDS = [line.split("  #")[0].strip() for line in [*LINES, *PHRASES]]
LINKS = [
    (page, link)
    for page in PAGES
    for link in re.findall(
        r"\]\(([^)\s]+)\)", re.sub(r"(`{3,}).*?\1", "", page.read_text("utf-8"), flags=re.DOTALL)
    )
    if "://" not in link
]
ROWS = [
    re.findall(r"`([\w./]+/|[\w./]+\.py)`", row) for row in CONTRIBUTING.splitlines() if row.startswith("| `")
]

CHANGES = re.findall(r"^\| [^|]+ \| `([\w./]+)` \| `([^|]+)` \|$", CONTRIBUTING, re.M)


def named(pattern):
    """What the commands on these pages name, such as the targets of make."""
    found = sorted({match[1] for command in COMMANDS if (match := re.match(pattern, command))})
    assert found
    return found


@pytest.mark.parametrize("page", [ENGLISH, DUTCH], ids=["English", "Dutch"])
def test_the_first_two_commands_open_the_course_and_test_it(page):
    assert [line.split("#")[0].split() for line in BLOCKS[page][0].splitlines()] == [
        ["make", "lab"],
        ["make", "test"],
    ]


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


def test_every_link_leads_to_a_file_and_a_heading():
    lost = []
    for page, link in LINKS:
        file, _, heading = link.partition("#")
        target = (page.parent / file).resolve() if file else page
        if not target.exists() or (heading and heading not in anchors(target)):
            lost.append(f"{page.relative_to(ROOT)}: {link}")
    assert lost == []


def anchors(page):
    """The headings of a page as they stand in an address."""
    titles = re.findall(r"^#+ +(.+?) *$", page.read_text("utf-8"), re.M)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


def test_the_address_of_the_repository_stands_in_one_place():
    everywhere = [page.read_text("utf-8") for page in PAGES]
    assert sum(text.count("mybinder.org/v2") for text in everywhere) == 1
    assert "[binder]: https://mybinder.org/v2/gh/" in ENGLISH


def test_a_picture_in_a_readme_is_one_that_the_command_makes():
    shown = set(re.findall(r"docs/pictures/(\w+)\.png", ENGLISH + DUTCH))
    assert {path.stem for path in (ROOT / "docs" / "pictures").glob("*.png")} == shown


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_the_table_names_folders_that_are_there(row):
    assert not [one for one in row if not (ROOT / one).exists() and not (ROOT / row[0] / one).exists()]


@pytest.mark.parametrize(("file", "words"), CHANGES)
def test_a_small_change_goes_where_the_page_says(file, words):
    assert words in (ROOT / file).read_text("utf-8")


def test_every_row_of_small_changes_is_read():
    section = CONTRIBUTING.partition("## Where a small change goes")[2].partition("\n## ")[0]
    assert CHANGES
    assert len(CHANGES) == section.count("\n| ") - 1  # without the head


def test_a_lesson_that_was_looked_at_is_rebuilt_before_it_is_tested():
    looked, tested = (CONTRIBUTING.index(words) for words in ("check twice", "pytest -q tests/modules"))
    assert "make notebooks" in CONTRIBUTING[looked:tested].partition("```")[2]


def test_make_installs_nothing_anew_for_what_python_compiled(tmp_path):
    for name in ("Makefile", "requirements.txt", "pyproject.toml"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    ready, compiled = tmp_path / ".venv" / ".ready", tmp_path / "course" / "server" / "__pycache__" / "a.pyc"
    now = time.time()
    for path, ahead in ((ready, 30), (compiled, 60)):
        path.parent.mkdir(parents=True)
        path.touch()
        os.utime(path, (now + ahead, now + ahead))
    done = subprocess.run(
        ["make", "--question", ".venv/.ready"], cwd=tmp_path, capture_output=True, check=False
    )
    assert done.returncode == 0


def test_it_asks_for_the_python_that_the_course_asks_for():
    oldest = OLDEST.removesuffix(".0")
    assert re.findall(r"Python (\d[\d.]*\d) or newer", ENGLISH) == [oldest]
    assert re.findall(r"Python (\d[\d.]*\d) of nieuwer", DUTCH) == [oldest]
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

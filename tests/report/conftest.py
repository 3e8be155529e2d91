"""One graded class for all tests of the report."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from course.grading.site import Site
from course.report.command import report
from course.report.facts import Facts, facts_of
from tests.fixture import NAME
from tests.report.group import Group, group


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> Group:
    """24 hand-ins, 19 of them marked completely. Tests only read it."""
    return group(tmp_path_factory.mktemp("group"))


@pytest.fixture(scope="session")
def folder(course: Group, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with both pages of that class."""
    made = tmp_path_factory.mktemp("reports")
    found = run(course.root, NAME, "--output", str(made))
    assert found.exit_code == 0, found.output
    return made


def facts_in(course: Group, name: str = NAME) -> Facts:
    """What a report on that class is about."""
    site = Site(course.root)
    with site.gradebook(new=False) as book:
        return facts_of(site, book, name)


def run(root: Path, *arguments: str) -> Result:
    """``course report`` for the course in `root`."""
    return CliRunner().invoke(report, ["--course-dir", str(root), *arguments])

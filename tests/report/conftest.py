"""One graded class for all tests of the report."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from course.report.command import report
from tests.grading.course import NAME, Course
from tests.report.group import group


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """24 hand-ins, 19 of them marked completely. Tests only read it."""
    return group(tmp_path_factory.mktemp("group"))


@pytest.fixture(scope="session")
def folder(course: Course, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with both pages of that class."""
    made = tmp_path_factory.mktemp("reports")
    found = run(course.root, NAME, "--output", str(made))
    assert found.exit_code == 0, found.output
    return made


def run(root: Path, *arguments: str) -> Result:
    """``course report`` for the course in `root`."""
    return CliRunner().invoke(report, ["--course-dir", str(root), *arguments])

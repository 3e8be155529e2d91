"""A course folder in which the assignment was generated, made once."""

from pathlib import Path

import pytest

from tests.grading.course import Course


@pytest.fixture(scope="session")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Course:
    course = Course(tmp_path_factory.mktemp("generated"))
    course.run("generate_assignment", course.name)
    return course


@pytest.fixture
def course(generated: Course, tmp_path: Path) -> Course:
    """Of its own for each test."""
    return generated.copied(tmp_path / "course")

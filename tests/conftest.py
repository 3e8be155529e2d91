"""Settings for all tests."""

import pytest
from hypothesis import HealthCheck, settings
from nbgrader import api

from course.grading.engine import schema_version

# nbgrader starts a program of five seconds for each new gradebook, to ask for what is always the same number.
api.get_alembic_version = schema_version

settings.register_profile(
    "course", max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("course")


@pytest.fixture
def in_folder(tmp_path, monkeypatch):
    """An empty working folder, as a notebook has one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path

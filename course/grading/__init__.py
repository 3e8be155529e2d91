"""The nbgrader plug-in. ``nbgrader_config.py`` calls `configure`; all the rest is nbgrader's own."""

from course.grading.config import configure

__all__ = ["configure"]

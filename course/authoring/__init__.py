"""From text to notebook: what an author runs (``python -m course.authoring``)."""

from course.authoring.text import AuthoringError, notebook_from

__all__ = ["AuthoringError", "notebook_from"]

"""From text to notebook: what an author runs (``python -m course.authoring``)."""

from course.authoring.errors import AuthoringError
from course.authoring.notebook import notebook_from

__all__ = ["AuthoringError", "notebook_from"]

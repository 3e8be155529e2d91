"""Every text of the course, read once for all tests."""

from course.authoring.library import manuscripts
from tests.model_answers import ROOT

TEXTS = manuscripts(ROOT)

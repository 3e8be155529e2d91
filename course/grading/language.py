"""The language of a course folder: each has its own course id and gradebook."""

from __future__ import annotations

from typing import Protocol

from course.i18n import LANGUAGES

COURSE_IDS = {
    language: "overtuigen" if language == LANGUAGES[0] else f"overtuigen-{language}" for language in LANGUAGES
}


class Course(Protocol):
    """What nbgrader knows a course by: its description of the folder, or its gradebook."""

    course_id: str


def language_of(course: Course) -> str:
    """What an instructor of this course reads; the first language for a course of another name."""
    for language, course_id in COURSE_IDS.items():
        if course.course_id == course_id:
            return language
    return LANGUAGES[0]


def gradebook_name(language: str) -> str:
    """The file of its gradebook."""
    return "gradebook.db" if language == LANGUAGES[0] else f"gradebook-{language}.db"

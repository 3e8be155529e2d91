"""The language of a course folder: each has its own course id and gradebook."""

from __future__ import annotations

from nbgrader.coursedir import CourseDirectory

from course.i18n import LANGUAGES

COURSE_IDS = {
    language: "overtuigen" if language == LANGUAGES[0] else f"overtuigen-{language}" for language in LANGUAGES
}


def language_of(coursedir: CourseDirectory) -> str:
    """What an instructor of this course reads."""
    for language, course_id in COURSE_IDS.items():
        if coursedir.course_id == course_id:
            return language
    return LANGUAGES[0]


def gradebook_name(language: str) -> str:
    """The file of its gradebook."""
    return "gradebook.db" if language == LANGUAGES[0] else f"gradebook-{language}.db"

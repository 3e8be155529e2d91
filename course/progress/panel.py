"""What the course panel shows, of the course as it was seen."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from course.progress.course import SeenCourse, belongs
from course.progress.standing import Standing


def panel_of(seen: SeenCourse) -> dict[str, Any]:
    """How far each lesson and assignment is, and what comes next, as JSON for the page."""
    return {
        "lessons": [_lesson(seen, path, one) for path, one in seen.lessons.items()],
        "assignments": [_assignment(seen, name, path, one) for name, (path, one) in seen.assignments.items()],
        "next": _next(seen),
    }


def _lesson(seen: SeenCourse, path: str, standing: Standing) -> dict[str, Any]:
    principle = next((principle for principle, other, _ in seen.principles() if other == path), "")
    return {
        "path": path,
        "title": standing.title,
        "minutes": standing.minutes,
        "principle": principle,
        "assignment": next(
            (name for name, (_, one) in seen.assignments.items() if belongs(name, one, path)), ""
        ),
        "due": sum(task.due for task in standing.tasks),
        "parts": [
            {
                "title": part.title,
                "cell": part.cell,
                "minutes": part.minutes,
                "extra": part not in standing.main,
                "done": sum(task.id in seen.done for task in part.tasks),
                "total": len(part.tasks),
            }
            for part in standing.parts
        ],
        "cards": next((task.id for task in standing.tasks if task.due), ""),
    }


def _assignment(seen: SeenCourse, name: str, path: str, standing: Standing) -> dict[str, Any]:
    """As JSON; `in_lesson` counts what is open here and done in a lesson, as the first and the last test may be."""
    return {
        "name": name,
        "path": path,
        "title": standing.title,
        "minutes": standing.minutes,
        "tasks": [asdict(task) for task in standing.tasks],
        "in_lesson": sum(task.id in seen.done and task.state != "done" for task in standing.tasks),
    }


def _next(seen: SeenCourse) -> dict[str, Any] | None:
    if (found := seen.where_one_was()) is None:
        return None
    path, standing, task = found
    part = next(part for part in standing.parts if task in part.tasks)
    return {"path": path, "title": standing.title, "part": part.title, "cell": task.id}

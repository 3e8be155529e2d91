"""nbgrader's settings for this course."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

STUB = "_Je antwoord verschijnt hier zodra je begeleider het nakijkt. Vul het in de oefening hierboven in._"


def configure(config: Any, language: str = "nl") -> None:
    """Put the course's folders and preprocessors in nbgrader's `config`.

    Nothing is replaced: our preprocessors stand between nbgrader's own.
    """
    # Late: instructors' tools need these, a participant's notebook does not.
    from nbgrader import preprocessors
    from nbgrader.converters import Autograde, GenerateFeedback

    from course.grading.answers import InstructorNotebook
    from course.grading.execute import Execute
    from course.grading.feedback import HideErrors
    from course.grading.readable import HideCode, ShowOpenAnswers
    from course.grading.safe_reading import SafeReading

    config.CourseDirectory.course_id = "overtuigen"
    config.CourseDirectory.source_directory = f"solutions/{language}"
    config.CourseDirectory.release_directory = f"exercises/{language}"
    config.CourseDirectory.ignore = [".ipynb_checkpoints", "*.pyc", "__pycache__", "*.md"]
    config.ClearSolutions.text_stub = STUB
    config.Autograde.exporter_class = SafeReading
    config.Autograde.sanitize_preprocessors = [InstructorNotebook, *Autograde().sanitize_preprocessors]
    steps = list(Autograde().autograde_preprocessors)
    at = steps.index(preprocessors.Execute)
    steps[at : at + 1] = [Execute, ShowOpenAnswers, HideCode]
    config.Autograde.autograde_preprocessors = steps
    config.GenerateFeedback.preprocessors = [HideErrors, *GenerateFeedback().preprocessors]

    def drop_answers(assignment: str, **_names: Any) -> None:
        """Keep an author's own answers out of a release: there they would stand in for the participant's."""
        released = Path(config.CourseDirectory.release_directory)
        for folder in released.rglob(f"{assignment}/answers"):
            shutil.rmtree(folder)

    config.GenerateAssignment.post_convert_hook = drop_answers

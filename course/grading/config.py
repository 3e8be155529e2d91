"""nbgrader's settings for this course."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any


def configure(config: Any, language: str = "nl") -> None:
    """Put the course's folders and preprocessors in nbgrader's `config`.

    `nbgrader autograde`, the formgrader's button and `course grade` all do what is set here.
    """
    # Late: instructors' tools need these, a participant's notebook does not.
    from nbgrader import preprocessors
    from nbgrader.converters import Autograde

    from course.collect.exchange import SafeCollect
    from course.collect.plugins import SafeExtractor, UploadCollector
    from course.grading.autograde.converter import grade_any_hand_in
    from course.grading.autograde.engine import share_engines
    from course.grading.autograde.execute import Execute
    from course.grading.autograde.prepare import InstructorNotebook
    from course.grading.autograde.scores import AssignLatePenalties, SaveAutoGrades
    from course.grading.pages.feedback import STEPS, FeedbackPage
    from course.grading.pages.marking import SETTINGS
    from course.grading.pages.readable import STUB, HideCode, ShowOpenAnswers
    from course.grading.run import MARK
    from course.grading.submission.remarks import HidePrivate
    from course.grading.submission.safe_reading import SafeReading

    share_engines()
    grade_any_hand_in()
    config.CourseDirectory.course_id = "overtuigen"
    config.CourseDirectory.source_directory = f"solutions/{language}"
    config.CourseDirectory.release_directory = f"exercises/{language}"
    config.CourseDirectory.ignore = [".ipynb_checkpoints", "*.pyc", "__pycache__", "*.md", MARK]
    config.ClearSolutions.text_stub = STUB
    config.ExchangeFactory.collect = SafeCollect
    config.ZipCollectApp.extractor_plugin = SafeExtractor
    config.ZipCollectApp.collector_plugin = UploadCollector
    config.Autograde.exporter_class = SafeReading
    # nbgrader cleans a hand-in cell by cell; the instructor's notebook has nothing to clean or to validate again.
    config.Autograde.sanitize_preprocessors = [InstructorNotebook]
    ours: dict[Any, list[Any]] = {
        preprocessors.Execute: [Execute, ShowOpenAnswers, HideCode],
        preprocessors.SaveAutoGrades: [SaveAutoGrades],
        preprocessors.AssignLatePenalties: [AssignLatePenalties],
        preprocessors.CheckCellMetadata: [],
    }
    config.Autograde.autograde_preprocessors = [
        step for own in list(Autograde().autograde_preprocessors) for step in ours.get(own, [own])
    ]
    config.GenerateFeedback.exporter_class = FeedbackPage
    config.GenerateFeedback.preprocessors = [HidePrivate, *STEPS]
    config.HTMLExporter.update(SETTINGS)  # the formgrader's page of one hand-in

    def drop_answers(assignment: str, **_names: Any) -> None:
        """Keep an author's own answers out of a release: there they would stand in for the participant's."""
        released = Path(config.CourseDirectory.release_directory)
        for folder in released.rglob(f"{assignment}/answers"):
            shutil.rmtree(folder)

    config.GenerateAssignment.post_convert_hook = drop_answers

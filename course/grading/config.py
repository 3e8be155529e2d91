"""nbgrader's settings for this course."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any


def configure(config: Any, language: str = "nl") -> None:
    """Put the course's folders, gradebook and steps for one `language` in nbgrader's `config`.

    `nbgrader autograde`, the formgrader's button and `course grade` all do what is set here.
    """
    # Late: instructors' tools need these, a participant's notebook does not.
    import nbformat

    from course.collect.exchange import SafeCollect
    from course.collect.plugins import SafeExtractor, UploadCollector
    from course.grading.assigning import verify_before_generating
    from course.grading.autograde import grade_as_the_course_does
    from course.grading.engine import share_engines
    from course.grading.gradebook_names import refuse_what_is_no_name
    from course.grading.graded_notebook import stub
    from course.grading.language import COURSE_IDS, gradebook_name
    from course.grading.log import TO_TERMINAL
    from course.grading.pages.feedback import FeedbackPage, OnlyThePage
    from course.grading.pages.marking import SETTINGS
    from course.grading.pages.second_marker import ask_before_overwriting
    from course.grading.release import SafeRelease, leave_exercises
    from course.grading.release_feedback import ReleaseFeedback
    from course.grading.run import MARK
    from course.i18n import LANGUAGES, translator

    share_engines()
    grade_as_the_course_does()
    refuse_what_is_no_name(language)
    verify_before_generating()
    ask_before_overwriting()
    config.Application.logging_config = TO_TERMINAL
    config.CourseDirectory.course_id = COURSE_IDS[language]
    config.CourseDirectory.source_directory = f"solutions/{language}"
    config.CourseDirectory.release_directory = f"exercises/{language}"
    config.CourseDirectory.ignore = [".ipynb_checkpoints", "*.pyc", "__pycache__", "*.md", MARK]
    if language != LANGUAGES[0]:
        root = Path(config.CourseDirectory.get("root") or "").resolve()
        config.CourseDirectory.db_url = f"sqlite:///{root / gradebook_name(language)}"
    config.ClearSolutions.text_stub = stub(translator(language))
    config.ExchangeFactory.collect = SafeCollect
    config.ExchangeFactory.release_assignment = SafeRelease
    config.ExchangeFactory.release_feedback = ReleaseFeedback
    config.ExportApp.plugin_class = "course.grading.export.GradesExport"
    config.ZipCollectApp.extractor_plugin = SafeExtractor
    config.ZipCollectApp.collector_plugin = UploadCollector
    config.GenerateFeedback.exporter_class = FeedbackPage
    config.GenerateFeedback.preprocessors = [OnlyThePage]
    config.HTMLExporter.update(
        {**SETTINGS, "language_code": language}
    )  # the formgrader's page of one hand-in

    def leave_only_exercises(assignment: str, **_names: Any) -> None:
        """Keep an author's own answers out of a release too: there they would stand in for the participant's."""
        released = Path(config.CourseDirectory.get("root") or "", config.CourseDirectory.release_directory)
        for folder in released.rglob(f"{assignment}/answers"):
            shutil.rmtree(folder)
        for path in released.rglob(f"{assignment}/*.ipynb"):
            notebook = nbformat.read(path, as_version=4)
            leave_exercises(notebook)
            nbformat.write(notebook, path)

    config.GenerateAssignment.post_convert_hook = leave_only_exercises

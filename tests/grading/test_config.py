from nbgrader.converters import Autograde, GenerateFeedback
from traitlets.config import Config

from course.grading import configure


def configured(**names):
    config = Config()
    configure(config, **names)
    return config


def test_every_step_of_nbgrader_is_still_there_in_its_order():
    for app, name in (
        (Autograde(), "sanitize_preprocessors"),
        (Autograde(), "autograde_preprocessors"),
        (GenerateFeedback(), "preprocessors"),
    ):
        steps, own = configured()[type(app).__name__][name], getattr(app, name)
        assert len(steps) > len(own)
        places = [next(n for n, step in enumerate(steps) if issubclass(step, one)) for one in own]
        assert places == sorted(places)


def test_scores_are_saved_after_the_answers_stand_in_their_cells():
    names = [step.__name__ for step in configured().Autograde.autograde_preprocessors]
    assert names.index("Execute") < names.index("ShowOpenAnswers") < names.index("SaveAutoGrades")


def test_a_hand_in_is_replaced_before_anything_else_is_done_with_it():
    assert configured().Autograde.sanitize_preprocessors[0].__name__ == "InstructorNotebook"


def test_each_language_has_its_own_folders():
    assert configured(language="en").CourseDirectory.source_directory == "solutions/en"
    assert configured(language="en").CourseDirectory.release_directory == "exercises/en"


def test_texts_stay_out_of_a_release():
    assert "*.md" in configured().CourseDirectory.ignore

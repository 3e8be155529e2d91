import subprocess
import sys

import pytest
from nbgrader.converters import Autograde, GenerateFeedback
from traitlets.config import Config

from course.grading import configure


def configured(**names):
    config = Config()
    configure(config, **names)
    return config


@pytest.mark.parametrize(
    ("app", "name", "dropped"),
    [
        (Autograde(), "autograde_preprocessors", {"CheckCellMetadata"}),
        (GenerateFeedback(), "preprocessors", {"CSSHTMLHeaderPreprocessor"}),
    ],
)
def test_the_other_steps_of_nbgrader_are_still_there_in_their_order(app, name, dropped):
    steps = configured()[type(app).__name__][name]
    own = [one for one in getattr(app, name) if one.__name__ not in dropped]
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


def test_settings_ask_for_nothing_but_what_comes_with_nbgrader():
    """On Binder there is nbgrader and the course without its extras."""
    blocked = ("click", "rich", "distributed", "psycopg", "filelock")
    code = (
        f"import sys\nfor name in {blocked!r}: sys.modules[name] = None\n"
        "from traitlets.config import Config\nfrom course.grading import configure\nconfigure(Config())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_texts_stay_out_of_a_release():
    assert "*.md" in configured().CourseDirectory.ignore

import subprocess
import sys

from nbgrader.converters import Autograde
from traitlets.config import Config

from course.grading import configure
from course.grading.autograde import convert_notebooks, init_notebooks
from course.grading.language import COURSE_IDS, gradebook_name, language_of
from course.i18n import LANGUAGES


def configured(**names):
    config = Config()
    configure(config, **names)
    return config


def test_the_steps_of_an_assignment_are_nbgraders_own():
    assert "preprocessors" not in configured().GenerateAssignment


def test_no_step_of_grading_is_nbgraders():
    """So that no kernel is started; the class itself does as the course does."""
    configured()
    assert Autograde.convert_notebooks is convert_notebooks
    assert Autograde.init_notebooks is init_notebooks


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


def test_each_language_has_its_own_course_and_gradebook():
    assert COURSE_IDS == {"nl": "overtuigen", "en": "overtuigen-en"}
    assert [gradebook_name(language) for language in LANGUAGES] == ["gradebook.db", "gradebook-en.db"]
    for language in LANGUAGES:
        assert language_of(configured(language=language).CourseDirectory) == language
    assert configured(language="en").CourseDirectory.db_url.endswith("/gradebook-en.db")


def test_a_course_of_another_name_is_read_in_the_first_language():
    config = configured()
    config.CourseDirectory.course_id = "herfst-2026"
    assert language_of(config.CourseDirectory) == LANGUAGES[0]

"""Every hand-in that is known to happen or that somebody could try, graded as one class by nbgrader's own command."""

from collections import Counter
from contextlib import chdir

import pytest
from nbgrader.apps.api import NbGraderAPI
from nbgrader.apps.baseapp import NbGrader

from tests.fixture import NAME
from tests.grading.submission.corpus import CASES
from tests.grading.submission.corpus.class_run import autograde, run
from tests.grading.submission.corpus.table import PAGE, page

each = pytest.mark.parametrize(
    "case", CASES, ids=[case.make.__name__ + f"-{n}" for n, case in enumerate(CASES)]
)
MAX_SECONDS = 60
"""For one hand-in on a busy machine. The slowest takes about one; without our limits some never end."""


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    return run(tmp_path_factory.mktemp("corpus"))


def test_there_are_enough_cases_and_no_two_are_one():
    assert len(CASES) >= 40
    assert max(Counter(case.who for case in CASES).values()) == 1
    assert max(Counter(case.what for case in CASES).values()) == 1


@each
def test_every_hand_in_is_graded_or_refused_as_it_should_be(graded, case):
    assert graded.is_graded(case.who) is (graded.counting[case.who] is not None)
    assert (case.who in graded.seen.reasons) is (graded.counting[case.who] is None)


@each
def test_points_are_what_the_check_gives_for_the_answers_that_count(graded, case):
    if graded.counting[case.who] is not None:
        assert graded.course.automatic(case.who) == pytest.approx(graded.expected(case.who))


def test_the_table_for_instructors_is_what_happens(graded):
    assert PAGE.read_text("utf-8") == page(graded), "run: python -m tests.grading.submission.corpus"


def test_the_usual_work_is_worth_something_but_not_everything(graded):
    half = sum(graded.expected("gewoon").values())
    assert 0 < half < sum(check.points for check in graded.course.checks.values())


DO = ("Vraag", "nodig van de deelnemer", "opnieuw worden ingeleverd", "maak", "Geef")
"""What a refusal says that can be done about it."""


def test_a_refusal_is_a_sentence_and_no_traceback(graded):
    for reason in graded.seen.reasons.values():
        assert "Traceback" not in reason
        assert reason.endswith(".")
        assert any(what in reason for what in DO), reason


def test_who_runs_nbgraders_command_sees_that_somebody_was_refused(graded):
    assert graded.seen.failed


def test_nothing_of_a_participant_was_run(graded):
    assert list(graded.course.ran.iterdir()) == []


def test_what_was_handed_in_stays_as_it_was(graded):
    assert graded.changed == set()


def test_nothing_of_a_hand_in_but_its_answers_is_copied(graded):
    for case in CASES:
        if graded.is_graded(case.who):
            work = graded.course.root / "autograded" / case.who / NAME
            files = {str(path.relative_to(work)) for path in work.rglob("*") if not path.is_dir()}
            known = {f"answers/{name}.json" for name in graded.course.checks}
            assert files <= known | {f"{NAME}.ipynb", "timestamp.txt", "submission_secret.txt"}


def test_no_hand_in_takes_for_ever_or_all_memory(graded):
    assert len(graded.seen.seconds) == len(CASES)
    assert max(graded.seen.seconds.values()) < MAX_SECONDS
    assert graded.megabytes < 1_500


@pytest.mark.parametrize("case", [case for case in CASES if case.alone], ids=lambda case: case.make.__name__)
def test_who_is_refused_is_refused_alone_for_the_same_reason(graded, case):
    if graded.counting[case.who] is None:
        seen = autograde(graded.course, f"--CourseDirectory.student_id={case.who}", "--force")
        assert seen.reasons == {case.who: graded.seen.reasons[case.who]}


def test_equal_answers_are_also_seen_when_one_is_graded_again(graded):
    assert graded.remarks("van-een-ander-1") == []
    for who, other in (("van-een-ander-1", "van-een-ander-2"), ("van-een-ander-2", "van-een-ander-1")):
        autograde(graded.course, f"--student={who}", "--force")
        assert any("precies hetzelfde moment" in remark and other in remark for remark in graded.remarks(who))


def test_feedback_is_made_for_everyone_and_names_nobody_else(graded):
    graded.course.run("generate_feedback", NAME)
    for case in CASES:
        if graded.is_graded(case.who):
            assert graded.course.feedback(case.who)
    assert "precies hetzelfde moment" in str(graded.course.graded("van-een-ander-2").cells[0].source)
    assert "precies hetzelfde moment" not in graded.course.feedback("van-een-ander-2")
    assert "niet te lezen" in graded.course.feedback("half-bestand")


def test_the_formgraders_button_does_the_same(graded):
    app = NbGrader()
    with chdir(graded.course.root):
        app.initialize([], root=str(graded.course.root))
        button = NbGraderAPI(app.coursedir, parent=app)
        assert button.autograde(NAME, "alleen-antwoorden")["success"]
        assert graded.seen.reasons["lege-map"] in button.autograde(NAME, "lege-map")["log"]
    assert graded.course.automatic("alleen-antwoorden") == pytest.approx(graded.expected("alleen-antwoorden"))

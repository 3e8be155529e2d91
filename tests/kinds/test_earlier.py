"""One's own earlier text beside a field: found here, in the lessons, or brought along; never lost, never invented."""

from dataclasses import replace
from pathlib import Path

import pytest

from course.answers import Answers, Reader
from course.authoring.errors import AuthoringError
from course.authoring.opening import manuscript
from course.kinds import Reflect, Rewrite

EARLIER = {"version-0": "Start", "version-1": ""}
kinds = pytest.mark.parametrize(
    "exercise",
    [
        Reflect("now", "Schrijf.", earlier=EARLIER, min_words=3),
        Rewrite("now", "Herschrijf.", original="Koop nu.", earlier=EARLIER),
    ],
    ids=lambda exercise: exercise.kind,
)


def keep(folder, **texts):
    answers = Answers(folder)
    for name, text in texts.items():
        answers.save(name.replace("_", "-"), "reflect", {"text": text})
    return answers


def reaction(exercise, answers):
    return exercise.react(exercise.clean({}, Reader()), answers).data


@kinds
def test_the_newest_version_that_has_a_text_stands_beside_the_field(exercise, tmp_path):
    assert reaction(exercise, Answers(tmp_path)) == {}
    assert reaction(exercise, keep(tmp_path, version_0="Nul.")) == {"earlier": "Nul."}
    assert reaction(exercise, keep(tmp_path, version_1="Een.")) == {"earlier": "Een."}
    assert reaction(exercise, keep(tmp_path, version_1=" \n")) == {"earlier": "Nul."}


@kinds
def test_it_follows_the_exercise_that_it_goes_on_from(exercise):
    assert exercise.follows_others
    assert not replace(exercise, earlier={}).follows_others
    assert "earlier" not in replace(exercise, earlier={}).content()


@kinds
def test_the_coach_reads_on_beside_it(exercise, tmp_path):
    answers = keep(tmp_path, version_0="Nul.")
    said = exercise.react(exercise.clean({"text": "Iets heel anders."}, Reader()), answers).data
    assert said["earlier"] == "Nul."
    assert ("coach" in said) is (exercise.kind == "rewrite")


@kinds
@pytest.mark.parametrize("answer", [{"text": 3}, {"text": None}, {"chosen": ["a"]}, {}])
def test_an_earlier_answer_of_any_shape_does_no_harm(exercise, tmp_path, answer):
    Answers(tmp_path).save("version-1", "choose", answer)
    assert reaction(exercise, Answers(tmp_path)) == {}


def course(tmp_path):
    """An assignment and the lessons, as they lie in the course."""
    lessons = tmp_path / "modules" / "nl" / "answers"
    return keep(lessons), Answers(tmp_path / "exercises" / "nl" / "01-x" / "answers"), lessons


@kinds
def test_an_assignment_finds_what_was_written_in_the_lessons(exercise, tmp_path):
    _lessons, own, folder = course(tmp_path)
    keep(folder, version_1="Uit de les.")
    assert reaction(exercise, own) == {}, "a lesson does not look elsewhere"
    assert reaction(replace(exercise, takes_along=True), own) == {"earlier": "Uit de les."}


@kinds
def test_an_assignment_takes_it_along_and_a_grader_reads_it(exercise, tmp_path):
    raw = {"text": "Nieuw en beter dan eerst.", "earlier": "Oud."}
    assert "earlier" not in exercise.clean(raw, Reader())
    handed_in = replace(exercise, takes_along=True)
    answer = handed_in.clean(raw, Reader())
    assert answer["earlier"] == "Oud."
    assert handed_in.describe(answer) == [("Eerdere versie", "Oud."), ("Tekst", "Nieuw en beter dan eerst.")]
    assert handed_in.clean({"text": "Zoals het was."}, Reader()).get("earlier") is None


def lesson(root: Path, name: str, title: str, blocks: str, folder: str = "modules/nl") -> Path:
    path = root / folder / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\ntitle: {title}\nlanguage: nl\n---\n\n# {title}\n\n{blocks}\n", "utf-8")
    return path


ZERO = "```{reflect} zero\nquestion: Nul?\n```\n"
ONE = "```{reflect} one\nquestion: Een?\nearlier: [zero]\n```\n"
HANDED_IN = ONE.replace("earlier", "by-hand: {intro: Kijk., rubric: [{points: 1, text: Goed.}]}\nearlier")


def test_an_author_names_it_and_the_title_follows(tmp_path):
    lesson(tmp_path, "00-start", "Start", ZERO)
    apart = manuscript(lesson(tmp_path, "01-x", "Verder", ONE)).exercises[-1].exercise
    assert (apart.earlier, apart.takes_along) == ({"zero": "Start"}, False)
    same = manuscript(lesson(tmp_path, "02-x", "Samen", ZERO + "\n" + ONE)).exercises[-1].exercise
    assert same.earlier == {"zero": ""}
    path = lesson(tmp_path, "01-x", "Opdracht", HANDED_IN, "solutions/nl/01-x")
    handed_in = manuscript(path).exercises[-1].exercise
    assert (handed_in.earlier, handed_in.takes_along) == ({"zero": "Start"}, True)


def test_what_does_not_exist_or_comes_later_is_a_mistake(tmp_path):
    with pytest.raises(AuthoringError, match="zero"):
        manuscript(lesson(tmp_path, "01-x", "Verder", ONE))
    with pytest.raises(AuthoringError, match="zero"):
        manuscript(lesson(tmp_path, "01-x", "Verder", ONE + "\n" + ZERO))

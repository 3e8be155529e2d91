import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.answers import Answers, Reader
from course.coach import CRITERIA, read
from course.exercise import ExerciseError
from course.kinds.rewrite.exercise import MAX_VERSIONS
from tests.kinds.examples import rewrite

TEXTS = [
    "Koop nu ons pakket, want op is op.",
    "Hier is een lijst met vijf dingen die je vandaag kunt doen. Je hoeft niets achter te laten.",
    "Vul je gegevens in, dan krijg je de gratis gids.",
]
coached = replace(rewrite, criteria=list(CRITERIA), min_words=0)


def findings(text):
    return coached.react({"text": text, "versions": []}, Answers()).data.get("coach", [])


@pytest.mark.parametrize("text", ["Koop nu.", " Koop\n nu. ", "", " "])
def test_the_coach_says_nothing_of_the_original_or_of_nothing(text):
    assert findings(text) == []


@pytest.mark.parametrize("text", TEXTS)
def test_the_coach_reads_along(text):
    assert [one["criterion"] for one in findings(text)] == [
        one.criterion for one in read(text, CRITERIA, "nl")
    ]
    json.dumps(findings(text))


def test_the_coach_speaks_the_language_of_the_lesson_or_is_silent():
    english = replace(coached, language="en")
    assert english.react({"text": TEXTS[0], "versions": []}, Answers()).data["coach"] == []


@pytest.mark.parametrize("text", TEXTS)
def test_the_coach_gives_no_points(text):
    result = coached.check({"text": text}, points=5)
    assert (result.score, list(result.items)) == (0, [])


def test_an_unknown_criterion_is_the_authors_mistake():
    with pytest.raises(ExerciseError, match="beautiful"):
        replace(rewrite, criteria=["beautiful"])


def test_there_is_something_to_rewrite():
    with pytest.raises(ExerciseError, match="no text"):
        replace(rewrite, original=" ")


def test_the_latest_versions_are_kept():
    versions = [{"at": "2026-03-01T12:00", "text": f"versie {n}"} for n in range(MAX_VERSIONS + 5)]
    kept = rewrite.clean({"text": "x", "versions": versions}, Reader())["versions"]
    assert kept == versions[-MAX_VERSIONS:]


def test_an_empty_version_is_not_kept():
    assert (
        rewrite.clean({"text": "x", "versions": [{"at": "", "text": " "}, None, 3]}, Reader())["versions"]
        == []
    )


def test_the_largest_answer_there_can_be_is_kept_or_refused_but_never_lost(in_folder):
    from course.answers import UnkeptError

    version = {"at": "2026-03-01T12:00", "text": "🎁" * 20_000}
    answer = rewrite.clean({"text": "🎁" * 20_000, "versions": [version] * MAX_VERSIONS}, Reader())
    Answers().save("rewrite", "rewrite", {"text": "eerder", "versions": []})
    try:
        Answers().save("rewrite", "rewrite", answer)
    except UnkeptError:
        answer = {"text": "eerder", "versions": []}
    assert Answers().load("rewrite").answer == answer


@given(st.text())
def test_whatever_is_written_the_coach_answers(text):
    answer = coached.clean({"text": text}, Reader())
    found = [one["criterion"] for one in coached.react(answer, Answers()).data.get("coach", [])]
    assert found == [criterion for criterion in CRITERIA if criterion in found]

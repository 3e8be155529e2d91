from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.answers import Answers, Reader
from course.coach import CRITERIA, read
from course.exercise import ExerciseError
from course.kinds.rewrite import MAX_VERSIONS
from tests.kinds.examples import rewrite, statuses

TEXTS = [
    "Koop nu ons pakket, want op is op.",
    "Hier is een lijst met vijf dingen die je vandaag kunt doen. Je hoeft niets achter te laten.",
    "Vul je gegevens in, dan krijg je de gratis gids.",
]
coached = replace(rewrite, criteria=list(CRITERIA), min_words=0)


@pytest.mark.parametrize("text", ["Koop nu.", " Koop\n nu. "])
def test_the_original_again_is_no_rewriting(text):
    assert rewrite.coach({"text": text, "versions": []}) == []
    assert rewrite.check({"text": text}).score == 0


@pytest.mark.parametrize("text", TEXTS)
def test_the_score_is_the_share_of_criteria_that_the_coach_finds(text):
    verdicts = [finding.verdict for finding in read(text, CRITERIA, "nl")]
    judged = [verdict == "seen" for verdict in verdicts if verdict != "look"]
    result = coached.check({"text": text})
    assert result.credit == pytest.approx(sum(judged) / len(judged))
    assert [status == "right" for status in statuses(result).values()] == judged
    assert "look" in verdicts


def test_a_short_text_earns_proportionally_less():
    result = rewrite.check({"text": "Kom langs"})
    assert (result.credit, statuses(result)) == (0.5, {"length": "partial"})


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
    found = [finding.criterion for finding in coached.coach(answer)]
    assert found == [criterion for criterion in CRITERIA if criterion in found]

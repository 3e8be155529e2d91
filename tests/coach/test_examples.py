"""Sentences per criterion: they are judged, they are asked about, or the coach keeps silent."""

import pytest

from course.coach import read
from tests.coach.examples import LOOK, NOT_YET, SEEN, SILENT


def cases(examples):
    return [
        pytest.param(name, case, id=f"{name}-{n}")
        for name in examples
        for n, case in enumerate(examples[name])
    ]


@pytest.mark.parametrize(("criterion", "text"), cases(SEEN))
def test_seen(criterion, text):
    [finding] = read(text, [criterion], "nl")
    assert finding.verdict == "seen"


@pytest.mark.parametrize(("criterion", "text"), cases(NOT_YET))
def test_not_yet(criterion, text):
    [finding] = read(text, [criterion], "nl")
    assert finding.verdict == "not_yet"


@pytest.mark.parametrize(("criterion", "case"), cases(LOOK))
def test_look(criterion, case):
    text, sentence = case
    [finding] = read(text, [criterion], "nl")
    assert finding.verdict == "look"
    assert finding.spans[0].quote == sentence


@pytest.mark.parametrize(("criterion", "text"), cases(SILENT))
def test_silent(criterion, text):
    assert read(text, [criterion], "nl") == []


def test_a_gift_is_shown_with_what_it_hangs_on():
    [finding] = read("GRATIS gids. Eerst vul je hier je E-mailadres in. Tot zo.", ["no_strings"], "nl")
    assert [span.quote for span in finding.spans] == ["GRATIS gids.", "Eerst vul je hier je E-mailadres in."]
    assert "gegevens" in finding.question


def test_the_first_request_is_asked_about_by_where_it_stands():
    [at_once] = read("Meld je aan voor onze nieuwsbrief.", ["gives_first"], "nl")
    assert at_once.question.startswith("Je vraagt al in de eerste zin iets.")
    [later] = read("Wij zijn een winkel in Goes. Meld je aan voor onze nieuwsbrief.", ["gives_first"], "nl")
    assert "eerste zin" not in later.question


def test_an_empty_promise_is_asked_about_in_the_writers_own_words():
    [finding] = read("Welkom. Er wacht IETS MOOIS op je.", ["concrete"], "nl")
    assert "‘IETS MOOIS’" in finding.question


def test_readable_points_at_the_hardest_sentence():
    hard = NOT_YET["readable"][2]
    [finding] = read(f"Goed nieuws. {hard} Tot snel.", ["readable"], "nl")
    assert [span.quote for span in finding.spans] == [hard]


def test_a_quoted_bad_example_is_no_act_of_the_writer():
    text = "Schrijf niet ‘Schrijf je nu in, op is op’, maar vertel wat er te zien is."
    assert read(text, ["no_pressure", "no_strings"], "nl") == []

"""Sentences per criterion: they meet it, they do not, or they fool a word counter."""

import pytest

from course.coach import read
from tests.coach.examples import MET, UNMET


def cases(examples):
    return [
        pytest.param(name, text, id=f"{name}-{n}")
        for name in examples
        for n, text in enumerate(examples[name])
    ]


@pytest.mark.parametrize(("criterion", "text"), cases(MET))
def test_meets(criterion, text):
    [finding] = read(text, [criterion])
    assert finding.met, finding


@pytest.mark.parametrize(("criterion", "text"), cases(UNMET))
def test_does_not_meet(criterion, text):
    [finding] = read(text, [criterion])
    assert not finding.met, finding


def test_quotes_the_words_it_rests_on():
    [finding] = read("Fijn dat je er bent. Nog maar 2 kamers vrij! Bestel nu.", ["no_pressure"])
    assert finding.seen[0] == "Nog maar 2 kamers vrij!"
    [finding] = read("GRATIS gids. Laat je E-mailadres achter.", ["no_strings"])
    assert list(finding.seen) == ["GRATIS", "Laat je E-mailadres achter"]


def test_readable_quotes_the_hardest_sentence():
    hard = UNMET["readable"][2]
    [finding] = read(f"Goed nieuws. {hard} Tot snel.", ["readable"])
    assert list(finding.seen) == [hard]


def test_a_quoted_bad_example_is_no_act_of_the_writer():
    [finding] = read("Schrijf niet ‘Schrijf je nu in’, maar vertel wat er te zien is.", ["gives_first"])
    assert finding.met

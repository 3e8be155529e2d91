"""The simulations against what is known without simulating."""

from math import comb, exp, factorial, sqrt
from random import Random
from statistics import NormalDist, mean, variance

import pytest

from course.kinds.experiment.chance import binomial, poisson
from course.kinds.experiment.models import simulation
from course.kinds.experiment.models.herding import qualities
from course.kinds.experiment.outcome import tallies
from course.kinds.experiment.simulation import Tally


def found(name, rounds=40, **settings):
    """{outcome: its estimate} after many rounds."""
    model = simulation(name)
    start = {one.id: one.start for one in model.settings}
    done = tallies(name, {**start, **settings}, 1, rounds)
    return {id: model.estimate(tally)[0] for id, tally in done.items()}


@pytest.mark.parametrize(("n", "p"), [(20, 0.1), (30, 0.9), (4000, 0.002), (4000, 0.4), (50, 0), (50, 1)])
def test_a_binomial_has_its_mean_and_variance(n, p):
    random = Random(2)
    drawn = [binomial(random, n, p) for _ in range(4000)]
    assert all(0 <= one <= n for one in drawn)
    spread = n * p * (1 - p)
    assert mean(drawn) == pytest.approx(n * p, abs=0.08 * sqrt(spread) + 1e-9)
    assert variance(drawn) == pytest.approx(spread, rel=0.1, abs=1e-9)


def test_a_small_binomial_is_exact():
    random = Random(3)
    drawn = [binomial(random, 5, 0.3) for _ in range(20_000)]
    for k in range(6):
        assert drawn.count(k) / 20_000 == pytest.approx(comb(5, k) * 0.3**k * 0.7 ** (5 - k), abs=0.012)


def test_a_poisson_has_its_chances():
    random = Random(4)
    drawn = [poisson(random, 2) for _ in range(20_000)]
    for k in range(6):
        assert drawn.count(k) / 20_000 == pytest.approx(exp(-2) * 2**k / factorial(k), abs=0.012)


def test_a_tally_adds_up_to_mean_and_interval():
    values = [1.0, 2.0, 4.0, 9.0]
    tally = Tally.of(values[:1]) + Tally.of(values[1:])
    middle, low, high = tally.average()
    assert middle == mean(values)
    assert high - middle == pytest.approx(1.959964 * sqrt(variance(values) / 4))
    assert middle - low == pytest.approx(high - middle)


@pytest.mark.parametrize(("looks", "percent"), [(1, 5.0), (2, 8.3), (5, 14.2), (10, 19.3), (20, 24.8)])
def test_peeking_is_wrong_as_often_as_theory_says(looks, percent):
    """Armitage, McPherson & Rowe (1969), table 2."""
    shown = found("peeking", looks=looks, visitors=4000, rate=20)
    assert shown["peeked"] == pytest.approx(percent, abs=2.5)
    assert shown["waited"] == pytest.approx(5, abs=1.6)


@pytest.mark.parametrize(
    ("rate", "lift", "visitors"), [(2, 20, 21_100), (5, 20, 8_200), (5, 20, 3_000), (20, 10, 2_000)]
)
def test_power_is_that_of_two_proportions(rate, lift, visitors):
    old, new = rate / 100, rate / 100 * (1 + lift / 100)
    error = sqrt((old * (1 - old) + new * (1 - new)) / visitors)
    power = 100 * NormalDist().cdf((new - old) / error - 1.959964)
    assert found("peeking", looks=1, rate=rate, lift=lift, visitors=visitors)["waited"] == pytest.approx(
        power, abs=3.5
    )


@pytest.mark.parametrize(
    ("rate", "percent"), [(7, 8.0), (14, 32.3), (28, 76.2)], ids=["one a day", "two", "four"]
)
def test_three_left_sell_out_as_often_as_poisson_says(rate, percent):
    assert found("stock", stock=3, days=1, rate=rate)["gone"] == pytest.approx(percent, abs=2.2)


@pytest.mark.parametrize(("people", "less"), [(1, 60), (5, 60), (20, 60), (20, 0), (20, 100)])
def test_bystanders_help_as_the_formula_says(people, less):
    each = 0.5 * people ** (-less / 100)
    shown = found("bystanders", people=people, alone=50, less=less)
    assert shown["you"] == pytest.approx(100 * each, abs=2.4)
    assert shown["someone"] == pytest.approx(100 * (1 - (1 - each) ** people), abs=2.4)


def test_what_is_published_is_too_large_only_when_finding_nothing_counts_against():
    fair = found("publication", nothing=60, something=60)
    assert fair["published"] == pytest.approx(fair["every"], abs=0.5)
    assert fair["every"] == pytest.approx(2, abs=0.4)
    assert found("publication", nothing=0)["published"] > 3 * fair["every"]


def test_songs_are_spread_over_beta_2_2():
    songs = qualities()
    assert list(songs) == sorted(songs)
    assert mean(songs) == pytest.approx(0.5)
    assert variance(songs) == pytest.approx(0.05, abs=0.004)


def test_following_makes_giants_and_no_one_song_sure_of_winning():
    alone, together = (found("herding", rounds=10, influence=share) for share in (0, 100))
    assert alone["giant"] == 0
    assert together["giant"] > 90
    assert together["best_first"] < alone["best_first"]
    assert together["best_top"] > 70, "the best rarely does badly"


def test_a_trial_that_goes_on_wins_at_first_and_whether_it_lasts_depends_on_who_leaves():
    early, late = found("renewal", month=1), found("renewal", month=24)
    assert early["renewing"] > early["stopping"]
    assert late["renewing"] < late["stopping"]
    same = found("renewal", month=24, drift=1, leave=1)
    assert same["renewing"] > same["stopping"]


@pytest.mark.parametrize("heard", [30, 70, 90])
def test_the_best_customers_came_as_all_customers_did_when_either_way_in_is_as_good(heard):
    shown, p = found("survivors", heard=heard), heard / 100
    assert shown["best"] == pytest.approx(heard, abs=2.5)
    assert shown["left"] == pytest.approx(heard, abs=2.5)
    assert shown["mostly"] == pytest.approx(100 * (5 * p**4 * (1 - p) + p**5), abs=4)


def test_only_a_way_in_that_keeps_customers_parts_the_best_from_those_who_left():
    loyal, fickle = found("survivors", stay_heard=90), found("survivors", stay_saw=90)
    assert loyal["best"] > 70 > loyal["left"]
    assert fickle["best"] < 70 < fickle["left"]

"""Sums against published results and sums done by hand."""

from decimal import Decimal
from math import asin, exp, pi, sqrt, tanh

import pytest

from course.evidence import figure
from course.evidence.charts.axis import Axis, steps
from course.evidence.charts.hills import overlap, superiority
from course.evidence.formula import names, result
from course.evidence.numbers import wilson, wilson_share, written
from course.evidence.pooling import pooled
from course.evidence.reading import evidence


@pytest.mark.parametrize(
    ("x", "n", "low", "high"),
    [
        (38, 50, 62.6, 85.7),
        (24, 50, 34.8, 61.5),
        (18, 50, 24.1, 49.9),
        (2, 18, 3.1, 32.8),
        (21, 22, 78.2, 99.2),
    ],
)
def test_wilson_gives_the_known_intervals(x: int, n: int, low: float, high: float):
    assert [round(end, 1) for end in wilson(x, n)] == [low, high]


def test_wilson_of_a_rounded_share_uses_whole_people():
    assert wilson_share(Decimal(2), 755) == wilson(15, 755)


# BCG vaccine, 13 trials (Colditz et al. 1994), log risk ratios and variances as in the metadat package;
# the results are those that the manual of metafor gives for method "DL".
BCG = [
    (-0.8893, 0.3256), (-1.5854, 0.1946), (-1.3481, 0.4154), (-1.4416, 0.0200), (-0.2175, 0.0512), (-0.7861, 0.0069),
    (-1.6209, 0.2230), (0.0120, 0.0040), (-0.4694, 0.0564), (-1.3713, 0.0730), (-0.3394, 0.0124), (0.4459, 0.5325),
    (-0.0173, 0.0714),
]  # fmt: skip


def test_random_effects_agree_with_the_published_bcg_example():
    found = pooled([effect for effect, _ in BCG], [sqrt(variance) for _, variance in BCG])
    assert found.estimate == pytest.approx(-0.7141, abs=0.001)
    assert found.se == pytest.approx(0.1787, abs=0.001)
    assert found.tau2 == pytest.approx(0.3088, abs=0.002)
    assert found.q == pytest.approx(152.23, abs=0.8)  # the variances above are rounded
    assert found.i2 == pytest.approx(0.9212, abs=0.001)


def test_pooling_by_hand():
    """Effects 1 and 3, errors 1 and 1: Q = 2, one degree of freedom, C = 2 - 2/2 = 1, tau² = 1."""
    fixed = pooled([1, 3], [1, 1], random=False)
    assert (fixed.estimate, fixed.se, fixed.q, fixed.tau2) == pytest.approx((2, sqrt(1 / 2), 2, 0))
    random = pooled([1, 3], [1, 1])
    assert (random.estimate, random.se, random.tau2, random.i2) == pytest.approx((2, 1, 1, 0.5))
    assert sum(random.weights) == pytest.approx(1)
    one = pooled([0.4], [0.1])
    assert (one.estimate, one.se, one.i2) == pytest.approx((0.4, 0.1, 0))
    with pytest.raises(ValueError, match="no effects"):
        pooled([], [])


@pytest.mark.parametrize(
    ("random", "estimate", "se", "odds"),
    [(False, 0.226, 0.079, (1.25, 1.07, 1.46)), (True, 0.208, 0.097, (1.23, 1.02, 1.49))],
)
def test_towels_pool_as_known(random: bool, estimate: float, se: float, odds: tuple[float, ...]):
    rows = figure("towels", "nl").data.values.values()
    found = pooled([row.found for row in rows], [float(row.se or 0) for row in rows], random)
    assert (found.estimate, found.se) == pytest.approx((estimate, se), abs=0.0006)
    assert [round(exp(x), 2) for x in (found.estimate, *found.interval)] == pytest.approx(odds, abs=0.011)


def test_thirty_six_samples_pool_as_known():
    rows = figure("sunk_costs", "nl").data.values.values()
    assert len(rows) == 36
    assert sum(row.found < 0 for row in rows) == 3
    found = pooled([row.found for row in rows], [float(row.se or 0) for row in rows])
    assert [round(x, 2) for x in (found.estimate, *found.interval)] == [0.29, 0.24, 0.35]


@pytest.mark.parametrize(
    ("d", "shared", "chance"), [(0.19, 92, 55), (0.32, 87, 59), (0.42, 83, 62), (0, 100, 50)]
)
def test_hills_overlap_as_known(d: float, shared: int, chance: int):
    assert round(100 * overlap(d)) == shared
    assert round(100 * superiority(d)) == chance


def test_faces_correlate_as_published():
    chart = figure("faces", "nl").chart()
    assert [round(x, 2) for x in chart.r()] == [0.43, 0.27, 0.57]  # type: ignore[attr-defined]


def test_the_band_of_reviews_is_wilsons():
    chart = figure("reviews", "nl").chart()
    lines = {line["id"]: line["formula"] for line in chart.data.fields["lines"]}
    for n in (10, 50, 100, 500):
        low, high = wilson(0.9 * n, n)
        assert chart.y(lines["low"], n) == pytest.approx(low, abs=1e-9)  # type: ignore[attr-defined]
        assert chart.y(lines["high"], n) == pytest.approx(high, abs=1e-9)  # type: ignore[attr-defined]


def test_calculated_numbers_follow_from_their_formulas():
    values = evidence().values
    assert values["tips_rise.again"].found == pytest.approx(100 * (22.99 / 18.95 - 1))
    assert values["turnout_gain.neighbours"].found == pytest.approx(8.1)
    assert round(values["flu_rise.time"].found, 1) == 12.7


def test_formulas():
    assert names("100 * (a.b / c - a.b) ** 2") == ("a.b", "c")
    assert result("-a ** 2 + 3 * b.c", {"a": 2, "b.c": 1}) == -1
    assert result("2 ** 0.5", {}) == pytest.approx(1.41421356)


@pytest.mark.parametrize(
    "text", ["__import__('os')", "a[0]", "f(1)", "'x'", "a if b else c", "lambda: 1", "1 <", "True"]
)
def test_a_formula_is_only_arithmetic(text: str):
    with pytest.raises(ValueError, match="formula"):
        result(text, {"a": 1, "b": 1, "c": 1})


def test_written_numbers():
    assert written(1234.5, "nl", 1) == "1.234,5"
    assert written(1234.5, "en", 1) == "1,234.5"
    assert written(Decimal("0.125"), "nl", 2) == "0,13"
    assert written(-0.02, "nl", 2) == "−0,02"
    assert written(-3, "nl", sign=True) == "−3"
    assert written(10000, "nl") == "10.000"


def test_axes_have_round_numbers():
    assert steps(0, 29, 7) == [0, 5, 10, 15, 20, 25]
    assert steps(-0.2, 0.9, 4) == [0, 0.5]
    assert Axis(0.05, 7, 0, 100, log=True).ticks(6) == [0.05, 0.1, 0.5, 1, 5]
    assert Axis(1, 100, 0, 100, log=True)(10) == pytest.approx(50)


def test_red_shrinks_as_the_studies_get_stricter():
    """DerSimonian-Laird on the rows of dat.lehmann2018: all, the first five, and those with a plan in advance."""
    red = evidence().figures["red"]
    sets = {"all": list(red.values), **red.fields["sets"]}
    for name, numbers in {
        "all": (0.24, 0.15, 0.33),
        "first": (0.77, 0.44, 1.11),
        "planned": (0.10, 0.02, 0.17),
    }.items():
        rows = [red.values[id] for id in sets[name]]
        diamond = pooled([row.found for row in rows], [float(row.se) for row in rows])
        assert (diamond.estimate, *diamond.interval) == pytest.approx(numbers, abs=0.005), name


def test_the_races_to_guess_are_rows_of_the_table_and_the_rule_holds_in_as_many_as_the_lesson_says():
    rows = {(share, abs(lead)): lead for share, lead in figure("faces", "nl").data.series.rows}
    values = evidence().values
    leads = {}
    for name in "abcdefgh":
        share, lead = (values[f"{group}.{name}"].found for group in ("race", "race_lead"))
        leads[share] = rows[share, lead]
    assert sum((share > 50) == (lead > 0) for share, lead in leads.items()) == 6


def test_the_better_looking_won_as_often_as_is_printed():
    rows = figure("faces", "nl").data.series.rows
    printed = evidence().values["faces_won.seen"]
    won = sum((share > 50) == (lead > 0) for share, lead in rows if lead)
    ties = sum(
        not lead for _share, lead in rows
    )  # leads are whole points: who won by less is not in the table
    assert printed.n == len(rows)
    assert won <= printed.count <= won + ties


def test_pairs_of_readers_are_those_of_the_hills():
    d = evidence().values["lab_again.quote"].found
    assert evidence().values["quote_pairs.admired"].found == pytest.approx(100 * superiority(d), abs=0.1)


def test_the_imagined_talk_is_small_over_all_labs_and_tilburg_and_ithaca_disagree():
    """DerSimonian-Laird on the rows of Many Labs 1; one lab by itself is its own interval."""
    labs = evidence().figures["contact_sites"]
    assert len(labs.values) == 36
    for name, numbers in {
        "all": (0.11, 0.04, 0.17),
        "tilburg": (-0.52, -0.97, -0.07),
        "ithaca": (0.68, 0.25, 1.11),
    }.items():
        rows = [labs.values[id] for id in labs.fields["sets"].get(name, labs.values)]
        diamond = pooled([row.found for row in rows], [float(row.se) for row in rows])
        assert (diamond.estimate, *diamond.interval) == pytest.approx(numbers, abs=0.01), name


def test_pairs_that_work_together_are_those_of_the_hills():
    d = evidence().values["own_group.overall"].found
    assert evidence().values["own_pairs.overall"].found == pytest.approx(100 * superiority(d), abs=0.2)


def test_the_block_of_they_comes_from_fishers_z():
    values = evidence().values
    r = tanh(values["block_z.liked_less"].found)
    assert values["block.r"].found == pytest.approx(r, abs=1e-6)
    assert values["block_pairs.less"].found == pytest.approx(50 + 100 * asin(r) / pi, abs=0.1)

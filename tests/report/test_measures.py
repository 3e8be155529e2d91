"""The statistics against published examples and values worked out by hand."""

from __future__ import annotations

from math import sqrt
from statistics import fmean

import pytest

from course.report.measures import (
    alpha,
    alpha_with_interval,
    bootstrap,
    fisher,
    item_rest,
    mean_with_interval,
    measurement_error,
    paired_difference,
    share_with_interval,
    t_quantile,
    t_two_sided,
)

# "How to calculate Cronbach's alpha in Python" (Statology): alpha is 0.7734375.
QUESTIONS = (
    (1, 2, 2, 3, 2, 2, 3, 3, 2, 3),
    (1, 1, 1, 2, 3, 3, 2, 3, 3, 3),
    (1, 1, 2, 1, 2, 3, 3, 3, 2, 3),
)
# Student (1908), hours of extra sleep with two drugs. R's t.test(paired=TRUE): 1.58, 0.7001142 to 2.4598858.
FIRST = (0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0)
SECOND = (1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4)


def test_alpha_of_a_published_example() -> None:
    assert alpha(list(zip(*QUESTIONS, strict=True))) == pytest.approx(0.7734375, abs=1e-12)


def test_alpha_of_two_items_with_equal_variance_is_spearman_brown() -> None:
    one, other = (1, 2, 3, 4), (2, 1, 4, 3)  # r = 0.6
    assert alpha(list(zip(one, other, strict=True))) == pytest.approx(2 * 0.6 / 1.6)


def test_alpha_of_right_and_wrong_is_kuder_richardson_20() -> None:
    # Variances with n - 1: 1/4, 1/3, 1/3, total 19/12; 3/2 (1 - (11/12) / (19/12)) = 12/19.
    people = [(1, 1, 1), (1, 1, 0), (1, 0, 1), (0, 0, 0)]
    assert alpha(people) == pytest.approx(1.5 * (1 - (11 / 12) / (19 / 12)))


def test_alpha_may_be_negative_and_says_so() -> None:
    people = [(0, 3), (1, 1), (3, 0)]
    assert (alpha(people) or 0) < 0
    assert measurement_error(people) is None


@pytest.mark.parametrize("people", [[], [(1, 2)], [(1,), (2,)], [(1, 2), (2, 1)], [(2, 2), (2, 2)]])
def test_alpha_is_not_there_without_people_items_or_differences(people: list[tuple[int, ...]]) -> None:
    assert alpha(people) is None
    assert alpha_with_interval(people) is None
    assert measurement_error(people) is None


def test_measurement_error_by_hand() -> None:
    # Totals 2, 4, 6 (sd 2); two equal items give alpha 1; with noise alpha falls and the error grows.
    assert measurement_error([(1, 1), (2, 2), (3, 3)]) == pytest.approx(0)
    people = list(zip(*QUESTIONS, strict=True))
    totals = [sum(points) for points in people]
    spread = sqrt(sum((total - fmean(totals)) ** 2 for total in totals) / 9)
    assert measurement_error(people) == pytest.approx(spread * sqrt(1 - 0.7734375))


def test_item_rest_leaves_the_item_out_of_the_total() -> None:
    item, rest = [0, 1, 1, 0], [1, 2, 3, 4]
    found = item_rest(item, [one + other for one, other in zip(item, rest, strict=True)])
    assert found is not None
    assert found.value == pytest.approx(0.0), "with the item left in it would be 0.41"


def test_item_rest_of_a_straight_line_has_no_interval() -> None:
    found = item_rest([1, 2, 3, 4, 5], [2, 4, 6, 8, 10])
    assert found is not None
    assert found.value == pytest.approx(1)


@pytest.mark.parametrize(
    ("item", "total"), [([], []), ([1], [2]), ([1, 1, 1], [1, 2, 3]), ([1, 2, 3], [2, 3, 4])]
)
def test_item_rest_is_not_there_without_differences(item: list[float], total: list[float]) -> None:
    assert item_rest(item, total) is None


def test_item_rest_sees_no_differences_where_only_floats_differ() -> None:
    assert item_rest([0.1, 0.2, 0.3], [0.1 + 0.7, 0.2 + 0.7, 0.3 + 0.7]) is None


def test_fisher_by_hand() -> None:
    # atanh(0.5) = 0.5493; 1.96 / sqrt(25) = 0.392; tanh(0.1573) = 0.156 and tanh(0.9413) = 0.736.
    low, high = fisher(0.5, 28) or (0, 0)
    assert (round(low, 3), round(high, 3)) == (0.156, 0.736)
    assert fisher(0.5, 3) is None
    assert fisher(1.0, 20) is None


@pytest.mark.parametrize(
    ("df", "published"), [(1, 12.706), (2, 4.303), (4, 2.776), (9, 2.262), (23, 2.069), (100, 1.984)]
)
def test_t_quantiles_are_those_of_the_tables(df: int, published: float) -> None:
    assert round(t_quantile(df), 3) == published
    assert t_two_sided(published, df) == pytest.approx(0.95, abs=1e-4)


def test_paired_difference_of_student_1908() -> None:
    found = paired_difference(FIRST, SECOND)
    assert found is not None
    assert found.value == pytest.approx(1.58)
    assert found.interval == pytest.approx((0.7001142, 2.4598858), abs=1e-7)


def test_an_interval_needs_differences() -> None:
    assert mean_with_interval([]) is None
    for values in ([3.0], [2.0, 2.0]):
        found = mean_with_interval(values)
        assert found is not None
        assert found.interval is None


def test_a_bootstrap_stays_within_bounds_and_is_the_same_every_time() -> None:
    shares = [0.0, 0.5, 1.0, 1.0, 1.0, 0.25]
    first, second = share_with_interval(shares), share_with_interval(shares)
    assert first == second
    assert first is not None
    assert first.interval is not None
    assert 0 <= first.interval[0] < first.value < first.interval[1] <= 1
    assert bootstrap([1.0, 1.0], fmean) is None


def test_a_bootstrap_comes_near_the_interval_of_the_theory() -> None:
    values = [float(n % 10) for n in range(200)]
    low, high = bootstrap(values, fmean) or (0, 0)
    theory = mean_with_interval(values)
    assert theory is not None
    assert theory.interval is not None
    assert (low, high) == pytest.approx(theory.interval, abs=0.08)

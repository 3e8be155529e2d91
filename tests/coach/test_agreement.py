"""The coach keeps agreeing with the labels: floors a little below what was measured."""

import pytest

from tests.coach.evaluate import Agreement, evaluate, table

FLOORS = {
    # 0.05 below what was measured on the 200 dev texts, all of which the coach was tuned on.
    "dev": {
        "gives_first": 0.87,
        "no_strings": 0.95,
        "concrete": 0.87,
        "personal": 0.89,
        "no_pressure": 0.95,
        "readable": 0.90,
    },
    # The same, on texts that no rule was tuned on; their totals were looked at once for each version of the rules.
    "heldout": {
        "gives_first": 0.56,
        "no_strings": 0.81,
        "concrete": 0.58,
        "personal": 0.88,
        "no_pressure": 0.68,
        "readable": 0.88,
    },
    # The same, on texts by another hand that were labelled after the first version of the rules.
    "fresh": {
        "gives_first": 0.52,
        "no_strings": 0.74,
        "concrete": 0.60,
        "personal": 0.95,
        "no_pressure": 0.36,
        "readable": 0.88,
    },
}


@pytest.mark.parametrize("name", FLOORS)
def test_kappa(name):
    for criterion, found in evaluate(name).items():
        assert found.kappa >= FLOORS[name][criterion], criterion


def test_the_measures():
    found = Agreement(both=20, only_coach=5, only_label=10, neither=15)
    assert found.precision == pytest.approx(0.8)
    assert found.recall == pytest.approx(2 / 3)
    assert found.kappa == pytest.approx(0.4)
    assert Agreement(3, 0, 0, 0).kappa == 1


def test_the_table_is_markdown():
    lines = table(("dev",)).splitlines()
    assert lines[1] == "|---|---|---|---|---|"
    assert len(lines) == 8

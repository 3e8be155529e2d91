"""The coach keeps agreeing with the labels: floors a little below what was measured."""

import pytest

from tests.coach.evaluate import Agreement, evaluate, table

FLOORS = {
    # 0.05 below what was measured on the 200 dev texts, all of which the coach was tuned on.
    "dev": {
        "gives_first": 0.91,
        "no_strings": 0.95,
        "concrete": 0.89,
        "personal": 0.89,
        "no_pressure": 0.95,
        "readable": 0.90,
    },
    # Measured once per version of the rules, never tuned on; "fresh" gets its row then too.
    "heldout": {
        "gives_first": 0.62,
        "no_strings": 0.82,
        "concrete": 0.48,
        "personal": 0.95,
        "no_pressure": 0.50,
        "readable": 0.89,
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

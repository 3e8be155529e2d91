"""Probes for `concrete`: a vague promise is no concrete offer, and a plain one needs no signal words."""

import json
from pathlib import Path

import pytest

from course.coach import read
from tests.coach.evaluate import Agreement

PROBES = Path(__file__).with_name("probes_concrete.jsonl")
# A little below what was measured; the rules were tuned on batches 1 and 2, and later on 3 and 4.
FLOOR, PRECISION = 0.8, 0.9


@pytest.fixture(scope="module")
def rows():
    return [json.loads(line) for line in PROBES.read_text(encoding="utf-8").splitlines()]


def test_the_probes_are_wide(rows):
    assert len(rows) >= 160
    assert {row["batch"] for row in rows} == {1, 2, 3, 4}
    assert len({row["text"] for row in rows}) == len(rows)


def test_agreement(rows):
    cells = {(True, True): 0, (True, False): 0, (False, True): 0, (False, False): 0}
    for row in rows:
        cells[read(row["text"], ["concrete"])[0].met, row["met"]] += 1
    found = Agreement(*cells.values())
    assert found.kappa >= FLOOR
    assert found.precision >= PRECISION

"""Pressure in other wordings: the probes that `no_pressure` was tuned on stay recognised.

The floor guards against falling back; it is no estimate for a new text.
"""

import json
from pathlib import Path

import pytest

from course.coach import read

PROBES = Path(__file__).parent / "probes_no_pressure.jsonl"
ROWS = [json.loads(line) for line in PROBES.read_text(encoding="utf-8").splitlines()]
FLOOR = 0.9


@pytest.mark.parametrize("batch", sorted({row["batch"] for row in ROWS}))
def test_agreement(batch):
    rows = [row for row in ROWS if row["batch"] == batch]
    agreed = [read(row["text"], ["no_pressure"])[0].met is row["met"] for row in rows]
    assert sum(agreed) / len(agreed) >= FLOOR


def test_neutral_texts_pass():
    neutral = [row["text"] for row in ROWS if row["met"]]
    passed = [text for text in neutral if read(text, ["no_pressure"])[0].met]
    assert len(passed) / len(neutral) >= 0.95

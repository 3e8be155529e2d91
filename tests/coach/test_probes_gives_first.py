"""`gives_first` on short texts by other writers: agreement stays above a floor."""

import json
from pathlib import Path

from course.coach import read
from tests.coach.evaluate import Agreement

PROBES = Path(__file__).parent / "probes_gives_first.jsonl"
# The rules were tuned on nearly all of these texts: this guards, it does not estimate.
FLOOR = 0.85


def test_agreement_on_the_probes():
    counts = {(coach, label): 0 for coach in (True, False) for label in (True, False)}
    for line in PROBES.read_text(encoding="utf-8").splitlines():
        probe = json.loads(line)
        [finding] = read(probe["text"], ["gives_first"])
        counts[finding.met, probe["met"]] += 1
    found = Agreement(counts[True, True], counts[True, False], counts[False, True], counts[False, False])
    assert found.kappa >= FLOOR, found

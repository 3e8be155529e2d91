"""How the coach does on labelled texts: `python -m tests.coach.evaluate [dev|heldout|fresh …]`.

For a criterion that judges: how far it agrees with the labels. For one that only asks: on how many texts it asks, how
many of those do not meet the criterion according to the label, and what it asks.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from course.coach import CRITERIA, LANGUAGES, Finding, read

TEXTS = Path(__file__).parent / "texts"
SETS = ("dev", "heldout", "fresh")
JUDGING = tuple(name for name in CRITERIA if LANGUAGES["nl"][name].reliable)
ASKING = tuple(name for name in CRITERIA if name not in JUDGING)


@dataclass(frozen=True)
class Agreement:
    """Counts on one set: how often both say yes, only the coach, only the label, and neither."""

    both: int
    only_coach: int
    only_label: int
    neither: int

    @classmethod
    def of(cls, pairs: list[tuple[bool, bool]]) -> Agreement:
        """From pairs of what the coach says and what the label says."""
        counts = Counter(pairs)
        return cls(counts[True, True], counts[True, False], counts[False, True], counts[False, False])

    @property
    def precision(self) -> float:
        return self.both / (self.both + self.only_coach) if self.both + self.only_coach else 1.0

    @property
    def recall(self) -> float:
        return self.both / (self.both + self.only_label) if self.both + self.only_label else 1.0

    @property
    def kappa(self) -> float:
        """Cohen's kappa: agreement beyond what the two would reach by chance."""
        total = self.both + self.only_coach + self.only_label + self.neither
        observed = (self.both + self.neither) / total
        coach, label = (self.both + self.only_coach) / total, (self.both + self.only_label) / total
        chance = coach * label + (1 - coach) * (1 - label)
        return 1.0 if chance == 1 else (observed - chance) / (1 - chance)


def load(name: str) -> list[dict]:
    """The texts of one set."""
    lines = (TEXTS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def agreement(name: str, criterion: str) -> Agreement:
    """How far a criterion that judges agrees with the labels of the set `name`."""
    pairs = []
    for row in load(name):
        [finding] = read(row["text"], [criterion], "nl")
        pairs.append((finding.verdict == "seen", row["labels"][criterion]))
    return Agreement.of(pairs)


def asked(name: str, criterion: str) -> list[tuple[Finding, bool]]:
    """What a criterion that only asks finds in the set `name`, and whether the label says the criterion is met."""
    return [
        (finding, row["labels"][criterion])
        for row in load(name)
        for finding in read(row["text"], [criterion], "nl")
    ]


def report(names: tuple[str, ...] = SETS) -> str:
    """Three Markdown tables: agreement, how often is asked, and what."""
    rows = ["| set | criterion | precision | recall | kappa |", "|---|---|---|---|---|"]
    for name in names:
        for criterion in JUDGING:
            found = agreement(name, criterion)
            rows.append(
                f"| {name} | {criterion} | {found.precision:.2f} | {found.recall:.2f} | {found.kappa:.2f} |"
            )
    rows += ["", "| set | criterion | texts | asks | of which not met |", "|---|---|---|---|---|"]
    questions: Counter[tuple[str, str]] = Counter()
    for name in names:
        for criterion in ASKING:
            pairs = asked(name, criterion)
            unmet = sum(not met for _, met in pairs)
            rows.append(f"| {name} | {criterion} | {len(load(name))} | {len(pairs)} | {unmet} |")
            questions.update((criterion, finding.question) for finding, _ in pairs)
    rows += ["", "| criterion | question | times |", "|---|---|---|"]
    rows += [
        f"| {criterion} | {question} | {times} |" for (criterion, question), times in questions.most_common()
    ]
    return "\n".join(rows)


if __name__ == "__main__":
    print(report(tuple(sys.argv[1:]) or SETS))

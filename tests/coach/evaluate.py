"""How well the coach agrees with the labels: `python -m tests.coach.evaluate [dev|heldout|fresh …]`."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path

from course.coach import CRITERIA, read

TEXTS = Path(__file__).parent / "texts"
SETS = ("dev", "heldout", "fresh")


@dataclass(frozen=True)
class Agreement:
    """Counts of one criterion on one set; `true` is what the label says, "positive" what the coach says."""

    both: int
    only_coach: int
    only_label: int
    neither: int

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
    """The labelled texts of one set."""
    lines = (TEXTS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def evaluate(name: str) -> dict[str, Agreement]:
    """Agreement per criterion on the set `name`."""
    counts = {criterion: [0, 0, 0, 0] for criterion in CRITERIA}
    for row in load(name):
        for finding in read(row["text"], CRITERIA):
            label = row["labels"][finding.criterion]
            counts[finding.criterion][2 * (not finding.met) + (not label)] += 1
    return {criterion: Agreement(*cells) for criterion, cells in counts.items()}


def table(names: tuple[str, ...] = SETS) -> str:
    """A Markdown table of precision, recall and kappa."""
    rows = ["| set | criterion | precision | recall | kappa |", "|---|---|---|---|---|"]
    for name in names:
        for criterion, found in evaluate(name).items():
            rows.append(
                f"| {name} | {criterion} | {found.precision:.2f} | {found.recall:.2f} | {found.kappa:.2f} |"
            )
    return "\n".join(rows)


if __name__ == "__main__":
    print(table(tuple(sys.argv[1:]) or SETS))

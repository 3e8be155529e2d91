"""What was confused with what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple


class Confusion(NamedTuple):
    """What was at work, and what was ticked instead; "none" where there was nothing to set against it."""

    was: str
    seen: str


def confusions(judged: Iterable[tuple[Mapping[str, Any], Sequence[str]]]) -> Counter[Confusion]:
    """Each (fragment, ticked labels) for what was missed in it against what was ticked wrongly."""
    found: Counter[Confusion] = Counter()
    for fragment, ticked in judged:
        missed = [label for label in fragment["is"] if label not in ticked and label != "none"]
        wrong = [
            label
            for label in ticked
            if label not in fragment["is"] and label not in fragment["may"] and label != "none"
        ]
        found.update(Confusion(was, seen) for was in missed or ["none"] for seen in wrong or ["none"])
    del found[Confusion("none", "none")]
    return found


def arcs(found: Mapping[Confusion, int]) -> list[list[Any]]:
    """[one, other, how many times] for each pair that was confused, either way round."""
    pairs: Counter[tuple[str, ...]] = Counter()
    for one, count in found.items():
        pairs[tuple(sorted(one))] += count
    return [[*pair, count] for pair, count in pairs.most_common()]


def worst(found: Mapping[Confusion, int]) -> Confusion | None:
    """The pair that was confused most; of equals rather two labels than one that was only missed."""
    pairs = [(Confusion(one, other), count) for one, other, count in arcs(found)]
    return max(pairs, key=lambda pair: (pair[1], "none" not in pair[0]), default=(None, 0))[0]

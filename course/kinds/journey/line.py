"""The line of a journey: how each phase feels, and how it would feel with the gestures that were placed."""

from __future__ import annotations

from collections.abc import Mapping

LOW, HIGH = -2, 2
"""From very unpleasant to very pleasant."""


def lifted(
    feelings: Mapping[str, int], placed: Mapping[str, str], lifts: Mapping[str, int]
) -> dict[str, int]:
    """The feelings {phase: -2 to 2} of the phases in which something was `placed` ({card: phase}) that lifts them.

    A phase of which nobody said how it feels has no line to lift.
    """
    found: dict[str, int] = {}
    for card, phase in placed.items():
        if phase in feelings and lifts.get(card):
            found[phase] = min(HIGH, found.get(phase, feelings[phase]) + lifts[card])
    return found

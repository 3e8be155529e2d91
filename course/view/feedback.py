"""What a participant in a lesson is told of a check: first where it is wrong, then the answers with their reasons."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from course.answers import Checked, Reader
from course.exercise import Answer, Exercise
from course.i18n import Translator
from course.result import SIGNS, Item, Verdict


def feedback(exercise: Exercise, checked: Checked) -> dict[str, Any]:
    """The feedback on an answer of which the last check was `checked`, as data for the browser.

    The answers are there from the second check on, and as soon as everything is right. Until then neither reasons nor
    answers nor what was missed is in it.
    """
    answer = exercise.clean(checked.answer, Reader())
    result = exercise.check(answer)
    parts = [item for item in result.items if item.id]
    right = sum(item.verdict == "right" for item in parts)
    complete = bool(parts) and (checked.times > 1 or right == len(parts))
    if complete:
        items = [*result.items, *exercise.spared(answer)]
    else:
        items = [replace(item, reason="") for item in result.without_key().items]
    return {
        "answer": answer,
        "complete": complete,
        "items": [asdict(item) for item in items],
        "message": _told(exercise, answer, parts, right, complete) if parts else result.message,
    }


def _told(exercise: Exercise, answer: Answer, parts: list[Item], right: int, complete: bool) -> str:
    """The summary; it begins with how sure one was where that was asked, as in *Zeker, en 2 van 3 goed*."""
    summary = _summary(parts, right, complete, exercise.t)
    sure = exercise.sureness(answer)
    if not sure:
        return summary
    return exercise.t("{sure}, and {summary}").format(sure=sure, summary=summary[0].lower() + summary[1:])


def _summary(parts: list[Item], right: int, complete: bool, t: Translator) -> str:
    """How many are right, and what to do now."""
    if right == len(parts):
        return t("Everything is right.") if right > 1 else t("That is right.")
    count = t("{right} of {n} right.").format(right=right, n=len(parts))
    if len(parts) == 1:
        count = t("Not quite yet.")
    if complete:
        return " ".join([count, t("Now you see the answers and why.")])
    nudges: dict[Verdict, str] = {
        "wrong": t("Look again at what has {sign}."),
        "partial": t("Look again at what has {sign}."),
        "missed": t("There is more to find."),
        "open": t("Do the rest, and check again."),
    }
    here = {item.verdict for item in parts}
    verdict = next(verdict for verdict in nudges if verdict in here)
    return f"{count} {nudges[verdict].format(sign=SIGNS[verdict])}"

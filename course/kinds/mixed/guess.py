"""A Mixed by looks alone."""

from __future__ import annotations

from course.answers import Reader
from course.exercise import Answer
from course.kinds.mixed.exercise import Mixed
from course.kinds.ranking import Rank, favourites
from course.material import as_html


def guess(exercise: Mixed, rank: Rank) -> Answer:
    """For each fragment the most attractive label, and the most attractive of honest and not."""
    shown = exercise.content()["fragments"]
    told = {name: f"{as_html(one.get('seen', one['text']))} {one['fact']}" for name, one in shown.items()}
    labels = favourites(told, exercise.options, rank)
    honest = favourites(told, {"yes": exercise.honesty(True), "no": exercise.honesty(False)}, rank)
    answer = exercise.clean({}, Reader())
    answer["round"] = -(-len(told) // exercise.at_once)
    for turn, name in enumerate(told, start=1):
        answer["judged"][name] = {"turn": turn, "labels": [labels[name]], "honest": honest[name] == "yes"}
    return answer

"""What the asking criteria mark is what it seems to be: the coach is silent rather than wrong.

The labels are about whole texts. An act that the text should not have, marked where the label says that the criterion
is met, counts as a false mark. The phrases were chosen with `dev` and `calm` at hand, without `heldout` and `fresh`.
"""

import pytest

from course.coach.draft import Draft
from course.coach.nl.acts import of
from tests.coach.evaluate import load


def marked(kind):
    return lambda text: bool(of(text, kind))


def asks_first(text):
    return [act.kind for act in of(text, "request", "gift", "advice")][:1] == ["request"]


ACTS = {
    "pressure": ("no_pressure", marked("pressure")),
    "tied_gift": ("no_strings", marked("tied_gift")),
    "promise": ("concrete", marked("promise")),
    "request before any gift": ("gives_first", asks_first),
}


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize(("sets", "precision"), [(("dev",), 0.9), (("heldout", "fresh"), 0.9)])
def test_nine_in_ten_marks_are_right(act, sets, precision):
    criterion, sees = ACTS[act]
    labels = [row["labels"][criterion] for name in sets for row in load(name) if sees(Draft(row["text"]))]
    assert labels
    assert labels.count(False) / len(labels) >= precision


@pytest.mark.parametrize(
    ("act", "least"), {"pressure": 20, "tied_gift": 30, "promise": 5, "request before any gift": 25}.items()
)
def test_the_marks_are_not_so_careful_that_there_are_none(act, least):
    criterion, sees = ACTS[act]
    assert sum(sees(Draft(row["text"])) for row in load("dev") if not row["labels"][criterion]) >= least


def test_a_date_a_doctor_or_a_friendly_reminder_is_no_pressure():
    assert [row["text"] for row in load("calm") if of(Draft(row["text"]), "pressure")] == []

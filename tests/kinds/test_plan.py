"""A page of one's own answers: what was found, what is missing and where, and all of it as text."""

from dataclasses import replace

import pytest

from course.answers import Answers, Reader
from course.exercise import ExerciseError
from course.kinds import Plan

plan = Plan(
    "plan",
    "Maandagochtend",
    headings={"case": "Jouw zaak", "week": "Deze week"},
    sources={"case": ["case", "offer"], "week": ["week"]},
    earlier={"case": "Start", "offer": "Les 1", "week": "Les 2"},
    pages={"case": "00.ipynb", "offer": "01.ipynb", "week": "02.ipynb"},
)


def reaction(answers, text=""):
    return plan.react(plan.clean({"text": text}, Reader()), answers).data


def test_without_answers_it_says_what_is_missing_and_where(tmp_path):
    case, week = reaction(Answers(tmp_path))["parts"]
    start, first = ({"where": "Start", "page": "00.ipynb"}, {"where": "Les 1", "page": "01.ipynb"})
    assert (case["entries"], case["missing"]) == ([], [start, first])
    assert (week["heading"], week["missing"]) == ("Deze week", [{"where": "Les 2", "page": "02.ipynb"}])


def test_of_several_versions_the_newest_alone(tmp_path):
    newest = replace(plan, newest=["case"])

    def case():
        return newest.react(newest.clean({}, Reader()), Answers(tmp_path)).data["parts"][0]

    assert [one["where"] for one in case()["missing"]] == ["Start", "Les 1"]
    Answers(tmp_path).save("case", "reflect", {"text": "Een."})
    assert [one["text"] for one in case()["entries"]] == ["Een."]
    assert [one["where"] for one in case()["missing"]] == ["Les 1"]
    Answers(tmp_path).save("offer", "reflect", {"text": "Twee."})
    assert ([one["text"] for one in case()["entries"]], case()["missing"]) == (["Twee."], [])


def test_versions_stand_in_their_order(tmp_path):
    answers = Answers(tmp_path)
    answers.save("offer", "rewrite", {"text": "Twee.", "versions": []})
    answers.save("case", "owncase", {"fields": {}, "text": "Een."})
    answers.save("week", "choose", {"chosen": ["a"]})
    case, week = reaction(answers)["parts"]
    assert [(one["title"], one["text"]) for one in case["entries"]] == [("Start", "Een."), ("Les 1", "Twee.")]
    assert case["missing"] == []
    assert [one["where"] for one in week["missing"]] == ["Les 2"], "what has no text is not on the page"


def test_as_text_it_has_the_first_step_and_what_was_found(tmp_path):
    answers = Answers(tmp_path)
    answers.save("case", "reflect", {"text": "Een. <b>"})
    assert (
        reaction(answers, "Ik bel.")["plain"] == "Maandagochtend\n\nIk bel.\n\nJOUW ZAAK\n\nStart:\nEen. <b>"
    )


def test_from_an_assignment_the_lessons_are_looked_in(tmp_path):
    lessons = Answers(tmp_path / "modules" / "nl" / "answers")
    lessons.save("case", "reflect", {"text": "Een."})
    own = Answers(tmp_path / "exercises" / "nl" / "08-x" / "answers")
    assert reaction(own)["parts"][0]["entries"] == []
    handed_in = replace(plan, takes_along=True)
    assert handed_in.react(handed_in.clean({}, Reader()), own).data["parts"][0]["entries"] == [
        {"title": "Start", "text": "Een."}
    ]
    assert handed_in.clean({"earlier": "De hele pagina."}, Reader())["earlier"] == "De hele pagina."


@pytest.mark.parametrize(
    "page", ["javascript:harm()", "https://example.org/les.ipynb", "../les.ipynb", "les.html", 5]
)
def test_a_link_leads_to_a_notebook_beside_it_and_nowhere_else(page):
    with pytest.raises((ExerciseError, TypeError)):
        replace(plan, pages={"case": page})

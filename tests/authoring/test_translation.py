"""A second language holds texts only."""

import pytest

from course.assignment import assignment_in
from course.authoring import AuthoringError, notebook_from
from course.authoring.opening import manuscript
from tests.authoring.test_mistakes import DILEMMA, JOURNEY, MARK, REWRITE
from tests.authoring.texts import HEAD, SORT, put

EN_HEAD = """---
title: Lesson
language: en
goals: {give: You give something.}
---

# Lesson

Text.

"""
EN_SORT = """```{sort} forms
question: Where does it belong?
bins: {gift: Gift, trade: Trade}
cards:
  seeds: {text: Seeds at the door, why: Nobody asks anything back.}
  stamps: {text: Ten stamps, why: You have paid.}
```
"""
PLACE = "solutions/{}/01-les/01-les.md"
NL = HEAD + SORT.replace("goal: give", "goal: give\npoints: 2")


def both(root, nl, en, place=PLACE):
    put(root, nl, place.format("nl"))
    return put(root, en, place.format("en"))


def test_places_points_and_goals_come_from_the_first_language(tmp_path):
    found = assignment_in(notebook_from(both(tmp_path, NL, EN_HEAD + EN_SORT)))
    check = found.checks["forms"]
    assert found.language == "en"
    assert found.goals == {"give": "You give something."}
    assert (check.points, check.key) == (2, {"seeds": "gift", "stamps": "trade"})
    assert check.exercise.goal == "give"
    assert check.exercise.cards["stamps"] == "Ten stamps"
    assert check.reasons["seeds"] == "Nobody asks anything back."


def test_what_the_course_adds_is_in_the_language_of_the_text(tmp_path):
    notebook = notebook_from(both(tmp_path, NL, EN_HEAD + "## One\n\n" + EN_SORT))
    assert [cell.source for cell in notebook.cells if "(2 points)" in cell.source]
    first = [cell.source.splitlines()[0] for cell in notebook.cells if cell.cell_type == "code"]
    assert "# Exercise: begins by itself. If not: menu Run > Run All Cells" in first


NL_MAIL = """```{material} late
form: mail
from: Noor
subject: Schoenen
text: Loop ze in.
```
"""
EN_MAIL = """```{material} late
from: Noor
subject: Shoes
text: Wear them at home first.
```
"""


def test_the_form_of_a_material_comes_from_the_first_language(tmp_path):
    text = manuscript(both(tmp_path, HEAD + NL_MAIL, EN_HEAD + EN_MAIL, "modules/{}/01-les.md"))
    assert "Mail from Noor" in text.parts[-1].text
    read = "Mail from Noor From Noor Subject Shoes Wear them at home first."
    assert text.parts[-1].words == len(read.split())


def test_a_form_alone_is_not_translated(tmp_path):
    nl, en = (
        REWRITE.replace("criteria", "material: {form: page}\ncriteria"),
        REWRITE.replace("criteria: [personal]\n", ""),
    )
    text = manuscript(both(tmp_path, HEAD + nl, EN_HEAD + en, "modules/{}/01-les.md"))
    assert text.exercises[0].exercise.material == {"form": "page"}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("from:", "form: mail\nfrom:"), "form: This is the same in every language"),
        (("subject: Shoes\n", ""), "subject: The translation is missing"),
        (("{material} late", "{material} later"), "no exercise later"),
    ],
)
def test_a_material_that_is_translated_otherwise_is_a_mistake(tmp_path, change, words):
    path = both(tmp_path, HEAD + NL_MAIL, EN_HEAD + EN_MAIL.replace(*change), "modules/{}/01-les.md")
    with pytest.raises(AuthoringError, match=words):
        notebook_from(path)


@pytest.mark.parametrize(
    ("change", "line", "words"),
    [
        ((", why: You have paid.", ""), 15, "cards.stamps.why: The translation is missing"),
        (("  stamps: {text: Ten stamps, why: You have paid.}\n", ""), 13, "cards.stamps: The translation is missing"),
        (("  stamps:", "  stamp:"), 15, "cards.stamp: There is no stamp in the first language"),
        (("trade: Trade", "trade: Trade, loan: Loan"), 13, "no loan in the first language"),
        (("question:", "points: 2\nquestion:"), 12, "points: This is the same in every language"),
        (("text: Ten stamps", "in: trade, text: Ten stamps"), 16, "cards.stamps.in: This is the same"),
        (("question:", "hint: Look.\nquestion:"), 12, "hint: This field is not in the first language"),
        (("question: Where", "question: 12\nx: Where"), 12, "x: This field is not"),
        (("{sort} forms", "{sort} form"), 11, "no exercise form"),
        (("{sort}", "{match}"), 11, "In the first language this is a sort"),
    ],
)  # fmt: skip
def test_what_is_missing_extra_or_renamed_is_a_mistake(tmp_path, change, line, words):
    assert change[0] in EN_SORT
    path = both(tmp_path, NL, EN_HEAD + EN_SORT.replace(*change, 1))
    with pytest.raises(AuthoringError) as told:
        notebook_from(path)
    assert [one for one in str(told.value).splitlines() if words in one], told.value
    assert str(told.value).count(str(path)) == len(str(told.value).splitlines())


def test_an_exercise_that_is_not_translated_is_a_mistake(tmp_path):
    with pytest.raises(AuthoringError, match="forms of the first language is missing"):
        notebook_from(both(tmp_path, NL, EN_HEAD))


def test_a_goal_that_is_not_translated_is_a_mistake(tmp_path):
    head = EN_HEAD.replace("goals: {give: You give something.}\n", "")
    with pytest.raises(AuthoringError, match="goals: The translation is missing"):
        notebook_from(both(tmp_path, NL, head + EN_SORT))


def test_a_text_that_the_first_language_does_not_have_is_a_mistake(tmp_path):
    with pytest.raises(AuthoringError, match="does not exist in the first language"):
        notebook_from(put(tmp_path, EN_HEAD, "modules/en/09-les.md"))


def test_marked_passages_stand_in_the_text_of_each_language(tmp_path):
    english = """```{mark} page
question: What is this?
labels: {gift: {text: Gift, why: It is free.}}
text: "Call us. [Take this.]{gift}"
```
"""
    place = "modules/{}/01-les.md"
    notebook = notebook_from(both(tmp_path, HEAD + MARK, EN_HEAD + english, place))
    assert "key={'gift': ['Take this.']}" in notebook.cells[-1].source
    with pytest.raises(AuthoringError, match="passages that are marked differ"):
        notebook_from(
            both(tmp_path, HEAD + MARK, EN_HEAD + english.replace("[Take this.]{gift}", "Take this."), place)
        )


def test_a_scene_graph_and_a_journey_are_translated_text_by_text(tmp_path):
    english = """```{journey} road
question: Where do you put it?
phases: {before: {text: Before}, after: {text: After}}
cards:
  tip: {text: A tip, why: Then it helps.}
  note: {text: A card, why: Then it fits.}
```

```{dilemma} case
question: What do you do?
scenes:
  start:
    text: You get a voucher.
    choices: {keep: {text: Keep}, give: {text: Give}}
  later:
    text: He calls.
    choices: {help: {text: Help}, wait: {text: Wait}}
rule: {text: Ask., basis: Code, date: November 2026}
```
"""
    place = "modules/{}/01-les.md"
    notebook = notebook_from(both(tmp_path, HEAD + JOURNEY + "\n" + DILEMMA, EN_HEAD + english, place))
    road, case = (cell.source for cell in notebook.cells[-2:])
    assert "key={'tip': 'before', 'note': 'after'}" in road
    assert "'next': 'later'" in case
    assert "Houden" not in case

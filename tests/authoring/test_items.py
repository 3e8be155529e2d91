"""Exercises that stand in more than one text and are written once: ``{items} name``."""

import pytest

from course.authoring import AuthoringError, notebook_from
from course.authoring.library import manuscripts
from course.authoring.opening import manuscript
from tests.authoring.texts import put

LIST = """```{choose} pick
goal: give
points: 1
mix-ups: {yes: no-thanks}
question: Wat kies je?
options:
  yes: {text: Ja graag, right: true, why: Dat kan.}
  no-thanks: {text: Liever niet, why: Dat kan ook.}
```
"""
TEST = """---
title: Toets
language: nl
test: true
goals: {give: Geven}
---

# Toets

## Vragen

```{items} half-a
```
"""
LESSON = """---
title: Start
language: nl
---

# Start

## Toets

```{items} 00-toets
```
"""
LOOKBACK = """
```{lookback} back
question: Hoeveel goed?
begin: 00-toets
end: 08-toets
limits: Weinig.
```
"""
SHEETS = {
    "solutions/nl/half-a.md": LIST,
    "solutions/nl/half-b.md": LIST.replace("pick", "other"),
    "solutions/nl/00-toets/00-toets.md": TEST,
    "solutions/nl/08-toets/08-toets.md": TEST.replace("half-a", "half-b"),
    "modules/nl/00-start.md": LESSON,
    "modules/nl/08-eind.md": LESSON.replace("00-toets", "08-toets") + LOOKBACK,
}


def course(root, **changed):
    sheets = {**SHEETS, **{name.replace("__", "/"): text for name, text in changed.items()}}
    return {name: put(root, text, name) for name, text in sheets.items()}


def ids(path):
    return [one.exercise.id for one in manuscript(path).exercises]


def test_an_assignment_has_the_exercises_of_its_list_with_key_and_points(tmp_path):
    (one,) = manuscript(course(tmp_path)["solutions/nl/00-toets/00-toets.md"]).exercises
    assert (one.exercise.key, one.points, one.exercise.goal) == (["yes"], 1, "give")


def test_a_lesson_has_them_without_key_reasons_points_or_goal(tmp_path):
    path = course(tmp_path)["modules/nl/00-start.md"]
    (one,) = manuscript(path).exercises
    assert (one.exercise.key, one.exercise.reasons, one.points, one.exercise.goal) == (None, {}, 0, "")
    told = "\n".join(cell.source for cell in notebook_from(path).cells)
    assert "Dat kan" not in told
    assert "punt" not in told


def test_it_stands_in_both_under_one_id(tmp_path):
    course(tmp_path)
    assert [[one.exercise.id for one in text.exercises] for text in manuscripts(tmp_path)] == [
        ["pick"],
        ["other", "back"],
        ["pick"],
        ["other"],
    ]


def test_two_assignments_may_not_share_one(tmp_path):
    last = LESSON.replace("00-toets", "08-toets")
    course(tmp_path, **{"solutions/nl/08-toets/08-toets.md": TEST, "modules/nl/08-eind.md": last})
    with pytest.raises(AuthoringError, match="pick"):
        manuscripts(tmp_path)


def test_the_halves_change_places_with_two_words(tmp_path):
    swapped = {
        "solutions/nl/00-toets/00-toets.md": TEST.replace("half-a", "half-b"),
        "solutions/nl/08-toets/08-toets.md": TEST,
    }
    paths = course(tmp_path, **swapped)
    assert ids(paths["modules/nl/00-start.md"]) == ["other"]
    back = manuscript(paths["modules/nl/08-eind.md"]).exercises[-1].exercise
    assert (list(back.begin["items"]), list(back.end["items"])) == (["other"], ["pick"])


def test_what_looks_back_has_questions_keys_and_reasons(tmp_path):
    back = manuscript(course(tmp_path)["modules/nl/08-eind.md"]).exercises[-1].exercise
    assert back.begin == {
        "name": "00-toets",
        "title": "Toets",
        "goals": {"give": "Geven"},
        "items": {
            "pick": {
                "goal": "give",
                "question": "Wat kies je?",
                "options": {"yes": "Ja graag", "no-thanks": "Liever niet"},
                "key": "yes",
                "reasons": {"yes": "Dat kan.", "no-thanks": "Dat kan ook."},
            }
        },
    }


MISTAKES = {
    "no-such-text": ("modules/nl/00-start.md", "{items} 00-toets", "{items} niets", ":10: Er is geen niets"),
    "no-such-test": (
        "modules/nl/08-eind.md",
        "begin: 00-toets",
        "begin: x",
        ":15: begin: Er is geen opdracht x.",
    ),
    "mix-up": (
        "solutions/nl/half-a.md",
        "yes: no-thanks}",
        "yes: nix}",
        ":4: mix-ups.yes: Hier bestaat geen nix",
    ),
    "no-points": ("solutions/nl/half-a.md", "points: 1\n", "", ":1: "),
    "colon": ("solutions/nl/half-a.md", "question: Wat", "question: Wat: ", ":5: "),
    "itself": ("solutions/nl/half-a.md", LIST, "```{items} half-a\n```\n", ":1: Er is geen half-a"),
}


@pytest.mark.parametrize(("name", "old", "new", "told"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_where_it_was_written(tmp_path, name, old, new, told):
    course(tmp_path, **{name: SHEETS[name].replace(old, new)})
    with pytest.raises(AuthoringError) as caught:
        manuscripts(tmp_path)
    assert f"{tmp_path / name}{told}" in str(caught.value)

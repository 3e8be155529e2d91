"""Start against end test: two small assignments, written in blocks and handed in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from course.authoring import notebook_from
from course.authoring.write import write
from course.exercise import Answer
from course.report.page import render
from tests.fixture import course_in
from tests.report.conftest import facts_in
from tests.report.group import Group
from tests.report.test_report import plots, text_of

GOALS = """\
goals:
  know: Je kent de regel.
  use: Je past de regel toe.
  other: Je doet iets anders.
"""
TEXT = """\
---
title: {title}
language: nl
{header}---

# {title}

## Vraag 1

```{{choose}} {name}-one
question: Wat klopt?
goal: know
points: 1
options:
  a: {{text: Dit, right: true, why: Daarom.}}
  b: {{text: Dat, why: Daarom niet.}}
```

## Vraag 2

```{{sort}} {name}-two
question: Waar hoort het?
goal: {goal}
points: {points}
bins: {{x: Xa, y: Ya}}
cards:
  p: {{text: Pa, in: x, why: Daarom.}}
  q: {{text: Qu, in: y, why: Daarom.}}
  r: {{text: Er, in: x, why: Daarom.}}
  s: {{text: Es, in: y, why: Daarom.}}
```
"""
RIGHT = {"p": "x", "q": "y", "r": "x", "s": "y"}
# (choice, cards right) at the start and at the end.
PEOPLE = {
    "an": (("b", 1), ("a", 3)),
    "bo": (("b", 2), ("b", 4)),
    "cas": (("a", 2), ("a", 2)),
    "dee": (("b", 0), ("a", 2)),
    "eef": (("a", 4), ("b", 4)),
    "fen": (("b", 1), ("a", 4)),
}


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Group:
    made = Group(course_in(tmp_path_factory.mktemp("growth")))
    # The end test weighs its second question twice, so points and shares differ.
    author(made, "begin", 4, "use")
    author(made, "eind", 8, "use", "compare-with: begin\n")
    author(made, "los", 4, "other", "compare-with: bestaat-niet\n")
    with made.gradebook() as book:
        for name in ("begin", "eind", "los"):
            made.announce(book, name)
        for who, (start, end) in PEOPLE.items():
            made.hand_in(book, "begin", who, answers("begin", *start))
            made.hand_in(book, "eind", who, answers("eind", *end))
        made.hand_in(book, "begin", "alleen-begin", answers("begin", "a", 4))
        made.hand_in(book, "eind", "alleen-eind", answers("eind", "a", 4))
        made.hand_in(book, "los", "an", answers("los", "a", 4))
    return made


def author(course: Group, name: str, points: int, goal: str, header: str = "") -> None:
    path = course.root / "solutions" / "nl" / name / f"{name}.md"
    path.parent.mkdir(parents=True)
    text = TEXT.format(title=name.title(), header=header + GOALS, name=name, goal=goal, points=points)
    path.write_text(text, "utf-8")
    write(notebook_from(path), path.with_suffix(".ipynb"))


def answers(name: str, chosen: str, right: int) -> dict[str, Answer]:
    other = {"x": "y", "y": "x"}
    placed = {card: place if at < right else other[place] for at, (card, place) in enumerate(RIGHT.items())}
    return {f"{name}-one": {"chosen": [chosen], "confidence": "sure"}, f"{name}-two": {"placed": placed}}


def test_shares_are_paired_within_people(course: Group) -> None:
    found = facts_in(course, "eind").comparison
    assert found is not None
    before = [((chosen == "a") + right) / 5 for (chosen, right), _end in PEOPLE.values()]
    after = [((chosen == "a") + 2 * right) / 9 for _start, (chosen, right) in PEOPLE.values()]
    assert found.whole.before == pytest.approx(before)
    assert found.whole.after == pytest.approx(after)
    assert found.whole.difference.value == pytest.approx(sum(after) / 6 - sum(before) / 6)
    assert found.not_paired == 2


def test_each_goal_that_both_tests_have_is_compared(course: Group) -> None:
    found = facts_in(course, "eind").comparison
    assert found is not None
    know, use = found.goals
    assert (know.name, know.start, know.end) == (
        "Je kent de regel.",
        pytest.approx(2 / 6),
        pytest.approx(4 / 6),
    )
    assert (use.name, use.start, use.end) == (
        "Je past de regel toe.",
        pytest.approx(10 / 24),
        pytest.approx(19 / 24),
    )


def test_the_page_tells_it_and_its_limits(course: Group) -> None:
    html = render(facts_in(course, "eind"))
    told = text_of(html)
    assert "6 deelnemers maakten beide toetsen" in told
    assert "95%-interval" in told
    assert "Een verschil bewijst niet dat de cursus het veroorzaakte." in told
    assert "2 deelnemers tellen niet mee" in told
    assert "Met 6 deelnemers is het interval ruw." in told
    lines = plots(html)["figure-lines"]["data"]
    assert len(lines) == len(PEOPLE) + 1


def test_the_anonymous_page_has_no_line_for_each_person(course: Group) -> None:
    html = render(replace(facts_in(course, "eind"), anonymous=True))
    assert "figure-lines" not in plots(html)
    assert "figure-growth" in plots(html)
    assert "alleen-eind" not in text_of(html)


def test_a_start_test_that_does_not_exist_is_told(course: Group) -> None:
    assert "De begintoets “bestaat-niet” staat niet in het cijferboek" in text_of(
        render(facts_in(course, "los"))
    )


def test_without_a_start_test_there_is_no_such_part(course: Group) -> None:
    assert "Van begin naar eind" not in text_of(render(facts_in(course, "begin")))


def test_answers_to_a_choice_are_in_the_confusion(course: Group) -> None:
    told = text_of(render(facts_in(course, "eind")))
    assert "Wat klopt?" in told or "Vraag 1" in told
    assert "Dat (2×)" in told

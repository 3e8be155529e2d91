"""Start against end test: two small assignments, written, handed out, handed in and graded."""

from __future__ import annotations

from dataclasses import replace

import pytest

from course.answers import Answers
from course.authoring import notebook_from
from course.authoring.write import write
from course.grading.site import Site
from course.report.facts import Facts, facts_of
from course.report.page import render
from tests.grading.course import Course
from tests.report.test_report import plots, text_of

GOALS = """\
goals:
  know: Je kent de regel.
  use: Je past de regel toe.
"""
TEXT = """\
---
title: {title}
{header}---

# {title}

```{{code-cell}}
from course import Choose, Sort
```

## Vraag 1

```{{code-cell}}
{name}_one = Choose("{name}-one", "Wat klopt?", goal="know", options={{"a": "Dit", "b": "Dat"}})
{name}_one
```

```{{code-cell}}
### BEGIN HIDDEN TESTS
{name}_one.check(points=1, key=["a"])
### END HIDDEN TESTS
```

## Vraag 2

```{{code-cell}}
{name}_two = Sort(
    "{name}-two",
    "Waar hoort het?",
    goal="{goal}",
    bins={{"x": "X", "y": "Y"}},
    cards={{"p": "P", "q": "Q", "r": "R", "s": "S"}},
)
{name}_two
```

```{{code-cell}}
### BEGIN HIDDEN TESTS
{name}_two.check(points={points}, key={{"p": "x", "q": "y", "r": "x", "s": "y"}})
### END HIDDEN TESTS
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
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    made = Course(tmp_path_factory.mktemp("growth"))
    # The end test weighs its second question twice, so points and shares differ.
    author(made, "begin", 4, "use", GOALS)
    author(made, "eind", 8, "use", f"compare_with: begin\n{GOALS}")
    author(made, "los", 4, "other", "compare_with: bestaat-niet\n")
    for name in ("begin", "eind", "los"):
        made.run("generate_assignment", name)
    for who, (start, end) in PEOPLE.items():
        hand_in(made, who, "begin", *start)
        hand_in(made, who, "eind", *end)
    hand_in(made, "alleen-begin", "begin", "a", 4)
    hand_in(made, "alleen-eind", "eind", "a", 4)
    hand_in(made, "an", "los", "a", 4)
    for name in ("begin", "eind", "los"):
        made.run("autograde", name)
    return made


def author(course: Course, name: str, points: int, goal: str, header: str) -> None:
    path = course.make("solutions", "nl", name) / f"{name}.md"
    path.write_text(
        TEXT.format(title=name.title(), header=header, name=name, goal=goal, points=points), "utf-8"
    )
    write(notebook_from(path), course.make("course", "solutions", "nl", name) / f"{name}.ipynb")


def hand_in(course: Course, who: str, name: str, chosen: str, right: int) -> None:
    folder = course.make("course", "submitted", who, name)
    released = course.root / "exercises" / "nl" / name / f"{name}.ipynb"
    (folder / released.name).write_bytes(released.read_bytes())
    other = {"x": "y", "y": "x"}
    placed = {card: place if at < right else other[place] for at, (card, place) in enumerate(RIGHT.items())}
    answers = Answers(folder / "answers")
    answers.save(f"{name}-one", "choose", {"chosen": [chosen], "confidence": "sure"})
    answers.save(f"{name}-two", "sort", {"placed": placed})


def facts(course: Course, name: str) -> Facts:
    site = Site(course.root)
    with site.gradebook(new=False) as book:
        return facts_of(site, book, name)


def test_shares_are_paired_within_people(course: Course) -> None:
    found = facts(course, "eind").comparison
    assert found is not None
    assert found.start == "Begin"
    before = [((chosen == "a") + right) / 5 for (chosen, right), _end in PEOPLE.values()]
    after = [((chosen == "a") + 2 * right) / 9 for _start, (chosen, right) in PEOPLE.values()]
    assert found.whole.before == pytest.approx(before)
    assert found.whole.after == pytest.approx(after)
    assert found.whole.difference.value == pytest.approx(sum(after) / 6 - sum(before) / 6)
    assert found.not_paired == 2


def test_each_goal_that_both_tests_have_is_compared(course: Course) -> None:
    found = facts(course, "eind").comparison
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


def test_the_page_tells_it_and_its_limits(course: Course) -> None:
    html = render(facts(course, "eind"))
    told = text_of(html)
    assert "6 deelnemers maakten beide toetsen" in told
    assert "95%-interval" in told
    assert "Een verschil bewijst niet dat de cursus het veroorzaakte." in told
    assert "2 deelnemers tellen niet mee" in told
    assert "Met 6 deelnemers is het interval ruw." in told
    lines = plots(html)["figuur-lijnen"]["data"]
    assert len(lines) == len(PEOPLE) + 1


def test_the_anonymous_page_has_no_line_for_each_person(course: Course) -> None:
    html = render(replace(facts(course, "eind"), anonymous=True))
    assert "figuur-lijnen" not in plots(html)
    assert "figuur-groei" in plots(html)
    assert "alleen-eind" not in text_of(html)


def test_a_start_test_that_does_not_exist_is_told(course: Course) -> None:
    assert "De begintoets “bestaat-niet” staat niet in het cijferboek" in text_of(
        render(facts(course, "los"))
    )


def test_without_a_start_test_there_is_no_such_part(course: Course) -> None:
    assert "Van begin naar eind" not in text_of(render(facts(course, "begin")))


def test_answers_to_a_choice_are_in_the_confusion(course: Course) -> None:
    told = text_of(render(facts(course, "eind")))
    assert "Wat klopt?" in told or "Vraag 1" in told
    assert "Dat (2×)" in told

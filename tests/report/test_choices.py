"""What was chosen against what the key says, on answers counted by hand."""

from __future__ import annotations

import pytest

from course.assignment import Check
from course.exercise import Answer, Exercise
from course.i18n import translator
from course.kinds.choose.exercise import Choose
from course.kinds.experiment.exercise import Experiment
from course.kinds.journey.exercise import Journey
from course.kinds.mark.exercise import Mark
from course.kinds.match.exercise import Match
from course.kinds.order.exercise import Order
from course.kinds.reflect.exercise import Reflect
from course.kinds.rewrite.exercise import Rewrite
from course.kinds.sort.exercise import Sort
from course.report.answers import Completeness, completeness
from course.report.choices import Choices, choices_in
from course.report.elements import matrix

T = translator("nl")
SORT = Sort(
    "a-sort", "?", bins={"g": "Cadeau: van jou", "r": "Ruil"}, cards={"one": "Kaart 1", "two": "Kaart 2"}
)
SORTED = Check(SORT, key={"one": "g", "two": "r"}, reasons={"one": "Daarom."})


def of(check: Check, *answers: Answer) -> Choices:
    found = choices_in(check, answers, T)
    assert found is not None
    return found


def test_sort_counts_what_was_taken_for_what() -> None:
    found = of(
        SORTED,
        {"placed": {"one": "r", "two": "r"}},
        {"placed": {"one": "r"}},
        {"placed": {"one": "g", "two": "g"}},
        {"placed": {}},
    )
    assert found.people == 3, "who left it empty chose nothing"
    assert found.columns == ["Cadeau", "Ruil"]
    assert [(row.label, row.counts, row.nothing) for row in found.rows] == [
        ("Cadeau", (1, 2), 0),
        ("Ruil", (1, 1), 1),
    ]
    pair = found.most_confused
    assert pair is not None
    assert (pair.right, pair.chosen, pair.count, pair.total) == ("Cadeau", "Ruil", 2, 3)
    first = found.worst_first[0]
    assert (first.label, first.right, first.wrong, first.nothing) == ("Kaart 1", 1, 2, 0)
    assert (first.wrong_as, first.wrong_count, first.reason) == ("Ruil", 2, "Daarom.")


def test_nobody_confused_is_no_pair() -> None:
    found = of(SORTED, {"placed": {"one": "g", "two": "r"}})
    assert found.most_confused is None
    assert found.hardest is None
    assert choices_in(SORTED, [{"placed": {}}], T) is None


def test_where_several_places_are_right_none_is_confused() -> None:
    journey = Journey("a-journey", "?", phases={"a": "Eerst", "b": "Dan", "c": "Later"}, cards={"x": "Kaart"})
    check = Check(journey, key={"x": ["a", "b"]})
    placed = [{"placed": {"x": place}, "motives": {}, "feelings": {}} for place in ("a", "b", "c")]
    found = of(check, *placed)
    assert {row.label: row.counts for row in found.rows} == {"Eerst": (1, 0, 1), "Dan": (0, 1, 0)}
    assert found.parts[0].right_as == "Eerst of Dan"
    assert found.parts[0].right == 2


def test_match_has_a_row_for_each_left() -> None:
    match = Match(
        "a-match", "?", left={"x": "Links X", "y": "Links Y"}, right={"p": "P: rest", "q": "Q", "r": "R"}
    )
    found = of(Check(match, key={"x": "p", "y": "q"}), {"pairs": {"x": "q", "y": "q"}}, {"pairs": {"x": "p"}})
    assert [(row.counts, sorted(row.right), row.nothing) for row in found.rows] == [
        ((1, 1, 0), [0], 0),
        ((0, 1, 0), [1], 1),
    ]
    assert found.parts[0].right_as == "P: rest", "no explanation is cut off a partner"


def test_mark_tells_missed_mistaken_and_too_much() -> None:
    mark = Mark(
        "a-mark",
        "?",
        text="Dit is een cadeau. Dit is een vraag. Dit is niets.",
        labels={"g": "Cadeau", "q": "Vraag"},
    )
    check = Check(
        mark, key={"g": ["Dit is een cadeau."], "q": ["Dit is een vraag."]}, reasons={"g": "Zonder prijs."}
    )
    found = of(
        check,
        {"marks": [{"from": 0, "to": 3, "label": "g"}, {"from": 8, "to": 10, "label": "g"}]},
        {"marks": [{"from": 1, "to": 3, "label": "q"}]},
    )
    by_label = {part.label: part for part in found.parts}
    gift = by_label["“Dit is een cadeau.”"]
    assert (gift.right, gift.wrong, gift.nothing, gift.wrong_as) == (1, 1, 0, "Vraag")
    missed = by_label["“Dit is een vraag.”"]
    assert (missed.right, missed.nothing) == (0, 2)
    extra = by_label["“Dit is niets.”"]
    assert (extra.right_as, extra.right, extra.wrong, extra.wrong_as) == ("geen label", 1, 1, "Cadeau")
    assert [(row.label, row.counts, row.nothing) for row in found.rows] == [
        ("Cadeau", (1, 1), 0),
        ("Vraag", (0, 0), 2),
        ("Geen label", (1, 0), 1),
    ]
    last = matrix(found, T).rows[-1][1]
    assert [cell.right for cell in last] == [False, False, True], "leaving it alone was right"


def test_choose_gives_the_reason_of_the_wrong_option() -> None:
    choose = Choose("a-choice", "Wat klopt?\n\nKies.", options={"x": "X", "y": "Y"})
    answers = [{"chosen": [one], "confidence": None} for one in ("x", "y", "y")]
    found = of(Check(choose, key=["x"], reasons={"y": "Y is oud."}), *answers)
    (part,) = found.parts
    assert (part.label, part.right, part.wrong, part.wrong_as, part.reason) == (
        "Wat klopt?",
        1,
        2,
        "Y",
        "Y is oud.",
    )


def test_choose_many_looks_at_each_option() -> None:
    choose = Choose("a-choice", "Wat klopt?", options={"x": "X", "y": "Y"}, many=True)
    found = of(Check(choose, key=["x"]), {"chosen": ["x", "y"]}, {"chosen": ["y"]})
    by_label = {part.label: part for part in found.parts}
    assert (by_label["X"].right, by_label["X"].wrong_as) == (1, "niet gekozen")
    assert (by_label["Y"].right, by_label["Y"].wrong_as) == (0, "gekozen")


def test_order_tells_what_a_step_was_put_behind() -> None:
    order = Order("an-order", "?", steps={"c": "Drie.", "a": "Een.", "b": "Twee."})
    check = Check(order, key=["a", "b", "c"], reasons={"b": "Na een komt twee."})
    found = of(check, {"order": ["a", "b", "c"]}, {"order": ["a", "c", "b"]}, {"order": ["a", "c"]})
    by_label = {part.label: part for part in found.parts}
    assert (by_label["Een."].right_as, by_label["Een."].right) == ("als eerste", 3)
    two = by_label["Twee."]
    assert (two.right_as, two.right, two.wrong, two.nothing) == ("achter ‘Een’", 1, 1, 1)
    assert (two.wrong_as, two.reason) == ("achter ‘Drie’", "Na een komt twee.")


def test_an_experiment_tells_which_conclusion_was_drawn() -> None:
    lab = Experiment("a-lab", "Hoe vaak?", simulation="stock", options={"a": "Vaak.", "b": "Soms."})
    right = lab.model(["a"])
    answers = [right, {**right, "conclusion": "b"}, {**right, "tried": []}]
    (part,) = of(Check(lab, key=["a"], reasons={"a": "Reken maar na."}), *answers).parts
    assert (part.right_as, part.right, part.wrong, part.nothing) == ("Vaak.", 1, 1, 1)
    assert (part.wrong_as, part.reason) == ("Soms.", "Reken maar na.")


@pytest.mark.parametrize("exercise", [Reflect("a-text", "?"), Rewrite("a-text", "?", original="Iets.")])
def test_what_is_written_has_no_choices(exercise: Exercise) -> None:
    assert choices_in(Check(exercise), [{"text": "Iets heel anders."}], T) is None


def test_a_journey_without_a_key_has_no_choices() -> None:
    journey = Journey("a-journey", "?", phases={"a": "Eerst", "b": "Dan"}, cards={"x": "Kaart"})
    assert choices_in(Check(journey), [{"placed": {"x": "a"}, "motives": {}, "feelings": {}}], T) is None


def test_the_words_around_choices_are_those_of_the_language() -> None:
    choose = Choose("a-choice", "What is right?", options={"x": "X", "y": "Y"}, many=True, language="en")
    found = choices_in(Check(choose, key=["x"]), [{"chosen": ["y"]}], translator("en"))
    assert found
    assert [(part.right_as, part.wrong_as) for part in found.parts] == [
        ("choose", "not chosen"),
        ("do not choose", "chosen"),
    ]


def test_feelings_that_earn_nothing_leave_a_journey_whole() -> None:
    journey = Journey("a-journey", "?", phases={"a": "Eerst", "b": "Dan"}, cards={"x": "Kaart"})
    placed = {"placed": {"x": "a"}, "motives": {"x": "Omdat het hier past"}, "feelings": {}}
    without_motive = {**placed, "motives": {}}
    only_feelings = {"placed": {}, "motives": {}, "feelings": {"a": 1}}
    nothing = {"placed": {}, "motives": {}, "feelings": {}}
    found = completeness(journey, [placed, without_motive, only_feelings, nothing])
    assert found == Completeness(whole=1, partly=2, empty=1)


def test_completeness_counts_whole_partly_and_empty() -> None:
    placed = [{}, {"one": "g"}, {"one": "g", "two": "g"}, {"one": "r", "two": "r"}]
    found = completeness(SORT, [{"placed": one} for one in placed])
    assert found == Completeness(whole=2, partly=1, empty=1)
    assert found.people == 4

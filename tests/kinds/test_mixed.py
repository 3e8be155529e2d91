from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import pairwise
from random import Random

import pytest

from course.answers import Answers, Reader
from course.authoring.markdown import RawBlock
from course.authoring.opening import manuscript
from course.authoring.reading import block_in
from course.exercise import ExerciseError
from course.kinds.mixed.confusion import Confusion, arcs, confusions, worst
from course.kinds.mixed.sample import sample
from tests.kinds.examples import EXAMPLES, fragment, mixed
from tests.model_answers import ROOT

LESSON = ROOT / "modules" / "nl" / "07-gemengd.md"
BLOCK = """question: Wat?
labels: {a: {text: Aap, why: Een staart.}, b: {text: Beer, why: Een vacht.}}
pairs: {ab: {of: [a, b], advice: Kijk naar de staart.}}
fragments:
  one: {name: Een, text: Iets., is: {a: Daarom.}, not: {b: Geen vacht.}, honest: true, why: Het klopt.}
  two: {name: Twee, material: {form: note, text: Briefje.}, is: {none: Niets.}, honest: false, why: Het klopt niet.}
"""
LOOKING = {"fragment": None, "labels": [], "honest": None}


def cleaned(**fields):
    reader = Reader()
    return mixed.clean(fields, reader), reader.problems


def judging(turn, *labels, honest=True):
    return {"turn": turn, "labels": list(labels), "honest": honest}


def reaction(exercise=mixed, **fields):
    answer = exercise.clean({"seed": 3, **fields}, Reader())
    return exercise.react(answer, Answers()).data


def mistakes_in(body):
    mistakes = []
    block = block_in(RawBlock("mixed", "mix", body, 1), None, mistakes)
    return block, [str(mixed.t(one.what)) for one in mistakes]


def played(exercise, rounds, seed=1, skill=1.0):
    """The fragments of each round, as somebody of a skill gets them."""
    random, answer, seen = Random(seed), exercise.clean({"seed": seed}, Reader()), []
    for number in range(1, rounds + 1):
        answer["round"], shown = number, []
        while name := exercise.current(answer):
            right = random.random() < skill
            there = [label for label in exercise.options if label in exercise.fragments[name]["is"]]
            labels = there if right else ["liking"]
            turn = (number - 1) * exercise.at_once + len(shown) + 1
            answer["judged"][name] = judging(turn, *labels, honest=exercise.fragments[name]["honest"])
            shown.append(name)
        seen.append(shown)
    return seen, answer


# What comes when -------------------------------------------------------------------------------


def test_nothing_comes_twice_before_everything_came_once():
    rounds, _answer = played(lesson(), 3)
    assert [len(one) for one in rounds] == [10, 10, 10]
    assert len({name for one in rounds for name in one}) == 30


def test_after_everything_came_once_what_went_wrong_comes_first_and_the_longest_ago_before():
    exercise = replace(mixed, size=1)
    answer, _ = cleaned(seed=3)
    answer["round"] = 5
    answer["judged"] = {"soup": judging(1, "gift"), "queue": judging(3, "expert"), "sign": judging(2, "gift")}
    assert exercise.current(answer) == "sign"
    answer["judged"]["sign"] = judging(2, "none")
    assert exercise.current(answer) == "queue"
    answer["judged"]["queue"] = judging(3, "gift", "crowd", honest=False)
    assert exercise.current(answer) == "soup"


def test_a_round_holds_other_fragments_than_the_one_before():
    rounds, _answer = played(lesson(), 9, skill=0.5)
    for before, now in pairwise(rounds):
        assert not set(before) & set(now)


def test_chance_follows_from_the_seed_and_nothing_jumps():
    answer, _ = cleaned(seed=5)
    assert {mixed.current(answer) for _again in range(5)} == {mixed.current(answer)}
    firsts = Counter(lesson().current(lesson().clean({"seed": seed}, Reader())) for seed in range(200))
    assert len(firsts) > 20


def test_what_one_looks_at_stays_although_something_else_would_come_first():
    first = mixed.current(cleaned(seed=3)[0])
    other = next(name for name in mixed.fragments if name != first)
    now = {"fragment": other, "labels": ["gift"], "honest": None}
    answer, problems = cleaned(seed=3, now=now)
    assert (mixed.current(answer), answer["now"], problems) == (other, now, [])


# The answer ------------------------------------------------------------------------------------


def test_a_judgement_needs_labels_and_honesty():
    judged = {"soup": judging(1), "queue": judging(2, "gift", honest=None), "sign": judging(3, "none")}
    assert [*cleaned(round=2, judged=judged)[0]["judged"]] == ["sign"]


def test_that_there_is_none_goes_with_nothing_else_and_labels_keep_their_order():
    answer, _ = cleaned(judged={"queue": judging(1, "none", "crowd", "gift")})
    assert answer["judged"]["queue"]["labels"] == ["gift", "crowd"]


def test_two_judgements_cannot_have_one_turn_or_lie_beyond_the_round():
    judged = {"soup": judging(1, "gift"), "queue": judging(1, "gift"), "sign": judging(3, "none")}
    assert [*cleaned(judged=judged)[0]["judged"]] == ["soup"]


def test_a_full_round_takes_no_more():
    judged = {"soup": judging(1, "gift"), "queue": judging(2, "gift")}
    now = {"fragment": "sign", "labels": ["none"], "honest": True}
    assert cleaned(judged=judged, now=now)[0]["now"] == LOOKING
    assert cleaned(judged=judged, now={**now, "fragment": "soup"})[0]["now"]["fragment"] == "soup"


# Verdicts --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "labels", "told"),
    [
        ("soup", ["gift"], {"gift": "right"}),
        ("soup", ["gift", "crowd"], {"gift": "right", "crowd": "right"}),
        ("soup", ["crowd"], {"gift": "missed", "crowd": "right"}),
        ("queue", ["gift"], {"gift": "right", "crowd": "missed", "expert": "left"}),
        ("queue", ["crowd", "expert"], {"gift": "missed", "crowd": "right", "expert": "wrong"}),
        ("queue", ["none"], {"gift": "missed", "crowd": "missed", "expert": "left", "none": "wrong"}),
        ("sign", ["none"], {"none": "right"}),
        ("sign", ["gift"], {"gift": "wrong", "none": "missed"}),
    ],
)
def test_each_label_that_is_there_or_was_ticked_has_its_verdict(name, labels, told):
    items = mixed.verdicts(name, judging(1, *labels))
    assert {item.id: item.verdict for item in items if item.id != "honest"} == told


def test_a_wrong_label_says_why_it_is_not_that():
    said = {item.id: item.reason for item in mixed.verdicts("queue", judging(1, "expert", "none"))}
    assert said["expert"] == "Reden queue."
    told = {item.id: item.reason for item in mixed.verdicts("sign", judging(1, "gift"))}
    assert told["gift"] == "Dat zie je hier niet. Je zoekt dan dit: je kreeg iets."


@pytest.mark.parametrize(
    ("labels", "honest", "share"),
    [
        (["gift", "crowd"], False, 1),
        (["gift"], False, 0.75),
        (["gift", "expert"], True, 1 / 6),
        (["none"], True, 0),
    ],
)
def test_labels_and_honesty_weigh_the_same(labels, honest, share):
    result = mixed.check({"judged": {"queue": judging(1, *labels, honest=honest)}})
    assert result.credit == pytest.approx(share)


def test_the_browser_is_told_after_a_judgement_and_not_before():
    shown = str(mixed.content())
    assert "Reden" not in shown
    assert "Waarom" not in shown
    draft = {"fragment": "soup", "labels": ["crowd"], "honest": False}
    assert reaction(now=draft) == {"round": 1, "done": 0, "fragment": "soup"}
    told = reaction(judged={"soup": judging(1, "crowd", honest=False)}, now=draft)
    assert told["told"] == "Nog niet helemaal, en over de eerlijkheid denken wij anders."
    assert [item["reason"] for item in told["items"]] == ["Reden soup.", "Reden soup.", "Waarom soup."]


def test_without_a_seed_nothing_comes():
    assert mixed.react(cleaned()[0], Answers()).data == {}


# What was confused -----------------------------------------------------------------------------


def test_what_was_missed_is_set_against_what_was_ticked_instead():
    queue, soup, sign = mixed.fragments["queue"], mixed.fragments["soup"], mixed.fragments["sign"]
    found = confusions([(queue, ["gift", "expert"]), (soup, ["expert"]), (sign, ["gift"]), (queue, ["gift"])])
    assert found == {
        Confusion("crowd", "expert"): 1,
        Confusion("gift", "expert"): 1,
        Confusion("none", "gift"): 1,
        Confusion("crowd", "none"): 1,
    }
    assert not confusions([(soup, ["gift", "crowd"]), (sign, ["none"])])


def test_a_pair_counts_either_way_round():
    found = Counter({Confusion("a", "b"): 1, Confusion("b", "a"): 1, Confusion("c", "none"): 1})
    assert arcs(found) == [["a", "b", 2], ["c", "none", 1]]
    assert worst(found) == ("a", "b")
    assert worst(Counter({Confusion("c", "none"): 1, Confusion("a", "b"): 1})) == ("a", "b")
    assert worst(Counter()) is None


def test_the_end_of_a_round_draws_tells_and_advises():
    judged = {"queue": judging(1, "gift", "expert", honest=False), "sign": judging(2, "none")}
    over = reaction(judged=judged)["over"]
    assert over["told"] == "1 van 2 helemaal goed."
    assert over["honest"] == "Eerlijk of niet: 2 van 2 goed."
    assert over["seen"] == "Je zag nu 2 van de 3 fragmenten."
    assert over["arcs"] == [["crowd", "expert", 1]]
    assert over["lines"] == ["1× kenner aangevinkt waar het menigte was."]
    assert over["advice"] == "Doet hij het, of weet hij het?"


@pytest.mark.parametrize(
    ("labels", "honest", "advice"),
    [
        (["none"], True, "Je verwarde niets."),
        (["none"], False, "Vraag bij elk fragment"),
        (["gift"], True, "Let hier de volgende keer op. Cadeau: Je kreeg iets."),
    ],
)
def test_the_advice_follows_from_what_went_wrong(labels, honest, advice):
    judged = {"sign": judging(1, *labels, honest=honest), "soup": judging(2, "gift")}
    assert reaction(judged=judged)["over"]["advice"].startswith(advice)


def test_the_figure_in_words_puts_together_what_was_only_missed_and_what_was_not_there():
    judged = {
        "queue": judging(1, "none"),
        "soup": judging(2, "expert", "gift"),
        "sign": judging(3, "expert"),
    }
    answer = mixed.clean({"seed": 1, "round": 2, "judged": judged}, Reader())
    assert replace(mixed, size=3).over(judged, answer)["lines"] == [
        "Over het hoofd gezien: menigte, cadeau.",
        "Aangevinkt waar het niet was: kenner (2×).",
    ]


def test_only_the_last_round_is_told():
    judged = {"queue": judging(1, "expert"), "sign": judging(3, "none"), "soup": judging(4, "gift")}
    assert reaction(round=2, judged=judged)["over"]["arcs"] == []


# What an author writes --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "changes",
    [
        {"labels": {"gift": {"text": "Cadeau", "why": "Zo."}}},
        {"labels": {**mixed.labels, "none": {"text": "Niets", "why": "Zo."}}},
        {"fragments": {}},
        {"fragments": {"x": fragment("x", [], True)}},
        {"fragments": {"x": fragment("x", ["ghost"], True)}},
        {"fragments": {"x": fragment("x", ["gift"], True, near=["gift"])}},
        {"fragments": {"x": fragment("x", ["gift", "none"], True)}},
        {"pairs": {"p": {"of": ["gift", "ghost"], "advice": "Zo."}}},
    ],
)
def test_what_cannot_work_is_the_authors_mistake(changes):
    with pytest.raises(ExerciseError, match="mixed"):
        replace(mixed, **changes)


def test_a_block_gives_everything():
    block, mistakes = mistakes_in(BLOCK)
    assert not mistakes
    made = block.exercise("mix", block.question, **block.content())
    assert made.fragments["two"]["material"] == {"form": "note", "text": "Briefje."}
    assert made.check(made.clean(sample(made, None, 1, Random(1)), Reader())).credit == 1


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("is: {a: Daarom.}", "is: {c: Daarom.}", "geen c"),
        ("not: {b: Geen vacht.}", "not: {a: Geen vacht.}", "twee keer"),
        ("not: {b: Geen vacht.}", "not: {none: Geen vacht.}", "none"),
        ("is: {none: Niets.}", "is: {none: Niets., a: Toch.}", "werkt ook niets anders"),
        ("is: {none: Niets.}", "is: {}", "minstens 1"),
        ("text: Iets.", "text: Iets., material: {form: note, text: Ook.}", "niet allebei"),
        ("form: note, text: Briefje.", "form: note, text: Briefje., app: Bel", "app"),
        ("of: [a, b]", "of: [a, c]", "geen c"),
        ("of: [a, b]", "of: a", "twee labels"),
        ("question: Wat?", "question: Wat?\npoints: 2", "automatisch nagekeken"),
        (
            "question: Wat?",
            "question: Wat?\nby-hand: {intro: Kijk., rubric: [{points: 2, text: Goed.}]}",
            "hoort in een les",
        ),
    ],
)
def test_what_is_wrong_in_a_block_is_told(old, new, told):
    block, mistakes = mistakes_in(BLOCK.replace(old, new, 1))
    assert block is None
    assert any(told in one for one in mistakes), mistakes


# The lesson ------------------------------------------------------------------------------------


@cache
def lesson():
    return next(one.exercise for one in manuscript(LESSON).exercises if one.exercise.kind == "mixed")


def test_the_lesson_has_enough_of_everything():
    fragments = lesson().fragments.values()
    at_work = Counter(label for one in fragments for label in one["is"])
    sizes = Counter(len(one["is"]) for one in fragments)
    print(at_work, sizes)
    assert len(fragments) >= 30
    assert set(at_work) == {*lesson().options}
    assert all(at_work[label] >= 5 for label in at_work)
    assert sizes[2] + sizes[3] >= 10
    assert 0.25 < sum(not one["honest"] for one in fragments) / len(fragments) < 0.45
    assert all(one["fact"] and (one["not"] or len(one["is"]) > 1) for one in fragments)
    assert {one["material"]["form"] for one in fragments if one.get("material")} >= {
        "mail",
        "page",
        "letter",
        "chat",
        "notification",
        "poster",
        "reviews",
        "note",
    }


def test_who_knows_gets_everything_right_and_who_does_not_gets_less():
    mean = {}
    for skill in (0.0, 0.5, 1.0):
        credits = [lesson().check(sample(lesson(), None, skill, Random(n))).credit for n in range(20)]
        mean[skill] = sum(credits) / len(credits)
    assert mean[0.0] < mean[0.5] < mean[1.0] == 1


def test_every_round_can_be_played_to_its_end():
    for seed in range(20):
        rounds, answer = played(lesson(), 4, seed, 0.6)
        assert {len(one) for one in rounds} == {10}
        reader = Reader()
        assert lesson().clean(answer, reader) == answer
        assert not reader.problems
        assert lesson().react(answer, Answers()).data["over"]["lines"] is not None


def test_the_answer_can_be_read():
    assert mixed.describe(EXAMPLES["mixed"].model)[1] == ("Queue", "Cadeau, Menigte · Niet eerlijk")

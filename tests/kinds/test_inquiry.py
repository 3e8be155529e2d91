from dataclasses import replace

import pytest

from course.answers import Reader
from course.authoring.markdown import RawBlock
from course.authoring.reading import block_in
from course.exercise import ExerciseError
from tests.kinds.examples import EXAMPLES, inquiry, keyed, verdicts

BLOCK = """question: Wie?
turns: 2
verdicts: {yes: Ja, no: Nee}
subjects:
  one:
    name: Een
    text: Zegt iets.
    questions:
      paid: {text: Wie betaalt?, answer: Ik., opens: much}
      much: {text: Hoeveel?, answer: Veel.}
      seen: {text: Zelf gezien?, answer: Nee.}
    is: no
    why: Daarom.
"""


def turn(subject, question):
    return {"subject": subject, "question": question}


def cleaned(*asked):
    reader = Reader()
    return inquiry.clean({"asked": list(asked)}, reader)["asked"], reader.problems


def mistakes_in(body):
    mistakes = []
    block = block_in(RawBlock("inquiry", "ask", body, 1), None, mistakes)
    return block, [one.what for one in mistakes]


def test_a_question_that_another_one_opens_cannot_be_asked_before_it():
    asked, problems = cleaned(turn("doctor", "much"), turn("doctor", "paid"), turn("doctor", "much"))
    assert asked == [turn("doctor", "paid"), turn("doctor", "much")]
    assert problems


def test_what_one_subject_opens_stays_closed_at_another():
    assert inquiry.open_now([turn("doctor", "paid")], "doctor") == ["much", "seen"]
    assert inquiry.open_now([turn("doctor", "paid")], "nurse") == ["paid", "seen"]


def test_there_are_no_more_questions_than_turns():
    asked, problems = cleaned(
        turn("nurse", "paid"), turn("nurse", "seen"), turn("doctor", "paid"), turn("doctor", "much")
    )
    assert len(asked) == inquiry.turns == 3
    assert problems


@pytest.mark.parametrize(
    "strange", [turn("doctor", "paid"), turn("ghost", "paid"), turn("nurse", ["paid"]), {}]
)
def test_a_question_that_was_asked_or_that_does_not_exist_costs_no_turn(strange):
    asked, problems = cleaned(turn("doctor", "paid"), strange, turn("nurse", "seen"))
    assert asked == [turn("doctor", "paid"), turn("nurse", "seen")]
    assert bool(problems) == (strange != {})


@pytest.mark.parametrize(
    ("asked", "placed", "credit", "told"),
    [
        (["doctor", "nurse"], {"doctor": "ask", "nurse": "yes"}, 1, ["right", "right"]),
        (["doctor", "nurse"], {"doctor": "no", "nurse": "ask"}, 0.5, ["right", "wrong"]),
        (["nurse"], {"doctor": "no", "nurse": "yes"}, 0.75, ["partial", "right"]),
        ([], {"doctor": "no", "nurse": "yes"}, 0.5, ["partial", "partial"]),
        (["doctor"], {"doctor": "yes"}, 0, ["wrong", "open"]),
    ],
)
def test_a_right_verdict_without_a_question_counts_half(asked, placed, credit, told):
    answer = {"asked": [turn(subject, "paid") for subject in asked], "placed": placed}
    result = keyed("inquiry").check(answer)
    assert result.credit == credit
    assert list(verdicts(result).values()) == told


def test_who_asked_nothing_hears_why_it_counts_half_and_the_reason():
    result = keyed("inquiry", reasons={"nurse": "Zij was erbij."}).check({"placed": {"nurse": "yes"}})
    assert result.items[1].reason == "Je besteedde hier geen beurt, dus dit telt half. Zij was erbij."


def test_asking_alone_is_no_answer_yet():
    assert inquiry.progress({"asked": [turn("doctor", "paid")], "placed": {}}) == (0, 2)


def test_the_answer_is_read_in_the_order_of_asking():
    answer = EXAMPLES["inquiry"].model
    assert inquiry.describe(answer) == [
        ("Vraag 1", "Dokter Bos: Wie betaalt?"),
        ("Vraag 2", "Zuster Mia: Wie betaalt?"),
        ("Dokter Bos", "Navragen"),
        ("Zuster Mia", "Ja"),
    ]


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"turns": 1}, "a turn for each"),
        ({"judgements": {"yes": "Ja"}}, "two judgements"),
        ({"subjects": {}}, "one subject"),
        ({"key": {"doctor": "ask"}}, "nurse"),
        ({"key": {"doctor": "ask", "nurse": "maybe"}}, "maybe"),
    ],
)
def test_an_inquiry_that_cannot_work_is_the_authors_mistake(changes, why):
    with pytest.raises(ExerciseError, match=why):
        replace(inquiry, **changes)


@pytest.mark.parametrize(
    ("opens", "why"), [(["ghost"], "ghost"), (["paid"], "nobody gets to ask doctor: paid")]
)
def test_every_question_can_be_asked_some_time(opens, why):
    subject = inquiry.subjects["doctor"]
    questions = {"paid": {"text": "?", "answer": "!", "opens": opens}}
    with pytest.raises(ExerciseError, match=why):
        replace(inquiry, subjects={**inquiry.subjects, "doctor": {**subject, "questions": questions}})


def test_a_block_gives_the_key_and_hides_it_from_the_content():
    block, mistakes = mistakes_in(BLOCK)
    assert not mistakes
    assert (block.key(), block.reasons()) == ({"one": "no"}, {"one": "Daarom."})
    assert "Daarom" not in str(block.content())


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("turns: 2", "turns: 3", "Er zijn 3 vragen"),
        ("is: no", "is: maybe", "geen maybe"),
        ("opens: much", "opens: mucho", "Bedoel je much"),
        ("Hoeveel?, answer: Veel.", "Hoeveel?, answer: Veel., opens: paid", "opent deze vraag"),
    ],
)
def test_what_is_wrong_in_a_block_is_told(old, new, told):
    block, mistakes = mistakes_in(BLOCK.replace(old, new))
    assert block is None
    assert any(told in str(keyed("inquiry").t(what)) for what in mistakes), mistakes

from course import Overview
from course.answers import Answers
from tests.kinds.examples import EXAMPLES, dilemma, journey, reflect, sort

OVERVIEW = Overview([sort, reflect, dilemma])


def states(overview=OVERVIEW):
    return {row["id"]: row["state"] for row in overview.rows()}


def test_everything_is_open_at_first(in_folder):
    assert states() == {"sort": "open", "reflect": "open", "dilemma": "open"}


def test_every_exercise_is_listed_in_order(in_folder):
    assert [row["id"] for row in OVERVIEW.rows()] == ["sort", "reflect", "dilemma"]
    assert all(row["question"] and row["detail"] for row in OVERVIEW.rows())


def test_what_is_half_done_is_partly(in_folder):
    Answers().save("sort", "sort", {"placed": {"ring": "gift"}})
    Answers().save("reflect", "reflect", {"text": "te kort"})
    assert states() == {"sort": "partly", "reflect": "partly", "dilemma": "open"}


def test_a_model_answer_is_complete(in_folder):
    for exercise in OVERVIEW.exercises:
        Answers().save(exercise.id, exercise.kind, EXAMPLES[exercise.id].model)
    assert set(states().values()) == {"done"}


def test_a_wrong_answer_is_complete_too(in_folder):
    Answers().save("sort", "sort", {"placed": dict.fromkeys(sort.cards, "gift")})
    assert states()["sort"] == "done"


def test_a_broken_answer_is_open_and_breaks_nothing(in_folder):
    (in_folder / "answers").mkdir()
    (in_folder / "answers" / "sort.json").write_text("[")
    Answers().save("reflect", "sort", {"placed": {}})
    assert states() == {"sort": "open", "reflect": "open", "dilemma": "open"}


def test_a_journey_is_complete_only_with_its_motives_and_feelings(in_folder):
    model = EXAMPLES["journey"].model
    Answers().save("journey", "journey", {**model, "motives": {}})
    assert states(Overview([journey])) == {"journey": "partly"}
    Answers().save("journey", "journey", model)
    assert states(Overview([journey])) == {"journey": "done"}


def test_another_folder_can_be_asked(in_folder):
    Answers("elsewhere").save("sort", "sort", EXAMPLES["sort"].model)
    assert {row["id"]: row["state"] for row in OVERVIEW.rows(Answers("elsewhere"))}["sort"] == "done"


def test_the_way_to_hand_in_is_told_in_steps():
    assert len(OVERVIEW.steps()) >= 3
    assert all(step.endswith(".") for step in OVERVIEW.steps())

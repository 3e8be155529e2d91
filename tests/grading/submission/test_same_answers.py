from course.answers import Answers, Record
from course.grading.submission.same_answers import LIST, making, same_as
from course.i18n import translator

SAVED = "2026-03-01T12:00:00.123456+01:00"


def records(*texts, saved=SAVED):
    return {
        name: Record(name, "reflect", saved, {"text": text} if text else {})
        for name, text in zip("abc", texts, strict=False)
    }


def put(found, folder):
    for name in found:
        Answers(folder).path(name).parent.mkdir(parents=True, exist_ok=True)
        Answers(folder).path(name).write_text(found[name].dumps(), "utf-8")


def hand_in(folder, who, found):
    put(found, folder / who / "01" / "answers")
    return " ".join(map(translator("nl"), same_as(found.values(), folder, who, "01")))


def test_the_same_records_are_named_whoever_comes_first(tmp_path):
    assert hand_in(tmp_path, "anna", records("x", "y")) == ""
    assert "bij anna" in hand_in(tmp_path, "bas", records("x", "y"))
    assert "bij bas" in hand_in(tmp_path, "anna", records("x", "y"))


def test_one_record_among_others_is_seen(tmp_path):
    hand_in(tmp_path, "anna", records("x", "y"))
    assert hand_in(tmp_path, "bas", records("x", "eigen")).startswith("Eén van de antwoorden is")


def test_all_or_some_of_several_are_told_apart(tmp_path):
    hand_in(tmp_path, "anna", records("x", "y", "z"))
    assert hand_in(tmp_path, "bas", records("x", "y", "eigen")).startswith(
        "Van de 3 antwoorden zijn er 2 hetzelfde"
    )
    assert hand_in(tmp_path, "cleo", records("x", "y", "z")).startswith("Alle antwoorden zijn hetzelfde")


def test_what_is_still_being_made_is_seen(tmp_path):
    hand_in(tmp_path, "anna", records("x"))
    place = tmp_path / "anna" / "01"
    place.rename(making(place))
    assert "bij anna" in hand_in(tmp_path, "bas", records("x"))


def test_the_same_answer_at_another_moment_is_no_copy(tmp_path):
    hand_in(tmp_path, "anna", records("x"))
    assert hand_in(tmp_path, "bas", records("x", saved="2026-03-01T12:00:00.123457+01:00")) == ""


def test_a_moment_in_whole_seconds_and_an_empty_answer_say_nothing(tmp_path):
    for who in ("anna", "bas"):
        assert hand_in(tmp_path, who, records("x", saved="2026-03-01T12:00:00+01:00")) == ""
        assert hand_in(tmp_path, who, records("")) == ""


def test_what_was_replaced_since_does_not_count(tmp_path):
    hand_in(tmp_path, "anna", records("x"))
    hand_in(tmp_path, "anna", records("nieuw", saved="2026-03-02T12:00:00.5+01:00"))
    assert hand_in(tmp_path, "bas", records("x")) == ""


def test_grading_again_does_not_make_the_list_longer(tmp_path):
    for _again in range(3):
        hand_in(tmp_path, "anna", records("x", "y"))
    assert len((tmp_path / LIST.format(assignment="01")).read_text().splitlines()) == 2


def test_a_list_that_was_thrown_away_is_made_anew(tmp_path):
    hand_in(tmp_path, "anna", records("x", "y"))
    (tmp_path / LIST.format(assignment="01")).unlink()
    assert hand_in(tmp_path, "bas", records("x", "y")) == ""
    assert "bij bas" in hand_in(tmp_path, "anna", records("x", "y"))


def test_what_another_process_added_is_seen(tmp_path):
    hand_in(tmp_path, "anna", records("x"))
    path = tmp_path / LIST.format(assignment="01")
    put(records("x"), tmp_path / "cleo" / "01" / "answers")
    path.write_text(path.read_text() + path.read_text().replace("anna", "cleo") + "half a li")
    assert "bij anna, cleo" in hand_in(tmp_path, "bas", records("x"))


def test_that_there_are_more_than_are_named_is_said(tmp_path):
    for number in range(3):
        hand_in(tmp_path, f"p{number}", records("x"))
    assert "bij p0, p1, p2," in hand_in(tmp_path, "p3", records("x"))
    assert "bij p0, p1, p2 en anderen," in hand_in(tmp_path, "p4", records("x"))

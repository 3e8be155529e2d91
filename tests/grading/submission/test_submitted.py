import pytest
from nbgrader.coursedir import CourseDirectory

from course.errors import RefusedError
from course.grading.submission.submitted import misplaced, read_timestamp, students, verify_place


@pytest.fixture
def coursedir(tmp_path):
    return CourseDirectory(root=str(tmp_path))


def hand_in(tmp_path, who, assignment="01"):
    folder = tmp_path / "submitted" / who / assignment
    folder.mkdir(parents=True)
    return folder


def test_everyone_who_handed_in_is_found(coursedir, tmp_path):
    for who in ("anna", "-rf", ".x", "[a]*?", "bas"):
        hand_in(tmp_path, who)
    hand_in(tmp_path, "cleo", "02")
    (tmp_path / "submitted" / "daan").mkdir()
    assert students(coursedir, "01") == ["-rf", ".x", "[a]*?", "anna", "bas"]


def test_a_name_is_first_taken_as_it_is(coursedir, tmp_path):
    for who in ("an*", "anna"):
        hand_in(tmp_path, who)
    assert students(coursedir, "01", "an*") == ["an*"]
    assert students(coursedir, "01", "a*") == ["an*", "anna"]
    assert students(coursedir, "01", "nobody") == []


def test_without_hand_ins_there_is_nobody(coursedir):
    assert students(coursedir, "01") == []
    assert list(misplaced(coursedir, "01")) == []


@pytest.mark.parametrize(
    "who", ["anna", "Anaïs de Vries", "-rf", "jan..", "O'Brien", "x" * 128, "张伟 🎈", "a\\b"]
)
def test_a_name_is_a_name(coursedir, tmp_path, who):
    hand_in(tmp_path, who)
    verify_place(coursedir, who, "01")


@pytest.mark.parametrize(
    "who", [".x", "a*", "a?", "[a]", " a", "a ", "a\nb", "a\x00b", "a\x1b[0m", "\udcff", "x" * 129]
)
def test_a_name_that_cannot_be_used_is_refused_in_words(coursedir, who):
    with pytest.raises(RefusedError, match="another name") as refused:
        verify_place(coursedir, who, "01")
    str(refused.value).encode("utf-8")
    assert str(refused.value).isprintable()


def test_a_name_in_a_sentence_does_nothing_to_a_terminal(coursedir, tmp_path):
    hand_in(tmp_path, "\x1b[2J\u202e/anna")
    (found,) = misplaced(coursedir, "01")
    assert str(found).isprintable()


def test_work_in_the_wrong_place_is_named(coursedir, tmp_path):
    hand_in(tmp_path, "anna")
    hand_in(tmp_path, "jan/de vries")
    (tmp_path / "submitted" / "bas").mkdir()
    for file in ("bas/01.ipynb", "01.ipynb"):
        (tmp_path / "submitted" / file).write_text("{}")
    found = " ".join(map(str, misplaced(coursedir, "01")))
    for place in ("submitted/jan/de vries/01 ", "submitted/bas/01.ipynb ", "submitted/01.ipynb "):
        assert place in found
    assert "anna" not in found


@pytest.mark.parametrize(
    "text", ["2026-03-01 12:00:00.123456 UTC", "2026-03-01 12:00:00 CET", "2026-03-01T12:00:00+01:00"]
)
def test_a_moment_is_read(tmp_path, text):
    (tmp_path / "timestamp.txt").write_text(text + "\n")
    assert read_timestamp(tmp_path) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "gisteren",
        "2026-13-45 12:00:00 UTC",
        "2026-03-01 12:00:00 /etc/passwd",
        "1970-01-01 00:00:00 UTC",
        "9" * 5_000,
    ],
)
def test_what_is_no_moment_is_none(tmp_path, text):
    (tmp_path / "timestamp.txt").write_text(text)
    assert read_timestamp(tmp_path) == ""

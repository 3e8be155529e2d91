"""Each part of a lesson is done in one go; how long it takes is computed and never typed."""

from __future__ import annotations

import pytest

from course.authoring.manuscript import WORDS_A_MINUTE
from course.authoring.notebook import Builder
from course.authoring.opening import manuscript
from tests.authoring.texts import HEAD, SORT, put
from tests.texts import TEXTS

MOST = 32
"""Minutes of one part."""
LESSONS = [text for text in TEXTS if not text.is_assignment and text.exercises]


@pytest.mark.parametrize("text", LESSONS, ids=lambda text: f"{text.header.language}-{text.path.stem}")
def test_no_part_of_a_lesson_takes_more_than_half_an_hour(text):
    told = "\n".join(f"  {part.minutes:5.1f}  {part.title}" for part in text.core)
    print(f"{text.path.stem}, minutes a part:\n{told}")
    assert text.core
    assert [part.title for part in text.core if part.minutes > MOST] == [], told


def lesson(tmp_path, body):
    return manuscript(put(tmp_path, HEAD + body))


def test_a_part_has_the_words_and_exercises_up_to_the_next_heading(tmp_path):
    text = lesson(
        tmp_path,
        f"Eerst dit.\n\n## Deel 1\n\nEen twee.\n\n### Kopje\n\n{SORT}\nDrie.\n\n## Deel 2\n\nVier.\n",
    )
    one, two = text.core
    assert (one.title, two.title) == ("Deel 1", "Deel 2")
    assert one.seconds == text.exercises[0].exercise.seconds()
    assert two.seconds == 0
    assert two.minutes == 1 / WORDS_A_MINUTE
    assert one.minutes == one.words / WORDS_A_MINUTE + one.seconds / 60
    assert one.words == 10  # with what stands above it, and the signs and words of its small heading


def test_extra_practice_is_for_who_wants_it(tmp_path):
    text = lesson(tmp_path, f"## Deel 1\n\nEen.\n\n## Meer oefenen\n\n{SORT}\n## Bronnen\n\nDrie.\n")
    assert [(part.title, part.seconds) for part in text.core] == [("Deel 1", 0)]


def test_what_one_reads_after_a_choice_takes_time(tmp_path):
    choose = "```{choose} pick\nquestion: Wat?\noptions: {a: {text: Appel}, b: {text: Beer}}\n```\n"
    before = lesson(tmp_path, choose).exercises[0].seconds
    after = lesson(tmp_path, choose.replace("question", f"after: {'woord ' * WORDS_A_MINUTE}\nquestion"))
    assert after.exercises[0].seconds == before + 60


def test_a_part_that_is_too_long_is_seen(tmp_path):
    text = lesson(tmp_path, "## Deel 1\n\n" + "woord " * (WORDS_A_MINUTE * MOST + 1))
    assert text.core[0].minutes > MOST


def test_the_heading_of_a_part_tells_its_own_minutes(tmp_path):
    body = (
        f"## Deel 1 · {{{{ part }}}} minuten\n\n{SORT}\n## Tussendoor\n\n## Deel 2 · {{{{part}}}} minuten\n\n"
        + "woord " * 1000
    )
    text = lesson(tmp_path, body)
    told = "\n".join(cell.source for cell in Builder(text).notebook().cells if cell.cell_type == "markdown")
    assert f"## Deel 1 · {round(text.core[0].minutes) or 1} minuten\n" in f"{told}\n"
    assert "## Tussendoor\n" in told
    assert f"## Deel 2 · {round(text.core[2].minutes)} minuten" in told

import re
from pathlib import Path

import pytest

import course.grading
from course.grading.grade import grade
from course.grading.graded_notebook import graded_notebook
from course.grading.pages.feedback import page as page_of
from course.grading.scores import NO_ANSWER, CellScore, Scores
from course.i18n import Message, translator
from course.result import RESULT_MIME, Item, Result
from course.view.bundle import material_stylesheet
from tests.grading.course import Text, plain
from tests.grading.small import as_released, carrying, hand_in, open_cell, record, released

RELEASED = released()
CHECKED = Result(0.75, 2, [Item("ring", "De ring", "right", "Want rond")], "Bijna")
SCORES = Scores(
    {"own-case-check": CellScore(1.5, 2, waits=False), "own-case-open": CellScore(0, 3, waits=True)}
)


def graded(theirs=None, results=None, *private):
    theirs = theirs or hand_in(carrying(record("Mijn eigen zaak")))
    results = results or {"own-case": CHECKED}
    return graded_notebook(RELEASED, theirs, results, private, translator("nl"))


def page(notebook, scores=SCORES):
    """As it is once the assignment is closed."""
    return Text(page_of(notebook, scores, "01", {}))


def test_while_the_assignment_is_open_no_reason_stands_there_and_it_says_when_it_will():
    seen = Text(page_of(graded(), SCORES, "01")).text
    assert "Want rond" not in seen
    assert plain("Redenen en modelantwoorden komen als je begeleider de opdracht sluit.") in seen
    assert plain("Redenen en modelantwoorden komen") not in page(graded()).text


def test_a_check_that_failed_becomes_a_sentence():
    seen = page(graded(results={"own-case": None})).text
    assert plain("De controle van deze opdracht ging mis.") in seen
    assert "Want rond" not in seen


def test_material_is_drawn_as_what_it_is():
    assert material_stylesheet() in page_of(graded(), SCORES, "01")


def test_what_was_found_stands_there_with_its_reason():
    seen = page(graded()).text
    assert plain("1,5 van 2 punten") in seen
    assert plain("De ring (goed) Want rond") in seen
    assert "Bijna" in seen


def test_the_gradebook_has_the_last_word_on_points():
    scores = Scores({"own-case-check": CellScore(0.5, 2, waits=False, by_hand=True)})
    seen = page(graded(), scores).text
    assert plain("0,5 van 2 punten (aangepast door je begeleider)") in seen
    assert "1,5" not in seen
    assert plain("Want rond") in seen


def test_the_total_is_what_the_parts_make_and_less_when_it_was_late():
    seen = page(graded(), Scores(SCORES.cells, penalty=1)).text
    assert plain("0,5 van 5 punten tot nu toe") in seen
    assert plain("1 onderdeel wordt nog nagekeken (punten: 3).") in seen
    assert plain("Aftrek omdat je te laat inleverde: 1") in seen


def test_an_answer_is_there_to_read_beside_what_a_person_said_of_it():
    scores = Scores(
        {**SCORES.cells, "own-case-open": CellScore(2, 3, waits=False)}, {"own-case-open": "**Mooi** <b>!"}
    )
    seen = page(graded(), scores)
    assert plain("Mijn eigen zaak") in seen.text
    assert plain("Mooi <b>!") in seen.text
    assert not [tag for tag in seen.tags if tag.startswith('["b"')]


def test_who_left_it_open_reads_that():
    scores = Scores(
        {**SCORES.cells, "own-case-open": CellScore(0, 3, waits=False)}, {"own-case-open": NO_ANSWER}
    )
    seen = page(graded(hand_in(as_released())), scores).text
    assert NO_ANSWER not in seen
    assert plain("Je hebt hier niets ingevuld.") in seen


def test_an_answer_that_was_typed_in_its_cell_is_there_to_read():
    typed = as_released()
    typed.cells[5] = open_cell("Getypt in de cel")
    assert plain("Getypt in de cel") in page(graded(hand_in(typed))).text


def test_what_grading_had_to_say_stands_on_top_and_what_is_the_instructors_does_not():
    kept = hand_in({}, record("Mijn eigen zaak"))  # the notebook cannot be read, the answer beside it can
    read = page(graded(kept, None, Message("Gelijk aan anna."))).text
    assert read.index(plain("niet te lezen")) < read.index(plain("Je zaak"))
    assert plain("Gelijk aan anna") not in read


def test_a_script_in_an_answer_is_text():
    read = page(graded(hand_in(carrying(record("<script>alert(1)</script> $x$")))))
    assert plain("<script>alert(1)</script> $x$") in read.text
    assert not [tag for tag in read.tags if tag.startswith('["script"')]


def test_results_are_read_as_data_and_not_from_html():
    """The HTML may say anything; the page is made from the result itself."""
    notebook = graded()
    output = next(cell for cell in notebook.cells if "Automatisch" in cell.source).outputs[0]
    output.data["text/html"] = "<li>✓ <strong>Vals</strong></li>"
    seen = page(notebook).text
    assert plain("De ring") in seen
    assert "Vals" not in seen
    del output.data[RESULT_MIME]
    assert plain("De ring") not in page(notebook).text


def test_nothing_in_grading_parses_html():
    parsers = re.compile(r"HTMLParser|BeautifulSoup|lxml|html5lib|_repr_html_|findall\(.*<")
    found = [
        path.name
        for path in Path(course.grading.__file__).parent.rglob("*.py")
        if parsers.search(path.read_text())
    ]
    assert found == []


@pytest.mark.parametrize("text", ["", "mijn eigen winkel hier"])
def test_grading_and_the_page_tell_the_same(text):
    theirs = hand_in(carrying(record(text)))
    results = grade(theirs, RELEASED.assignment)
    score = results["own-case"].score
    scores = Scores({"own-case-check": CellScore(score, 2, waits=False)})
    assert (
        plain(f"{translator('nl').number(score)} van 2 punten") in page(graded(theirs, results), scores).text
    )

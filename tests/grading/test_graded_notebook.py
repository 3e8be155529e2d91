import json

import pytest
from nbformat import v4

from course.grading.grade import grade
from course.grading.graded_notebook import ABOUT, MAX_REMARKS, graded_notebook, is_answered
from course.grading.submission.hand_in import HandIn
from course.i18n import Message, translator
from course.result import RESULT_MIME, Result
from tests.grading.small import RUBRIC, STUB, as_released, carrying, hand_in, open_cell, record, released

RELEASED = released()


def graded(theirs, *private, language="nl", results=None):
    results = grade(theirs, RELEASED.assignment) if results is None else results
    return graded_notebook(RELEASED, theirs, results, private, translator(language))


def remarked(*remarks):
    return HandIn({}, {}, (), [Message(one) for one in remarks])


def named(notebook, name):
    return next(c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") == name)


def test_the_released_notebook_stays_as_it_was():
    before = json.dumps(RELEASED.notebook)
    graded(hand_in(carrying(record("mijn eigen winkel hier"))), Message("x"))
    assert json.dumps(RELEASED.notebook) == before


def test_nothing_of_the_participants_notebook_but_text_and_answers_is_in_it():
    mine = as_released()
    mine.metadata["kernelspec"] = {"name": "evil", "display_name": "x"}
    mine.cells.append(
        v4.new_code_cell("import os; os.remove('x')", outputs=[v4.new_output("stream", text="evil")])
    )
    made = graded(hand_in(mine))
    assert "evil" not in json.dumps(made)
    assert "os.remove" not in json.dumps([cell for cell in made.cells if cell.cell_type == "code"])


def test_no_code_is_left_and_every_output_is():
    made = graded(hand_in(carrying(record("mijn eigen winkel hier"))))
    assert {cell.source for cell in made.cells if cell.cell_type == "code"} == {
        "# Voorbereiding",
        "# Antwoord van de deelnemer",
        "# Automatisch nagekeken",
    }
    assert "mijn eigen winkel" in named(made, "own-case").outputs[0].data["text/html"].replace("&#32;", " ")


def test_a_result_stands_there_as_a_number_as_data_and_to_read():
    theirs = hand_in(carrying(record("één <b>winkel</b>")))
    (output,) = named(graded(theirs), "own-case-check").outputs
    assert output.output_type == "execute_result"
    assert output.data["text/plain"] == "1"
    assert Result.from_dict(output.data[RESULT_MIME]) == grade(theirs, RELEASED.assignment)["own-case"]


def test_a_check_that_failed_shows_no_traceback():
    (output,) = named(graded(hand_in(as_released()), results={"own-case": None}), "own-case-check").outputs
    assert (output.output_type, output.traceback) == ("error", [])


def test_it_is_valid_for_whoever_reads_notebooks():
    from nbformat import validate

    made = graded(hand_in(carrying(record("mijn winkel"))), Message("x"))
    validate(json.loads(json.dumps(made)), relax_add_props=True)


# What a person marks -----------------------------------------------------------------------------------------


def test_an_open_answer_stands_below_its_rubric():
    cell = named(graded(hand_in(carrying(record("Mijn zaak")))), "own-case-open")
    assert cell.source.startswith(f"{RUBRIC}\n\n<dl>")
    assert "Mijn zaak" in cell.source
    assert STUB not in cell.source
    assert cell.metadata[ABOUT]["rubric"] == RUBRIC
    assert is_answered(cell)


def test_an_empty_answer_leaves_the_cell_as_it_was():
    cell = named(graded(hand_in(as_released())), "own-case-open")
    assert cell.source == f"{RUBRIC}\n\n{STUB}"
    assert not is_answered(cell)


def test_what_looks_like_the_end_of_an_answer_does_not_end_it():
    theirs = hand_in(carrying(record("</dl><script>alert(1)</script> en nog iets")))
    source = named(graded(theirs), "own-case-open").source
    assert "<script" not in source
    assert "nog iets" in source


def test_an_answer_of_several_paragraphs_stays_one_block():
    theirs = hand_in(carrying(record("een\n\n    twee\n\n# drie")))
    assert "\n" not in named(graded(theirs), "own-case-open").source.removeprefix(RUBRIC).strip()


@pytest.mark.parametrize(
    "typed", ["Mijn <script>antwoord</script>", f"{RUBRIC}\n\nMijn antwoord", "Mijn antwoord"]
)
def test_who_typed_in_the_answer_cell_is_read_there(typed):
    theirs = hand_in(v4.new_notebook(cells=[open_cell(typed)]), record("niet dit"))
    source = named(graded(theirs), "own-case-open").source
    assert source.startswith(f"{RUBRIC}\n\n<dl><dd>Mijn")
    assert "<script" not in source
    assert "niet dit" not in source
    assert source.count("3 punten: concreet") == 1


@pytest.mark.parametrize("left", [STUB, RUBRIC])
def test_a_rubric_or_a_stub_alone_is_no_answer(left):
    theirs = hand_in(v4.new_notebook(cells=[open_cell(left)]))
    assert not is_answered(named(graded(theirs), "own-case-open"))


# What a participant added, and what there is to say of it -----------------------------------------------------


def test_what_a_participant_added_is_shown_as_text():
    mine = as_released()
    mine.cells.append(v4.new_code_cell("<script>alert(1)</script>"))
    last = graded(hand_in(mine)).cells[-1]
    assert "alert" in last.source
    assert "<script" not in last.source
    assert "niet uitgevoerd" in last.source


def test_an_untouched_notebook_adds_nothing():
    assert len(graded(HandIn({}, {}, (), ())).cells) == len(RELEASED.notebook.cells)


def test_remarks_stand_on_top_and_in_the_metadata():
    made = graded(remarked("Er mist iets."), Message("Gelijk aan anna."))
    assert made.metadata[ABOUT]["remarks"] == ["Gelijk aan anna.", "Er mist iets."]
    assert ["Gelijk" in cell.source for cell in made.cells[:2]] == [True, False]
    assert [cell.metadata[ABOUT]["private"] for cell in made.cells[:2]] == [True, False]
    assert made.cells[2].source == "# Opdracht"


def test_a_file_name_in_a_remark_is_no_html():
    source = graded(remarked("<img src=x onerror=alert(1)>.ipynb **x**")).cells[0].source
    assert "<img" not in source
    assert source.count("**") == 2


def test_there_are_never_many_remarks():
    made = graded(remarked(*(str(count) for count in range(500))))
    assert len(made.cells) == len(RELEASED.notebook.cells) + MAX_REMARKS + 1
    assert "490" in made.cells[MAX_REMARKS].source


def test_remarks_are_in_the_instructors_language():
    theirs = hand_in(as_released())
    assert "Er zit geen enkel antwoord in" in graded(theirs).metadata[ABOUT]["remarks"][0]
    assert "There is not a single answer in it" in graded(theirs, language="en").metadata[ABOUT]["remarks"][0]

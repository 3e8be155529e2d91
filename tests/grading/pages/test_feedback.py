from nbformat import v4

from course.authoring.text import nbgrader
from course.grading.pages.feedback import FAILED, FeedbackPage, HideErrors
from course.grading.pages.marks import Mark, Marks
from course.result import Item, Result
from tests.grading.course import Text, plain


def outputs_after(*outputs, **metadata):
    notebook = v4.new_notebook(cells=[v4.new_code_cell("x", outputs=list(outputs), metadata=metadata)])
    return HideErrors().preprocess(notebook, {})[0].cells[0].outputs


LOCKED = {"nbgrader": nbgrader("x-check", points=1)}
ERROR = v4.new_output("error", ename="KeyError", evalue="ring", traceback=["key={'ring': 'gift'}"])


def test_a_traceback_becomes_a_sentence():
    (told,) = outputs_after(ERROR, **LOCKED)
    assert told.text == FAILED
    assert "gift" not in str(told)


def test_what_a_check_printed_becomes_a_sentence():
    (told,) = outputs_after(v4.new_output("stream", name="stderr", text="key={'ring': 'gift'}"), **LOCKED)
    assert "gift" not in str(told)


def test_a_score_and_its_reasons_stay():
    result = v4.new_output("execute_result", {"text/plain": "1.5", "text/html": "<p>want</p>"})
    assert outputs_after(result, **LOCKED) == [result]


# The page itself -------------------------------------------------------------------------------------

CHECKED = v4.new_output(
    "execute_result",
    {
        "text/plain": "1.5",
        "text/html": Result(0.75, 2, [Item("ring", "De ring", "right", "Want rond")], "Bijna")._repr_html_(),
    },
)
RUBRIC = "**Open antwoord, 3 punten.**"


def graded(*cells):
    return v4.new_notebook(cells=[v4.new_markdown_cell("### Opdracht 1 · De ring\n\nUitleg"), *cells])


def check(output=CHECKED):
    return v4.new_code_cell(
        "# Automatisch", outputs=[output], metadata={"nbgrader": nbgrader("x-check", points=2)}
    )


def by_hand(answer="<dl><dt>Tekst</dt><dd>Mijn zaak</dd></dl>"):
    about = {"nbgrader": nbgrader("x-open", points=3, by_hand=True)}
    return v4.new_markdown_cell(f"{RUBRIC}\n\n{answer}", metadata=about)


def page(notebook, marks):
    """The page for these marks; only the gradebook is left out."""
    exporter = FeedbackPage()
    resources = {"marks": marks, "nbgrader": {"notebook": "01"}}
    return Text(exporter.from_notebook_node(notebook, resources)[0])


def test_the_gradebook_has_the_last_word_on_points():
    seen = page(graded(check()), Marks({"x-check": Mark(0.5, 2, waits=False, by_hand=True)})).text
    assert plain("0,5 van 2 punten (aangepast door je begeleider)") in seen
    assert "1,5" not in seen
    assert plain("Want rond") in seen
    assert "Bijna" in seen


def test_the_total_is_what_the_parts_make_and_less_when_it_was_late():
    marks = Marks({"x-check": Mark(1.5, 2, waits=False), "x-open": Mark(0, 3, waits=True)}, penalty=1)
    seen = page(graded(check(), by_hand()), marks).text
    assert plain("0,5 van 5 punten tot nu toe") in seen
    assert plain("1 onderdeel wordt nog nagekeken (punten: 3).") in seen
    assert plain("Aftrek omdat je te laat inleverde: 1") in seen


def test_an_answer_that_was_typed_in_its_cell_is_there_to_read():
    seen = page(graded(by_hand("Getypt in de cel")), Marks({"x-open": Mark(3, 3, waits=False)})).text
    assert plain("Getypt in de cel") in seen


def test_the_code_of_an_ordinary_exercise_stands_there_as_text():
    code = v4.new_code_cell(
        "print('<b>hoi</b>')",
        outputs=[
            v4.new_output("display_data", {"text/html": "<script>alert(1)</script>", "text/plain": "ok"})
        ],
        metadata={"nbgrader": {**nbgrader("x"), "solution": True, "locked": False}},
    )
    read = page(graded(code, check()), Marks({"x-check": Mark(2, 2, waits=False)}))
    assert plain("print('<b>hoi</b>')") in read.text
    assert "alert" not in "".join(read.scripts)
    assert "ok" in read.text


def test_what_grading_had_to_say_stands_on_top():
    notebook = graded(check())
    notebook.cells.insert(0, v4.new_markdown_cell("**Je notebook was niet te lezen.**"))
    read = page(notebook, Marks({"x-check": Mark(2, 2, waits=False)})).text
    assert read.index(plain("niet te lezen")) < read.index(plain("De ring"))

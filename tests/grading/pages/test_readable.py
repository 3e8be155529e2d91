from nbformat import v4

from course.authoring.text import nbgrader
from course.grading.pages.readable import STUB, HideCode, ShowOpenAnswers
from course.view.static import bundle
from tests.kinds.examples import reflect

RUBRIC = "**Open antwoord, 2 punten.**\n\n- 1 punt: concreet"


def page(text):
    shown = v4.new_output("display_data", bundle(reflect, None, {"text": text}))
    exercise = v4.new_code_cell("reflect", outputs=[shown], metadata={"nbgrader": nbgrader("reflect")})
    check = v4.new_code_cell(
        "reflect.check(points=1, key=1)",
        outputs=[v4.new_output("execute_result", {"text/plain": "1"})],
        metadata={"nbgrader": nbgrader("reflect-check", points=1)},
    )
    answer = v4.new_markdown_cell(
        f"{RUBRIC}\n\n{STUB}", metadata={"nbgrader": nbgrader("reflect-open", points=2, by_hand=True)}
    )
    return v4.new_notebook(cells=[exercise, check, answer])


def after(step, notebook):
    return step().preprocess(notebook, {})[0].cells


def test_an_open_answer_stands_below_its_rubric():
    source = after(ShowOpenAnswers, page("Mijn zaak"))[2].source
    assert source.startswith(RUBRIC)
    assert "Mijn zaak" in source
    assert STUB not in source


def test_an_empty_answer_leaves_the_cell_as_it_was():
    assert after(ShowOpenAnswers, page(""))[2].source == f"{RUBRIC}\n\n{STUB}"


def test_what_looks_like_the_end_of_an_answer_does_not_end_it():
    source = after(ShowOpenAnswers, page("</dl><script>alert(1)</script> en nog iets"))[2].source
    assert "<script" not in source
    assert "nog iets" in source


def test_an_answer_of_several_paragraphs_stays_one_block():
    assert (
        "\n"
        not in after(ShowOpenAnswers, page("een\n\n    twee\n\n# drie"))[2]
        .source.removeprefix(RUBRIC)
        .strip()
    )


def test_no_code_is_left_and_every_output_is():
    exercise, check, _answer = after(HideCode, page("Mijn zaak"))
    assert "check(" not in check.source
    assert check.outputs[0].data["text/plain"] == "1"
    assert "Mijn" in exercise.outputs[0].data["text/html"]


def test_a_cell_of_the_participant_is_not_the_courses_to_hide():
    own = v4.new_notebook(cells=[v4.new_code_cell("1 + 1"), v4.new_markdown_cell("tekst")])
    assert [cell.source for cell in after(HideCode, own)] == ["1 + 1", "tekst"]

from nbformat import v4

from course.authoring.text import nbgrader
from course.grading.feedback import FAILED, HideErrors


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

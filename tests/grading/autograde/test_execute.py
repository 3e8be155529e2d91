import pytest
from nbformat import v4
from nbgrader import preprocessors

from course.answers import Answers
from course.authoring.text import nbgrader
from course.grading.autograde.execute import Execute

MAKE = 'from course import Reflect\ncase = Reflect("own-case", "Wat is je zaak?", min_words=2)\ncase'


@pytest.fixture
def notebook():
    check = v4.new_code_cell("case.check(points=2)", metadata={"nbgrader": nbgrader("case-check", points=2)})
    return v4.new_notebook(cells=[v4.new_code_cell(MAKE), check, v4.new_markdown_cell("Einde")])


@pytest.fixture
def kernel(monkeypatch):
    """Notes that a kernel would have been started."""
    started = []
    monkeypatch.setattr(
        preprocessors.Execute, "preprocess", lambda _self, nb, resources, km: started.append(1) or (nb, {})
    )
    return started


def execute(notebook, folder):
    return Execute().preprocess(notebook, {"metadata": {"path": str(folder)}})[0]


def test_a_notebook_of_exercises_is_done_without_a_kernel(notebook, kernel, tmp_path):
    Answers(tmp_path / "answers").save("own-case", "reflect", {"text": "mijn eigen winkel"})
    shown, checked, _end = execute(notebook, tmp_path).cells
    assert "mijn eigen winkel" in shown.outputs[0].data["text/html"]
    assert checked.outputs[0].output_type == "execute_result"
    assert checked.outputs[0].data["text/plain"] == "2"
    assert [shown.execution_count, checked.execution_count] == [1, 2]
    assert kernel == []


def test_ordinary_code_gets_nbgraders_own_kernel(notebook, kernel, tmp_path):
    notebook.cells.append(v4.new_code_cell("1 + 1"))
    notebook.cells.append(v4.new_code_cell("import statistics"))
    execute(notebook, tmp_path)
    assert kernel == [1]


def test_a_check_that_fails_costs_its_own_points_and_no_more(notebook, kernel, tmp_path, monkeypatch):
    monkeypatch.setattr("course.exercise.Exercise.check", lambda *_a, **_k: 1 / 0)
    shown, checked, _end = execute(notebook, tmp_path).cells
    assert shown.outputs[0].output_type == "display_data"
    assert checked.outputs[0].output_type == "error"


def test_the_same_outputs_as_a_kernel_gives(notebook, tmp_path, monkeypatch):
    Answers(tmp_path / "answers").save("own-case", "reflect", {"text": "één <b>winkel</b>"})
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    ours = execute(v4.new_notebook(cells=[cell.copy() for cell in notebook.cells]), tmp_path)
    real = preprocessors.Execute().preprocess(notebook, {"metadata": {"path": str(tmp_path)}})[0]
    for mine, kernels in zip(ours.cells, real.cells, strict=True):
        assert mine.get("outputs") == kernels.get("outputs")

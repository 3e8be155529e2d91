from nbformat import v4

from course.grading.submission.remarks import MAX_REMARKS, HidePrivate, put_remarks


def test_remarks_stand_on_top_and_in_the_metadata():
    notebook = v4.new_notebook(cells=[v4.new_markdown_cell("# Opdracht")])
    put_remarks(notebook, ["Er mist iets."], ["Gelijk aan anna."])
    assert notebook.metadata["overtuigen"]["remarks"] == ["Gelijk aan anna.", "Er mist iets."]
    assert ["Gelijk" in cell.source for cell in notebook.cells] == [True, False, False]
    assert notebook.cells[-1].source == "# Opdracht"


def test_the_participant_does_not_read_what_is_the_instructors():
    notebook = v4.new_notebook(cells=[])
    put_remarks(notebook, ["Er mist iets"], ["Gelijk aan anna"])
    read, _resources = HidePrivate().preprocess(notebook, {})
    assert [cell.source for cell in read.cells] == ["**Er mist iets**"]


def test_a_file_name_in_a_remark_is_no_html():
    notebook = v4.new_notebook(cells=[])
    put_remarks(notebook, ["<img src=x onerror=alert(1)>.ipynb **x**"])
    assert "<img" not in notebook.cells[0].source
    assert notebook.cells[0].source.count("**") == 2


def test_there_are_never_many():
    notebook = v4.new_notebook(cells=[])
    put_remarks(notebook, [str(count) for count in range(500)])
    assert len(notebook.cells) == MAX_REMARKS + 1
    assert "490" in notebook.cells[-1].source

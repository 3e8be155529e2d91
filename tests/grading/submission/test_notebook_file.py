import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbformat import v4

from course.answers import MIME_TYPE
from course.grading.submission.notebook_file import MAX_CELLS, ReadCell, handed_in, read_notebook
from tests.strategies import json_like

COPY = {
    "exercise": "own-case",
    "kind": "reflect",
    "saved": "2026-03-01T12:00:00+01:00",
    "answer": {"text": "hier"},
}


def notebook():
    output = v4.new_output("display_data", {MIME_TYPE: COPY, "text/html": "<dl></dl>"})
    return v4.new_notebook(cells=[v4.new_code_cell("own_case", outputs=[output])])


def test_a_notebook_is_read_with_its_copies():
    read = read_notebook(json.dumps(notebook()))
    assert read.cells == [ReadCell("", "own_case")]
    assert read.copies["own-case"].answer == {"text": "hier"}
    assert (read.missing, read.unreadable, read.remark) == (None, None, None)


def test_what_a_notebook_says_about_itself_is_not_believed():
    forged = notebook()
    forged.metadata["overtuigen"] = {"copies": {"x": {"score": 20}}, "remarks": ["alles goed"]}
    read = read_notebook(json.dumps(forged))
    assert set(read.copies) == {"own-case"}
    assert "alles goed" not in str(read)


def test_only_the_name_and_the_text_of_a_cell_are_read():
    cell = v4.new_markdown_cell(
        "tekst", metadata={"nbgrader": {"grade_id": "x-open", "points": 1000, "grade": True}}
    )
    read = read_notebook(json.dumps(v4.new_notebook(cells=[cell])))
    assert read.cells == [ReadCell("x-open", "tekst")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "null",
        "[]",
        '"x"',
        "{}",
        "PK\x03\x04",
        "[" * 100_000,
        '{"cells": 3, "nbformat": 4}',
        "\ud800",
    ],
    ids=range(10),
)
def test_what_is_no_notebook_is_an_empty_one_with_a_note(text):
    read = read_notebook(text)
    assert list(read.cells) == []
    assert str(read.unreadable)


def test_copies_are_found_even_when_the_notebook_is_invalid():
    broken = json.loads(json.dumps(notebook()))
    broken["cells"].append({"cell_type": "dream"})
    read = read_notebook(json.dumps(broken))
    assert read.cells == [ReadCell("", "own_case"), ReadCell("", "")]
    assert set(read.copies) == {"own-case"}


@pytest.mark.parametrize("depth", [100, 400, 900])
def test_a_copy_that_is_nested_too_deep_is_left_out(depth):
    deep = json.dumps(notebook()).replace('{"text": "hier"}', '{"text": ' + "[" * depth + "]" * depth + "}")
    assert read_notebook(deep).copies == {}


@pytest.mark.parametrize(
    "content", [b"\xff\xfe\x00\x01", b"\x89PNG\r\n", b"PK\x03\x04" + bytes(range(256)), b""]
)
def test_a_file_that_is_not_even_text_is_read_as_an_empty_notebook(tmp_path, content):
    path = tmp_path / "01.ipynb"
    path.write_bytes(content)
    read = handed_in(path)
    assert list(read.cells) == []
    assert read.unreadable


def test_a_mark_at_the_start_of_the_file_does_not_matter(tmp_path):
    path = tmp_path / "01.ipynb"
    path.write_text(json.dumps(notebook()), "utf-8-sig")
    assert handed_in(path).unreadable is None
    assert set(handed_in(path).copies) == {"own-case"}


def test_what_is_not_there_or_no_file_is_missing(tmp_path):
    assert "01.ipynb" in str(handed_in(tmp_path / "01.ipynb").missing)
    (tmp_path / "01.ipynb").symlink_to("/etc/passwd")
    read = handed_in(tmp_path / "01.ipynb")
    assert "a link" in str(read.missing)
    assert list(read.cells) == []


def test_another_name_is_told(tmp_path):
    (tmp_path / "01 (1).ipynb").write_text(json.dumps(notebook()))
    assert "01 (1).ipynb" in str(handed_in(tmp_path / "01.ipynb").remark)


@given(json_like("cells", "metadata", "nbformat", "nbformat_minor", "worksheets", "outputs", "data"))
def test_no_json_makes_it_raise(data):
    read_notebook(json.dumps(data))


@given(st.text(st.characters()))
def test_no_text_makes_it_raise(text):
    read_notebook(text)


@given(st.binary())
def test_no_bytes_make_it_raise(data):
    read_notebook(data)


def test_of_very_many_cells_only_the_first_are_kept_but_every_answer():
    many = json.loads(json.dumps(notebook()))
    many["cells"] = [{}] * 100_000 + many["cells"]
    read = read_notebook(json.dumps(many))
    assert len(read.cells) == MAX_CELLS
    assert set(read.copies) == {"own-case"}

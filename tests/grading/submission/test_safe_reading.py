import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbformat import v4

from course.answers import MIME_TYPE
from course.grading.submission.safe_reading import MAX_CELLS, SafeReading, read_notebook
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


def read_file(path):
    read, _resources = SafeReading().from_filename(str(path))
    return json.loads(read)


def test_a_notebook_is_read_with_its_copies():
    read = read_notebook(json.dumps(notebook()))
    assert read.cells[0].source == "own_case"
    assert read.metadata.overtuigen.copies["own-case"]["answer"] == {"text": "hier"}
    assert read.metadata.overtuigen.unreadable == ""


def test_what_a_notebook_says_about_itself_is_not_believed():
    forged = notebook()
    forged.metadata["overtuigen"] = {"copies": {"x": {"score": 20}}, "note": "alles goed"}
    assert set(read_notebook(json.dumps(forged)).metadata.overtuigen.copies) == {"own-case"}


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
    assert read.cells == []
    assert read.metadata.overtuigen.unreadable


def test_copies_are_found_even_when_the_notebook_is_invalid():
    broken = json.loads(json.dumps(notebook()))
    broken["cells"].append({"cell_type": "dream"})
    read = read_notebook(json.dumps(broken))
    assert [cell.cell_type for cell in read.cells] == ["code", "raw"]
    assert set(read.metadata.overtuigen.copies) == {"own-case"}


@pytest.mark.parametrize("depth", [100, 400, 900])
def test_a_copy_that_is_nested_too_deep_is_left_out(depth):
    deep = json.dumps(notebook()).replace('{"text": "hier"}', '{"text": ' + "[" * depth + "]" * depth + "}")
    assert read_notebook(deep).metadata.overtuigen.copies == {}


@pytest.mark.parametrize(
    "content", [b"\xff\xfe\x00\x01", b"\x89PNG\r\n", b"PK\x03\x04" + bytes(range(256)), b""]
)
def test_a_file_that_is_not_even_text_is_read_as_an_empty_notebook(tmp_path, content):
    path = tmp_path / "01.ipynb"
    path.write_bytes(content)
    read = read_file(path)
    assert read["cells"] == []
    assert read["metadata"]["overtuigen"]["unreadable"]


def test_a_mark_at_the_start_of_the_file_does_not_matter(tmp_path):
    path = tmp_path / "01.ipynb"
    path.write_text(json.dumps(notebook()), "utf-8-sig")
    assert read_file(path)["metadata"]["overtuigen"]["unreadable"] == ""


@given(json_like("cells", "metadata", "nbformat", "nbformat_minor", "worksheets", "outputs", "data"))
def test_no_json_makes_it_raise(data):
    read_notebook(json.dumps(data))


@given(st.text(st.characters()))
def test_no_text_makes_it_raise(text):
    read_notebook(text)


def test_of_very_many_cells_only_the_first_are_kept_but_every_answer():
    many = json.loads(json.dumps(notebook()))
    many["cells"] = [{}] * 100_000 + many["cells"]
    read = read_notebook(json.dumps(many))
    assert len(read.cells) == MAX_CELLS
    assert set(read.metadata.overtuigen.copies) == {"own-case"}

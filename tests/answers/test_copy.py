import json

import pytest
from hypothesis import given
from nbformat import v3, v4

from course.answers import MIME_TYPE, copies_in, own_copies
from course.answers.copy import NOTEBOOK
from tests.strategies import json_like


def record(text, saved="2026-03-01T12:00:00+01:00", exercise="own-case"):
    return {"exercise": exercise, "kind": "reflect", "saved": saved, "answer": {"text": text}, "version": 1}


def output(*records):
    return [v4.new_output("display_data", {MIME_TYPE: one, "text/html": "<dl></dl>"}) for one in records]


def notebook(*records):
    return v4.new_notebook(cells=[v4.new_markdown_cell("x"), v4.new_code_cell("1", outputs=output(*records))])


def texts(found):
    return {name: one.answer["text"] for name, one in found.items()}


def test_a_copy_is_found_in_an_output():
    assert texts(copies_in(notebook(record("mijn zaak")))) == {"own-case": "mijn zaak"}


def test_the_newest_copy_counts_wherever_it_stands():
    new, old = record("nieuw", "2026-03-01T12:00:01+01:00"), record("oud")
    for order in ([new, old], [old, new]):
        assert texts(copies_in(notebook(*order))) == {"own-case": "nieuw"}


def test_a_copy_without_a_readable_time_never_wins():
    assert texts(copies_in(notebook(record("echt"), record("namaak", "over duizend jaar")))) == {
        "own-case": "echt"
    }


def test_every_exercise_has_its_own_copy():
    found = copies_in(notebook(record("een"), record("twee", exercise="other")))
    assert texts(found) == {"own-case": "een", "other": "twee"}


def test_a_notebook_of_the_previous_format_carries_copies_too():
    old = {"worksheets": [{"cells": [{"outputs": [{MIME_TYPE: record("oud formaat")}]}]}]}
    assert texts(copies_in(old)) == {"own-case": "oud formaat"}
    assert copies_in(v3.new_notebook()) == {}


@pytest.mark.parametrize("found", [None, "text", {"exercise": "../x"}, record("x", exercise="../../x"), []])
def test_what_is_no_record_is_no_copy(found):
    assert copies_in(notebook(found)) == {}


@given(json_like("cells", "outputs", "data", "worksheets", MIME_TYPE))
def test_anything_may_call_itself_a_notebook(raw):
    copies_in(raw)


@given(json_like("data", MIME_TYPE))
def test_anything_may_stand_in_a_cell(raw):
    for mangled in (
        {"cells": raw},
        {"cells": [raw]},
        {"cells": [{"outputs": raw}]},
        {"cells": [{"outputs": [raw]}]},
    ):
        copies_in(mangled)


def test_copies_survive_a_notebook_on_disk():
    assert texts(copies_in(json.loads(json.dumps(notebook(record("bewaard")))))) == {"own-case": "bewaard"}


@pytest.fixture
def own(tmp_path, monkeypatch):
    """The notebook of this kernel, as Jupyter Server tells it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(NOTEBOOK, str(tmp_path / "les.ipynb"))
    return tmp_path / "les.ipynb"


def test_a_kernel_finds_the_copies_in_its_own_notebook(own):
    own.write_text(json.dumps(notebook(record("bewaard"))))
    assert texts(own_copies()) == {"own-case": "bewaard"}


def test_a_kernel_in_another_folder_has_no_business_with_them(own, monkeypatch):
    own.write_text(json.dumps(notebook(record("bewaard"))))
    (own.parent / "elders").mkdir()
    monkeypatch.chdir(own.parent / "elders")
    assert own_copies() == {}


@pytest.mark.parametrize("content", [None, "", "{", "[" * 100_000, "null", "# Les\n"])
def test_a_notebook_that_cannot_be_read_has_no_copies(own, content):
    if content is not None:
        own.write_text(content)
    assert own_copies() == {}


@pytest.mark.parametrize("path", ["", "een naam", "/bestaat/niet.ipynb"])
def test_a_kernel_without_a_notebook_has_no_copies(own, monkeypatch, path):
    monkeypatch.setenv(NOTEBOOK, path)
    assert own_copies() == {}
    monkeypatch.delenv(NOTEBOOK)
    assert own_copies() == {}

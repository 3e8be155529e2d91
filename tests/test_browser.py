"""What the kernel in the browser does in place of a server; the page itself is in tests/site."""

import base64
import io
import json
import zipfile
from dataclasses import replace
from types import SimpleNamespace

import pytest
from nbformat import v4

from course import browser
from course.answers import MIME_TYPE, Answers, Reader, Record
from course.assignment import assignment_in
from course.kinds import KINDS
from tests.browser.gallery import gallery
from tests.zips import zipped

SOURCES = ["from course import Choose", 'Choose("which", "Welke?", options={"a": "Eén", "b": "Twee"})']
EXERCISES = assignment_in(gallery()).exercises
NULL = type("JsNull", (), {"__repr__": lambda self: "jsnull"})()


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def told(monkeypatch):
    heard = {}
    monkeypatch.setattr(browser, "_tell", heard.update)
    return heard


@pytest.mark.parametrize(
    ("path", "sources", "runs"),
    [
        ("modules/nl/les.ipynb", SOURCES, True),
        ("modules/nl/les.ipynb", [*SOURCES, "import os"], False),
        ("modules/nl/les.ipynb", ["%run evil.py"], False),
        ("submitted/anna/01/01.ipynb", SOURCES, False),
    ],
)
def test_only_what_shows_exercises_may_run(told, monkeypatch, path, sources, runs):
    monkeypatch.setenv("JPY_SESSION_NAME", "")
    browser.begin(path, sources)
    assert told == {"runs": runs, "lasting": True}


def nulls(value):
    """As Pyodide gives it to the kernel."""
    if isinstance(value, dict):
        return {name: nulls(one) for name, one in value.items()}
    if isinstance(value, list):
        return [nulls(one) for one in value]
    return NULL if value is None else value


def test_a_null_from_the_page_is_none_wherever_it_stands():
    heard = []
    manager = SimpleNamespace(
        **{name: lambda *given: heard.append(given) for name in ("comm_open", "comm_msg", "comm_close")}
    )
    browser.mend_nulls(SimpleNamespace(comm_manager=manager), type("Comm", (), {"publish_msg": None}), NULL)
    message = {"content": {"data": {"answer": {"x": None, "many": [1, None, {"deep": None}], "no": False}}}}
    for handle in (manager.comm_open, manager.comm_msg, manager.comm_close):
        handle(NULL, NULL, nulls(message))
    assert heard == [(None, None, message)] * 3


def test_a_none_on_its_way_to_the_page_is_a_null():
    """Otherwise JavaScript gets a field that is not there."""
    told = []

    class Comm:
        def publish_msg(self, kind, data=None, metadata=None, **fields):
            told.append((kind, data, metadata, fields))

    quiet = SimpleNamespace(**dict.fromkeys(("comm_open", "comm_msg", "comm_close")))
    browser.mend_nulls(SimpleNamespace(comm_manager=quiet), Comm, NULL)
    Comm().publish_msg("comm_msg", {"state": {"fragment": None, "all": (1, None)}}, {"a": None}, buffers=None)
    Comm().publish_msg("comm_close")
    state = {"state": {"fragment": NULL, "all": [1, NULL]}}
    assert told == [("comm_msg", state, {"a": None}, {"buffers": None}), ("comm_close", None, None, {})]


@pytest.mark.parametrize("name", EXERCISES)
def test_every_kind_reads_an_answer_with_empty_fields_after_that(name):
    """As the page sends it, with null for what is not chosen yet."""
    exercise = EXERCISES[name]
    empty = exercise.clean({}, Reader())
    reader = Reader()
    assert exercise.clean(browser._replaced(nulls(empty), NULL, None), reader) == empty
    assert reader.problems == []


def test_without_that_an_empty_field_is_refused():
    """So that the test above can fail."""
    refused = 0
    for exercise in EXERCISES.values():
        reader = Reader()
        exercise.clean(nulls(exercise.clean({}, Reader())), reader)
        refused += bool(reader.problems)
    assert refused


def test_every_kind_is_among_them():
    assert {type(one) for one in EXERCISES.values()} == set(KINDS)


def saved(**chosen):
    return Record("which", "choose", "2026-11-26T10:00:00+01:00", {"chosen": "a", **chosen})


def notebook(record=None):
    cell = v4.new_code_cell(SOURCES[1], id="which")
    data = {"text/plain": "0", **({MIME_TYPE: record.data()} if record else {})}
    html = {"text/html": '<div class="ov-copy"></div>'}
    view = {"application/vnd.jupyter.widget-view+json": {"model_id": "gone"}}
    cell.outputs = [v4.new_output("display_data", view), v4.new_output("display_data", {**data, **html})]
    return json.dumps(v4.new_notebook(cells=[cell]))


def test_what_is_taken_along_is_a_hand_in(told):
    Answers().put(saved())
    browser.take(notebook(), "01-les.ipynb")
    with zipfile.ZipFile(io.BytesIO(base64.b64decode(told["zip"]))) as archive:
        assert archive.namelist() == ["01-les.ipynb", "answers/which.json"]
        taken = json.loads(archive.read("01-les.ipynb"))
        assert Record.loads(archive.read("answers/which.json")) == saved()
    (output,) = taken["cells"][0]["outputs"]  # no widget of a kernel that is gone
    assert Record.parse(output["data"][MIME_TYPE]) == saved()


def test_it_comes_back_on_another_computer(told, tmp_path, monkeypatch):
    Answers().put(saved())
    browser.take(notebook(), "01-les.ipynb")
    other = tmp_path / "other"
    other.mkdir()
    monkeypatch.chdir(other)
    browser.bring(told["zip"], ["which", "another"])
    assert (told["kept"], told["unkept"]) == (1, 0)
    assert Answers().load("which") == saved()


def test_a_notebook_alone_comes_back_too_and_a_newer_answer_stays(told):
    newer = Record.made("which", "choose", {"chosen": "b"})
    Answers().put(newer)
    browser.bring(base64.b64encode(notebook(saved()).encode()).decode(), None)
    assert told["kept"] == 1
    assert Answers().load("which") == newer


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA])
def test_a_zip_that_is_broken_anywhere_is_read_as_far_as_it_goes(told, method):
    whole = zipped(("answers/which.json", saved().dumps()), ("answers/é.json", "{}"), method=method)
    for at in range(len(whole)):
        for other in (0, 0xFF, whole[at] ^ 0x10):
            browser.bring(base64.b64encode(whole[:at] + bytes([other]) + whole[at + 1 :]).decode(), None)
            assert told["unkept"] == 0


def test_half_a_character_stops_neither_the_other_answers_nor_taking_along(told):
    half = replace(saved(), exercise="half", answer={"chosen": "\ud800"})
    files = [(f"answers/{one.exercise}.json", json.dumps(one.data())) for one in (half, saved())]
    browser.bring(base64.b64encode(zipped(*files)).decode(), None)
    assert (told["kept"], told["unkept"]) == (1, 0)
    assert Answers().all() == {"which": saved()}
    browser.take(json.dumps(v4.new_notebook(cells=[v4.new_markdown_cell("\ud800")])), "01-les.ipynb")
    assert base64.b64decode(told["zip"])


def test_what_is_brought_along_has_an_end(told, monkeypatch):
    many = [(f"answers/x{at}.json", replace(saved(), exercise=f"x{at}").dumps()) for at in range(9)]
    monkeypatch.setattr(browser, "MAX_RECORDS", 4)
    browser.bring(base64.b64encode(zipped(*many)).decode(), None)
    assert told["kept"] == 4
    monkeypatch.setattr(browser, "MAX_UNPACKED", 3 * len(many[0][1]))
    browser.bring(base64.b64encode(zipped(*many[5:])).decode(), None)
    assert told["kept"] == 3
    monkeypatch.setattr(browser, "MAX_BROUGHT", 100)
    browser.bring(base64.b64encode(zipped(*many)).decode(), None)
    assert told["kept"] == 0


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"{}", b"[" * 100_000, b"\xff\x00"])
def test_anything_else_holds_no_answers(told, data):
    browser.bring(base64.b64encode(data).decode(), None)
    assert told == {"kept": 0, "unkept": 0}


def test_answers_of_another_notebook_are_passed_over(told):
    browser.bring(base64.b64encode(notebook(saved()).encode()).decode(), ["another"])
    assert told == {"kept": 0, "unkept": 0}

"""Which notebooks may run by themselves, asked over HTTP as the page does, and every trick that we could think of."""

import json
import os
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from hypothesis import given
from hypothesis import strategies as st
from IPython.core.inputtransformer2 import TransformerManager
from nbformat import v4, write

from course.assignment import MAX_CODE
from course.folders import HAND_INS
from course.server.files import START_PAGE
from course.server.running import cells_to_run, code_in
from course.showing import does_nothing_but_show
from tests.browser.server import Server, free_port
from tests.model_answers import ROOT

SETUP = "# Voorbereiding: begint vanzelf\nfrom course import Choose"
SHOWN = 'which = Choose(\n    "which",\n    "Welke?",\n    options={"a": "Eén", "b": "Twee"},\n)\nwhich'
LESSON = (SETUP, SHOWN)


def lesson(*more, source=LESSON):
    return v4.new_notebook(cells=[v4.new_markdown_cell("# Les"), *map(v4.new_code_cell, source), *more])


def put(path, notebook):
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(notebook, bytes):
        path.write_bytes(notebook)
    else:
        write(notebook, path)
    return path


@pytest.mark.parametrize("path", sorted(ROOT.glob("[me]*/*/**/*.ipynb")), ids=lambda path: path.stem)
def test_every_lesson_and_every_assignment_runs_by_itself(path):
    assert cells_to_run(path, ROOT)


OTHER_CODE = {
    "code": "import os",
    "a magic": "%run evil.py",
    "a magic of the whole cell": "%%bash\ntouch harmed",
    "a command": "!touch harmed",
    "a question": "which?",
    "a command in a comment, for who ends a line there": "# niets\u2028!touch harmed",
    "another such line": "# niets\x0c!touch harmed",
    "yet another": "# niets\x85%run evil.py",
    "and another": "# niets\r!touch harmed",
    "a prompt": ">>> import os",
    "an encoding": "# -*- coding: utf-7 -*-\n+AGkAbQBwAG8AcgB0- os",
    "a decorator": "@print\nclass X: pass",
    "a call between brackets": "(lambda: 1)()",
    "a formatted text": "f'{open(1)}'",
    "an import of more": "from course import Choose, kernel",
    "another thing by its name": "from course import Choose as print",
    "an exercise that does more": 'Choose("which", "Welke?", options=open("harmed", "w"))',
    "an exercise that cannot be": "Choose(5, 5)",
    "elements in a text": (
        'Choose("which", "Welke?", options={"a": "A", "b": "B"}, '
        'material={"form": "note", "text": "x", "caption": ["script", "", "alert(1)"]})'
    ),
    "elements where a text is": (
        'from course import Rewrite\nRewrite("which", "Welke?", original="x", '
        'material={"form": "mail", "from": ["script", "", "alert(1)"], "text": "x"})'
    ),
    "elements in the text of a scene": (
        'from course import Dilemma\nchoices = {"a": {"text": "A"}, "b": {"text": "B"}}\n'
        'scene = {"text": "x", "choices": choices, "material": {"form": "note", "text": ["img", ""]}}\n'
        'Dilemma("who", "Wie?", scenes={"start": scene}, rule={"text": "x", "basis": "x", "date": "x"})'
    ),
    "nothing that is Python": "which (",
    "a nul": "1\0",
    "half a character": "'\ud800'",
    "depth": "(" * 500 + ")" * 500,
    "depth that is read and not told": "x" + ".a" * 400 + "\n" + "1" + " + 1" * 900,
    "a name that is no text or number": "{[1]: 2}",
    "too much": "# " + "x" * MAX_CODE,
    "a page in a text that comes later": (
        'Choose("which", "Welke?", options={"a": "A", "b": "B"}, after="<img src=x onerror=harm()>")'
    ),
    "a link that is a program": (
        'Choose("which", "Welke?", options={"a": "A", "b": "B"}, after="[klik](javascript:harm())")'
    ),
    "a link elsewhere that is one": (
        'Choose("which", "Welke?", options={"a": "A", "b": "B"}, after="[klik][x]\\n\\n[x]: javascript:harm()")'
    ),
    "a page that is one": (
        'from course import Plan\nPlan("plan", "Plan", headings={"a": "A"}, sources={"a": ["x"]}, '
        'pages={"x": "javascript:harm()"})'
    ),
}


@pytest.mark.parametrize("code", OTHER_CODE.values(), ids=OTHER_CODE)
def test_a_notebook_with_other_code_never_runs_by_itself(code):
    assert does_nothing_but_show(list(LESSON))
    assert not does_nothing_but_show([*LESSON, code])
    assert not does_nothing_but_show([code, *LESSON])


GROWTH = {
    "a list in itself": "x = ['span', '']\n" + "x = ['span', '', x, x]\n" * 60,
    "a pair that is a name": "x = (1, 1)\n" + "x = (x, x)\n" * 60 + "{x: 1}",
    "an exercise in itself": (
        f"{SETUP}\nx = 1\n"
        + "x = Choose('x', 'x', options={'a': 'A', 'b': 'B'}, hint=[x, x])\n" * 60
        + "Choose(x, 'x', options={'a': 'A', 'b': 'B'})"
    ),
    "an overview in itself": "x = Overview([])\n" + "x = Overview([x, x])\n" * 60 + "{x: 1}",
}
"""A few lines that make more than any computer holds, or takes longer than anybody waits."""


@pytest.mark.parametrize("code", GROWTH.values(), ids=GROWTH)
def test_what_is_made_is_no_larger_than_what_was_read(code):
    assert not does_nothing_but_show([code])


PIECES = (*'#%!?=1[]x"', "'''", "%%", "...", "...:", "In [1]:", ">>>", "ls")
SPACES = (*" \t\n\r\x0b\x0c\x1c\x85\xa0\u2028\u2029", "    ", "\\\n", "")


@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(SPACES)), max_size=12))
def test_what_may_run_is_no_command_for_ipython(pieces):
    code = "".join(map("".join, pieces))
    if does_nothing_but_show([code]):
        assert "get_ipython" not in TransformerManager().transform_cell(code)


def test_what_else_is_in_a_notebook_changes_nothing(tmp_path):
    said = {"trusted": True, "course": {"runs": True}, "kernelspec": {"name": "bash", "language": "bash"}}
    more = lesson(v4.new_raw_cell("!touch harmed"), v4.new_markdown_cell("<script>harm()</script>"))
    for cell in more.cells:
        cell.metadata.update({"tags": ["raises-exception"], "course": True, "init_cell": True})
    more.cells[1].outputs = [v4.new_output("display_data", {"text/html": "<script>harm()</script>"})]
    assert cells_to_run(put(tmp_path / "les.ipynb", more), tmp_path) == list(LESSON)
    more.metadata.update(said)
    assert cells_to_run(put(tmp_path / "les.ipynb", more), tmp_path) == list(LESSON)
    other = lesson(v4.new_code_cell("import os", metadata=said), v4.new_code_cell("import os", id="setup"))
    other.metadata.update(said)
    assert cells_to_run(put(tmp_path / "anders.ipynb", other), tmp_path) is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"nbformat": 3, "worksheets": []}',
        b'{"nbformat": 4, "cells": 5}',
        b'{"nbformat": 4, "cells": [5]}',
        b'{"nbformat": 4, "cells": [{"cell_type": "code", "source": [5]}]}',
        b'{"nbformat": 4, "cells": [{"cell_type": "code"}]}',
        b"[" * 100_000,
        json.dumps(lesson()).encode("utf-16"),
        b"\xef\xbb\xbf" + json.dumps(lesson()).encode(),
    ],
)
def test_what_cannot_be_read_does_not_run(tmp_path, content):
    assert cells_to_run(put(tmp_path / "les.ipynb", content), tmp_path) is None


def test_a_source_in_lines_is_the_same_source():
    cells = [{"cell_type": "code", "source": source.splitlines(keepends=True)} for source in LESSON]
    assert code_in({"nbformat": 4, "cells": cells}) == list(LESSON)


CAPITALS = ("Submitted", "FEEDBACK", "\N{LATIN SMALL LETTER LONG S}ubmitted")


@pytest.mark.parametrize(
    "folder", [*sorted(HAND_INS), *CAPITALS, ".hidden", ".ipynb_checkpoints", "les/.trash"]
)
def test_a_hand_in_and_what_is_hidden_never_run_by_being_opened(tmp_path, folder):
    place = put(tmp_path / folder / "anna" / "01-w" / "les.ipynb", lesson())
    assert cells_to_run(place, tmp_path) is None
    linked = tmp_path / "les.ipynb"
    linked.symlink_to(place)
    assert cells_to_run(linked, tmp_path) is None
    (tmp_path / "map").symlink_to(place.parent)
    assert cells_to_run(tmp_path / "map" / "les.ipynb", tmp_path) is None
    own = put(tmp_path / "eigen" / "les.ipynb", lesson())
    (place.parent / "eigen.ipynb").symlink_to(own)
    assert cells_to_run(place.parent / "eigen.ipynb", tmp_path) is None
    assert cells_to_run(own, tmp_path) == list(LESSON)


@pytest.mark.parametrize("name", ["mailed.ipynb", "unpacked/anna/01-w.ipynb"])
def test_nor_does_a_notebook_that_stands_in_the_course_and_is_none_of_it(tmp_path, name):
    own = put(tmp_path / "course" / START_PAGE, lesson())
    place = put(tmp_path / "course" / name, lesson())
    for root in (tmp_path, tmp_path / "course"):
        assert cells_to_run(place, root) is None
        assert cells_to_run(own, root) == list(LESSON)


def test_a_notebook_whose_answers_would_go_elsewhere_does_not_run(tmp_path):
    """What is no answer there would be set aside, and an answer put in its place."""
    elsewhere = tmp_path / "project" / "which.json"
    elsewhere.parent.mkdir()
    place = put(tmp_path / "les" / "les.ipynb", lesson())
    assert cells_to_run(place, tmp_path) == list(LESSON)
    (tmp_path / "les" / "answers").symlink_to(elsewhere.parent)
    assert cells_to_run(place, tmp_path) is None


def test_nothing_outside_of_what_the_server_opens_runs(tmp_path):
    outside = put(tmp_path / "elsewhere" / "les.ipynb", lesson())
    root = tmp_path / "root"
    root.mkdir()
    (root / "les.ipynb").symlink_to(outside)
    (root / "map").symlink_to(outside.parent)
    (root / "rond.ipynb").symlink_to(root / "rond.ipynb")
    for name in ("les.ipynb", "map/les.ipynb", "rond.ipynb", "../elsewhere/les.ipynb", "weg.ipynb", "map"):
        assert cells_to_run(root / name, root) is None, name
    assert cells_to_run(put(root / "les.py", lesson()), root) is None
    (root / "pijp.ipynb").parent.mkdir(exist_ok=True)
    os.mkfifo(root / "pijp.ipynb")
    assert cells_to_run(root / "pijp.ipynb", root) is None  # and nobody waits for it


# Over HTTP ----------------------------------------------------------------------------------------

TOKEN = "secret"
NOT_TO_RUN = (
    *("modules/nl/anders.ipynb", "modules/nl/weg.ipynb", "modules/nl", "solutions/nl/01-w/01-w.ipynb"),
    *("submitted/anna/01-w/01-w.ipynb", "../root/modules/nl/00-start.ipynb", "/", "..", ""),
    *("RTC:modules/nl/00-start.ipynb", "modules/nl/00-start.ipynb\0", "\ud800", "x" * 100_000),
)


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    root = tmp_path_factory.mktemp("root")
    put(root / "modules" / "nl" / "00-start.ipynb", lesson())
    put(root / "solutions" / "nl" / "01-w" / "01-w.ipynb", lesson())
    put(root / "modules" / "nl" / "anders.ipynb", lesson(v4.new_code_cell("import os")))
    put(root / "submitted" / "anna" / "01-w" / "01-w.ipynb", lesson())
    return root


@pytest.fixture(scope="module")
def server(served):
    """Behind a base address, with a token, and with the checks of other sites that a browser meets."""
    server = Server(served, free_port(), token=TOKEN, base="/user/anna/", guarded=True)
    server.start()
    yield server
    server.kill()


def ask(server, body, address="overtuigen/runs", token=TOKEN, method="POST", **headers):
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    if token:
        headers["Authorization"] = f"token {token}"
    data = json.dumps(body).encode() if method == "POST" else None
    try:
        with urlopen(Request(f"{server.url}/{address}", data, headers, method=method), timeout=20) as reply:
            return reply.status, json.load(reply)
    except HTTPError as refused:
        return refused.code, None


def test_the_page_gets_the_cells_of_a_lesson_and_of_nothing_else(server):
    told = {"kernel": "python3", "cells": list(LESSON)}
    assert ask(server, {"path": "modules/nl/00-start.ipynb"}) == (200, told)
    for path in NOT_TO_RUN:
        assert ask(server, {"path": path}) == (200, {}), path


@pytest.mark.parametrize("body", [None, [], {}, {"path": 5}, {"path": ["modules"]}, "modules"])
def test_a_question_that_is_none_is_refused(server, body):
    assert ask(server, body) == (400, None)


def test_who_is_not_logged_in_or_comes_from_another_page_gets_nothing(server):
    body = {"path": "modules/nl/00-start.ipynb"}
    assert ask(server, body, token="")[0] == 403
    assert ask(server, body, token="guessed")[0] == 403
    assert ask(server, body, "overtuigen/runs?token=guessed", token="")[0] == 403
    # A page of another site, in the browser of who is logged in: it cannot send what the course's own page sends.
    assert ask(server, body, token="", Origin="https://elsewhere.example")[0] in (403, 404)
    assert ask(server, body, token="", Cookie="_xsrf=a", X_XSRFToken="b")[0] == 403
    assert ask(server, body, method="GET")[0] == 405
    for page, status in (("overtuigen/course", 200), ("overtuigen/course?day=gisteren", 200)):
        assert ask(server, None, page, method="GET")[0] == status
        assert ask(server, None, page, token="", method="GET")[0] == 403
    from_elsewhere = {"Origin": "https://elsewhere.example"}
    assert ask(server, None, "overtuigen/course", token="", method="GET", **from_elsewhere)[0] in (403, 404)


def test_a_browser_without_the_word_against_other_sites_gets_nothing(served):
    """Who needs no token is protected by that word alone."""
    server = Server(served, free_port(), guarded=True)
    server.start()
    try:
        body = {"path": "modules/nl/00-start.ipynb"}
        assert ask(server, body, token="")[0] == 403
        assert ask(server, body, token="", Origin="https://elsewhere.example")[0] == 404
        assert ask(server, body, token="", Cookie="_xsrf=a", X_XSRFToken="a")[0] == 200
    finally:
        server.kill()

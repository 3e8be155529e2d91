"""A hand-in that an instructor opens: what the server gives of it does nothing, and it stays as it is."""

import json
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

import pytest
from nbformat import v4, write

from course.answers import MIME_TYPE
from course.server.files import START_PAGE, CourseFiles
from course.server.hand_ins import harmless
from tests.browser.server import Server, free_port
from tests.event_loop import run

PLACES = (
    *(f"{step}/mallory/01-w/01-w.ipynb" for step in ("submitted", "autograded", "feedback")),
    "downloaded/01-w/extracted/mallory/01-w.ipynb",
    "unpacked/mallory/01-w.ipynb",
    "mailed.ipynb",
)
OWN = "solutions/nl/01-w/01-w.ipynb"
EVIL = "the participant's"
VEGA = "application/vnd.vegalite.v5+json"
ANSWER = {"text/html": "<p>mijn zaak</p>", "text/plain": "mijn zaak", MIME_TYPE: {"exercise": "w"}}


def armed(place):
    """A notebook with something in each place that JupyterLab, a widget or Jupytext looks at."""
    widget = {"model_name": "AnyModel", "model_module": "anywidget", "state": {"_esm": EVIL}}
    state = {"application/vnd.jupyter.widget-state+json": {"version_major": 2, "state": {"w": widget}}}
    stem, folder = place.rsplit("/", 1)[-1].removesuffix(".ipynb"), place.rpartition("/")[0]
    paired = [
        {"extension": ".ipynb", "prefix": f"{folder}//{stem[:-1]}", "suffix": stem[-1]},
        {"extension": ".py", "format_name": "percent", "prefix": ".//site", "suffix": "customize"},
    ]
    outputs = [
        v4.new_output("display_data", {**ANSWER, VEGA: {"data": {"url": EVIL}}, "image/svg+xml": EVIL}),
        v4.new_output("display_data", {"application/javascript": EVIL}),
        v4.new_output("display_data", {"application/vnd.jupyter.widget-view+json": {"model_id": "w"}}),
        v4.new_output("stream", text="printed"),
        v4.new_output("error", ename=EVIL),
    ]
    cells = [
        v4.new_code_cell("answered", outputs=outputs, metadata={"trusted": True, "widgets": EVIL}),
        v4.new_markdown_cell("written", attachments={"x": {"text/html": EVIL}}, metadata={"x": EVIL}),
    ]
    about = {"kernelspec": {"name": "python3", "display_name": "Python"}, "course": {"language": "nl"}}
    return v4.new_notebook(
        cells=cells, metadata={**about, "widgets": state, "jupytext": {"formats": paired}, "x": EVIL}
    )


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    root = tmp_path_factory.mktemp("home") / "overtuigen"
    for place in (*PLACES, OWN, START_PAGE):
        (root / place).parent.mkdir(parents=True, exist_ok=True)
        write(armed(place), root / place)
    header = "jupytext:\n    formats: submitted/hand//wo/rk.md,.//site/customize.py:percent"
    (root / "submitted/hand").mkdir()
    (root / "submitted/hand/work.md").write_text(f"---\njupyter:\n  {header}\n---\n\n```python\n1\n```\n")
    (root / "nbgrader_config.py").write_text("")
    return root


@pytest.fixture(scope="module")
def server(served):
    """As an instructor opens it."""
    server = Server(served, free_port(), ("--CourseFiles.everything=True",))
    server.start()
    yield server
    server.kill()


def opened(server, place, kind="notebook"):
    status, told = server.page(f"api/contents/{quote(place)}?type={kind}&content=1")
    assert status == 200, told
    return json.loads(told)


def send(server, path, body, method="PUT"):
    request = Request(f"{server.url}/{path}", json.dumps(body).encode(), method=method)
    try:
        with urlopen(request, timeout=20) as reply:
            return reply.status, json.load(reply)
    except HTTPError as refused:
        return refused.code, json.loads(refused.read() or "{}")


@pytest.mark.parametrize("place", PLACES)
def test_of_a_hand_in_only_what_can_be_read_is_given(server, place):
    given = opened(server, place)
    assert EVIL not in json.dumps(given)
    assert "jupytext" not in given["content"]["metadata"]
    assert given["content"]["metadata"]["course"] == {"language": "nl"}
    answered, written = given["content"]["cells"]
    assert [cell["source"] for cell in (answered, written)] == ["answered", "written"]
    assert [answered["metadata"], written["metadata"]] == [{}, {}]
    shown, printed = answered["outputs"]
    assert shown["data"] == ANSWER
    assert printed["text"] == "printed"


def test_the_courses_own_is_given_whole(server):
    given = opened(server, OWN)
    assert given["writable"]
    assert given["content"]["metadata"]["x"] == EVIL
    assert opened(server, "nbgrader_config.py", "file")["writable"]


def widgets(module, many):
    models = [{"model_name": "AnyModel", "model_module": module, "state": {"_esm": EVIL}}]
    state = models if many else {"w": models[0]}
    return {"application/vnd.jupyter.widget-state+json": {"version_major": 2, "state": state}}


@pytest.mark.parametrize("many", [False, True])
@pytest.mark.parametrize(("module", "stays"), [("anywidget", False), ("@jupyter-widgets/controls", True)])
def test_a_program_in_a_stored_widget_does_not_run_wherever_a_notebook_is(tmp_path, module, stays, many):
    """JupyterLab would run it as soon as the notebook is opened, trusted or not."""
    made = v4.new_notebook(metadata={"widgets": widgets(module, many), "x": EVIL})
    (tmp_path / "les.ipynb").write_text(json.dumps(made))
    given = run(CourseFiles(root_dir=str(tmp_path)).get("les.ipynb"))["content"]
    assert ("widgets" in given.metadata) is stays
    assert given.metadata.x == EVIL


@pytest.mark.parametrize("kernel", [{"name": "ir", "display_name": "R"}, {"name": ["python3"]}, "ir", None])
def test_a_hand_in_chooses_no_kernel_of_another_language(kernel):
    """That of R runs a file in the folder of the notebook as it starts."""
    made = v4.new_notebook()
    made.metadata.kernelspec = kernel
    harmless(made)
    assert made.metadata == {}


@pytest.mark.parametrize("place", PLACES)
def test_a_hand_in_that_is_opened_stays_as_it_is(server, served, place):
    before = (served / place).read_bytes()
    given = opened(server, place)
    assert not given["writable"]
    status, told = send(server, f"api/contents/{place}", given)
    assert status == 403
    assert "inlevering" in told["message"]
    text = {"type": "file", "format": "text", "content": "{}"}
    assert send(server, f"api/contents/{place}", text)[0] == 403
    assert (served / place).read_bytes() == before


def test_a_hand_in_does_not_become_the_courses_own_by_moving_it(server, served):
    for place in (PLACES[0], "submitted/mallory", "unpacked/mallory", "mailed.ipynb"):
        target = {"path": "solutions/nl/moved" + (".ipynb" if place.endswith(".ipynb") else "")}
        assert send(server, f"api/contents/{place}", target, "PATCH")[0] == 403
        assert (served / place).exists()


def test_a_notebook_can_be_uploaded_where_hand_ins_are(server, served):
    model = {"type": "notebook", "content": armed("downloaded/new.ipynb")}
    assert send(server, "api/contents/downloaded/new.ipynb", model)[0] == 201
    assert EVIL not in json.dumps(opened(server, "downloaded/new.ipynb"))


def test_no_file_is_written_that_a_hand_in_names(server, served):
    for place in (*PLACES, OWN):
        model = {"type": "notebook", "content": armed(place)}
        send(server, f"api/contents/{place}", model)
    path = "api/contents/submitted/hand/work.md"
    assert server.page(f"{path}?type=notebook&content=1")[0] == 400  # a text is no notebook here
    send(server, path, {"type": "notebook", "content": armed("submitted/hand/work.md")})
    assert not list(served.rglob("*customize*"))


def test_a_picture_tells_nobody_that_a_hand_in_was_opened(server):
    for path in ("lab", f"files/{PLACES[0]}"):
        with urlopen(f"{server.url}/{path}", timeout=20) as reply:
            policy = reply.headers["Content-Security-Policy"]
        assert "img-src 'self' data: blob:;" in policy
        assert "frame-ancestors 'self'" in policy


def test_validating_runs_no_hand_in(server, served):
    ran = served / "RAN"
    cell = v4.new_code_cell(f"open({str(ran)!r}, 'w').close()")
    place = "submitted/runs/01-w/01-w.ipynb"
    (served / place).parent.mkdir(parents=True)
    write(v4.new_notebook(cells=[cell]), served / place)
    request = Request(f"{server.url}/assignments/validate?path={quote(place)}", b"", method="POST")
    with pytest.raises(HTTPError) as refused:
        urlopen(request, timeout=60)
    assert refused.value.code == 404
    assert not ran.exists()

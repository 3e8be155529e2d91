import json
from importlib.resources import files
from pathlib import Path

import pytest
from jupyter_server.serverapp import ServerApp
from nbconvert import HTMLExporter
from nbformat import v4

import course.server as extension
from course.answers import Answers, copies_in
from course.view.static import bundle
from tests.event_loop import run
from tests.kinds.examples import reflect

WIDGET = "application/vnd.jupyter.widget-view+json"
pytestmark = pytest.mark.filterwarnings("ignore:Overriding existing pre_save_hook")  # by the same one


def server_in(folder, *argv, starter=None, **more):
    """A real Jupyter server with the course's extension, not listening."""
    server = ServerApp(root_dir=str(folder), jpserver_extensions={"course.server": True, **more})
    server.load_config_file = lambda *_args, **_kwargs: None  # nothing of this machine
    server.initialize(argv=list(argv), find_extensions=False, new_httpserver=False, starter_extension=starter)
    return server


@pytest.fixture(params=[False, True], ids=["jupyter", "with-jupytext"])
def manager(tmp_path, request):
    """The contents manager of a server; an author's has Jupytext, which puts its own in place."""
    (tmp_path / "lesson").mkdir()
    return server_in(tmp_path, jupyterlab_jupytext=request.param).contents_manager


@pytest.fixture
def answers(tmp_path):
    return Answers(tmp_path / "lesson" / "answers")


def page(record=None, cell_id="reflect", answer=None):
    """A notebook with one exercise, as it is while someone works in it."""
    outputs = [
        v4.new_output("display_data", {WIDGET: {"model_id": "abc"}, "text/plain": "LiveReflect()"}),
        v4.new_output("display_data", bundle(reflect, record, answer or {"text": ""})),
    ]
    cell = v4.new_code_cell("reflect", outputs=outputs, execution_count=1)
    cell["id"] = cell_id
    return v4.new_notebook(cells=[v4.new_markdown_cell("# Les"), cell])


async def save(manager, notebook):
    model = {"type": "notebook", "format": "json", "content": notebook}
    await manager.save(model, "lesson/les.ipynb")
    return json.loads((Path(manager.root_dir) / "lesson" / "les.ipynb").read_text("utf-8"))


def test_a_saved_notebook_shows_the_answer_and_no_dead_widget(manager, answers):
    record = answers.save("reflect", "reflect", {"text": "mijn zaak"})
    saved = run(save(manager, page(record, answer=record.answer)))
    (output,) = saved["cells"][1]["outputs"]
    assert WIDGET not in output["data"]
    assert "mijn zaak" in "".join(output["data"]["text/html"])


def test_a_copy_that_lags_behind_is_brought_up_to_date(manager, answers):
    old = answers.save("reflect", "reflect", {"text": "oud"})
    answers.save("reflect", "reflect", {"text": "nieuw"})
    assert copies_in(run(save(manager, page(old))))["reflect"].answer == {"text": "nieuw"}


def test_a_first_answer_travels_even_when_its_copy_is_still_empty(manager, answers):
    answers.save("reflect", "reflect", {"text": "net getypt"})
    assert copies_in(run(save(manager, page())))["reflect"].answer == {"text": "net getypt"}


def test_a_newer_copy_stays(manager, answers):
    answers.save("reflect", "reflect", {"text": "oud"})
    elsewhere = Answers(answers.folder.parent / "elsewhere").save(
        "reflect", "reflect", {"text": "thuis gemaakt"}
    )
    assert copies_in(run(save(manager, page(elsewhere))))["reflect"].answer == {"text": "thuis gemaakt"}


def test_without_answers_on_disk_the_copies_stay_as_they_are(manager, answers):
    elsewhere = Answers(answers.folder.parent / "elsewhere").save("reflect", "reflect", {"text": "gemaild"})
    assert copies_in(run(save(manager, page(elsewhere))))["reflect"].answer == {"text": "gemaild"}


@pytest.mark.parametrize("name", ["../secret", "/etc/passwd", "a b"])
def test_a_cell_with_a_strange_name_reads_no_other_file(manager, answers, name):
    notebook = page()
    notebook["cells"][1]["id"] = name
    model = {"type": "notebook", "content": notebook}
    extension.complete_copies(model=model, path="lesson/les.ipynb", contents_manager=manager)
    assert copies_in(notebook) == {}


def test_other_outputs_and_other_notebooks_are_left_alone(manager):
    figure = v4.new_output("display_data", {WIDGET: {"model_id": "abc"}, "text/plain": "FloatSlider()"})
    notebook = v4.new_notebook(cells=[v4.new_code_cell("slider", outputs=[figure])])
    before = json.loads(json.dumps(notebook["cells"]))
    assert (
        run(save(manager, notebook))["cells"][0]["outputs"][0]["data"].keys()
        == before[0]["outputs"][0]["data"].keys()
    )


def test_a_file_that_is_no_notebook_is_left_alone(manager):
    model = {"type": "file", "content": "tekst"}
    extension.complete_copies(model=model, path="lesson/tekst.txt", contents_manager=manager)
    assert model == {"type": "file", "content": "tekst"}


def test_jupyter_finds_the_extension():
    (point,) = extension._jupyter_server_extension_points()
    assert point["module"] == "course.server"


def test_the_settings_for_jupyter_are_json():
    for folder in ("jupyter_server_config.d", "labconfig"):
        for file in (files("course.server") / folder).iterdir():
            assert isinstance(json.loads(file.read_text("utf-8")), dict)


@pytest.fixture
def course(tmp_path):
    start = tmp_path / extension.START_PAGE
    start.parent.mkdir(parents=True)
    start.write_text("{}")
    return tmp_path


APPS = {None: "ServerApp", "lab": "LabApp", "notebook": "JupyterNotebookApp"}


@pytest.mark.parametrize("base", ["/", "/user/anna/"])
@pytest.mark.parametrize("starter", APPS)
@pytest.mark.parametrize("asked", [None, "/lab", "/elsewhere"])
def test_the_course_opens_on_its_start_page_unless_another_is_asked(course, base, starter, asked):
    argv = [f"--ServerApp.base_url={base}", *([f"--{APPS[starter]}.default_url={asked}"] if asked else [])]
    server = server_in(course, *argv, starter=starter, jupyterlab=True, notebook=True)
    opened = "elsewhere" if asked == "/elsewhere" else f"lab/tree/{extension.START_PAGE}"
    assert server.default_url == base + opened
    assert server.web_app.settings["default_url"] == base + opened  # where `/` leads


def test_any_other_folder_opens_as_it_always_did(tmp_path):
    assert "00-start" not in server_in(tmp_path).default_url


def test_what_a_participant_prints_has_no_code_in_it(course):
    def printed(*argv):
        exporter = HTMLExporter(config=server_in(course, *argv).config)
        return exporter.from_notebook_node(page())[0]

    assert ">reflect<" not in printed()
    assert "Les" in printed()
    assert ">reflect<" in printed("--CourseFiles.everything=True")

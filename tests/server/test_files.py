"""What a server gives of the course, asked over HTTP: to who follows the README, and to an instructor."""

import json
import os
import subprocess
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from nbformat import v4, write

from course.server.files import START_PAGE, is_given
from tests.browser.server import Server, free_port

ROOT = Path(__file__).parents[2]
KEY = "the key of the assignment"
LESSON, RELEASE = START_PAGE, "exercises/nl/01-w/01-w.ipynb"
KEPT_BACK = (
    "solutions/nl/01-w/01-w.ipynb",
    "solutions/nl/01-w/01-w.md",
    "modules/nl/00-start.md",
    "modules/nl/00-START.MD",
    "modules/nl/aside.ipynb",  # a link to a key
    "tests/model_answers.py",
    ".git/config",
    "gradebook.db",
    "nbgrader_config.py",
    "course/kinds/key.py",
)
ROUTES = ("api/contents/{}", "files/{}", "view/{}", "nbconvert/html/{}")


def page(text):
    return v4.new_notebook(cells=[v4.new_markdown_cell(text)])


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A copy of the course, small, with something in it of each sort."""
    root = tmp_path_factory.mktemp("home") / "overtuigen"
    for name in (LESSON, RELEASE, *KEPT_BACK):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        if name.endswith(".ipynb"):
            write(page(KEY if name.startswith("solutions") else "for everybody"), root / name)
        else:
            (root / name).write_text(KEY)
    (root / "modules/nl/aside.ipynb").unlink()
    (root / "modules/nl/aside.ipynb").symlink_to(root / KEPT_BACK[0])
    return root


def send(server, path, body, method="POST"):
    request = Request(f"{server.url}/{path}", json.dumps(body).encode(), method=method)
    try:
        with urlopen(request, timeout=20) as reply:
            return reply.status
    except HTTPError as refused:
        return refused.code


def test_a_participant_gets_lessons_and_releases(server):
    for name in (LESSON, RELEASE):
        assert "for everybody" in server.page(f"api/contents/{name}")[1]
        assert "for everybody" in server.page(f"files/{name}")[1]
    status, told = server.page("api/contents/")
    assert status == 200
    assert {one["name"] for one in json.loads(told)["content"]} <= {"modules", "exercises"}


def test_the_start_page_by_which_a_course_is_known_cannot_be_taken_away(server, served):
    for place in (START_PAGE, "modules/nl", "modules"):
        assert send(server, f"api/contents/{place}", {}, "DELETE") == 404
        for target in ("modules/nl/away", "exercises/away", "away"):
            assert send(server, f"api/contents/{place}", {"path": target}, "PATCH") == 404
    assert send(server, "api/contents/modules/nl", {"copy_from": START_PAGE}) == 201
    assert send(server, "api/contents/modules/nl/00-start-Copy1.ipynb", {}, "DELETE") == 204
    assert server.page(f"files/{KEPT_BACK[0]}")[0] == 404


def test_a_start_page_inside_the_course_takes_nothing_away(server, served):
    for folder in ("exercises/modules", "exercises/modules/nl"):
        assert send(server, f"api/contents/{folder}", {"type": "directory"}, "PUT") == 201
    page = {"type": "file", "format": "text", "content": "{}"}
    assert send(server, f"api/contents/exercises/{START_PAGE}", page, "PUT") == 201
    assert server.page(f"api/contents/{RELEASE}")[0] == 200
    assert not is_given(served / KEPT_BACK[0])
    assert send(server, f"api/contents/exercises/{START_PAGE}", {}, "DELETE") == 204


def test_a_refusal_says_what_was_asked(server):
    assert f"No file for participants: {KEPT_BACK[1]}" in server.page(f"api/contents/{KEPT_BACK[1]}")[1]


def test_a_request_for_anything_else_is_refused(server):
    for name in KEPT_BACK:
        for route in ROUTES:
            status, told = server.page(route.format(name))
            assert status in (403, 404), (route, name, status)
            assert KEY not in told
    assert server.page(f"files/modules/%2e%2e/{KEPT_BACK[0]}")[0] in (403, 404)


def test_a_key_cannot_be_copied_or_moved_to_where_it_is_given(server):
    assert send(server, "api/contents/modules/nl", {"copy_from": KEPT_BACK[0]}) in (400, 404)
    body = json.dumps({"path": "modules/nl/mine.ipynb"}).encode()
    request = Request(f"{server.url}/api/contents/{KEPT_BACK[0]}", body, method="PATCH")
    with pytest.raises(HTTPError) as refused:
        urlopen(request, timeout=20)
    assert refused.value.code == 404


def test_nbgraders_pages_for_instructors_are_not_there_for_a_participant(server):
    assert server.page("formgrader/manage_assignments")[0] == 404
    assert send(server, "assignments/validate", {"path": KEPT_BACK[0]}) == 404


def test_an_instructor_gets_everything(served):
    server = Server(served, free_port(), ("--CourseFiles.everything=True",))
    server.start()
    try:
        for name in KEPT_BACK[:3]:
            assert KEY in server.page(f"files/{name}")[1]
        assert server.page("formgrader/manage_assignments")[0] == 200
    finally:
        server.kill()


def test_the_course_may_stand_anywhere_in_what_is_served(served):
    """As nbgitpuller puts it in a home folder: nothing is said about the folder that the server opens."""
    assert [name for name in KEPT_BACK if is_given(served / name)] == []
    assert is_given(served / LESSON)
    assert is_given(served.parent / "own.md")


def test_any_other_folder_is_served_as_always(tmp_path):
    (tmp_path / "solutions").mkdir()
    (tmp_path / "solutions" / "own.md").write_text("mine")
    assert is_given(tmp_path / "solutions" / "own.md")


def test_make_opens_the_course_for_a_participant_and_for_an_instructor():
    told = {
        goal: subprocess.run(
            ["make", "--dry-run", goal], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout
        for goal in ("lab", "lab-instructor")
    }
    assert "CourseFiles" not in told["lab"]
    assert "--CourseFiles.everything=True" in told["lab-instructor"]


def test_binders_copy_holds_lessons_and_releases_alone(tmp_path):
    copy = tmp_path / "copy"
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    for name in filter(None, tracked.decode().split("\0")):
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).symlink_to(ROOT / name)
    (copy / ".git").mkdir()
    subprocess.run([ROOT / "postBuild"], cwd=copy, env={**os.environ, "REPO_DIR": str(copy)}, check=True)
    left = {path.relative_to(copy) for path in copy.rglob("*") if path.is_symlink()}
    assert Path(START_PAGE) in left
    assert {path.parts[0] for path in left} <= {"modules", "exercises", "LICENSE", "LICENSE-lessons"}
    assert {path.suffix for path in left} <= {".ipynb", ""}
    assert not (copy / ".git").exists()


def test_what_binder_runs_removes_nothing_anywhere_else(tmp_path):
    (tmp_path / "work").touch()
    environment = {name: value for name, value in os.environ.items() if name != "REPO_DIR"}
    done = subprocess.run(
        [ROOT / "postBuild"], cwd=tmp_path, env=environment, capture_output=True, check=False
    )
    assert done.returncode != 0
    assert (tmp_path / "work").exists()


ALSO_TO_STRANGERS = ("api", "login")
ASKED = (
    *(
        "api/status",
        "api/contents",
        "api/kernels",
        "api/sessions",
        "api/terminals",
        "api/kernelspecs",
        "metrics",
    ),
    *(f"files/{LESSON}", f"api/contents/{LESSON}", f"nbconvert/html/{LESSON}", "lab", "tree", "assignments"),
    "overtuigen/course",
    *("lab/api/settings", "lab/api/workspaces"),
)


def test_a_stranger_without_the_token_gets_nothing(served):
    """The course adds pages and managers to Jupyter's server; none of them opens it."""
    server = Server(served, free_port(), token="secret")
    server.start()
    try:
        for path in ALSO_TO_STRANGERS:
            assert server.page(path)[0] == 200
        for path in ASKED:
            told = server.page(path)[1]
            assert "for everybody" not in told, path
            assert KEY not in told, path
            assert "Forbidden" in told or 'name="password"' in told, (
                path
            )  # refused, or sent to the page to log in
        assert send(server, "api/kernels", {}) == 403
        assert send(server, "api/contents/modules", {"copy_from": LESSON}) == 403
    finally:
        server.kill()

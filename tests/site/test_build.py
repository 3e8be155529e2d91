"""What is in the site, and what is not."""

import hashlib
import json
import zipfile

import pytest

from course.site.build import START_PAGE, build
from tests.site.conftest import TOOLS

pytestmark = pytest.mark.slow


def test_it_holds_lessons_and_releases_alone(site):
    files = {
        path.relative_to(site / "files").as_posix() for path in (site / "files").rglob("*") if path.is_file()
    }
    assert START_PAGE in files
    assert all(name.split("/")[0] in ("modules", "exercises") and name.endswith(".ipynb") for name in files)
    assert not [path for path in site.rglob("*") if "solutions" in path.parts]


def test_no_key_is_in_an_assignment_nor_in_the_wheel(site):
    for path in (site / "files" / "exercises").rglob("*.ipynb"):
        text = path.read_text("utf-8")
        assert ".check(" not in text
        assert "key=" not in text
        assert '"solution": true' not in text or "BEGIN SOLUTION" not in text
    (wheel,) = site.glob("static/wheels/*/overtuigen-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert "course/view/live.pyc" in names
    assert not [name for name in names if any(part in name for part in ("solutions", "authoring", "grading"))]


def test_nothing_is_asked_of_the_outside(site):
    config = json.loads((site / "jupyter-lite.json").read_text("utf-8"))["jupyter-config-data"]
    kernel = config["litePluginSettings"]["@jupyterlite/pyodide-kernel-extension:kernel"]
    assert kernel["disablePyPIFallback"]
    assert kernel["pyodideUrl"].startswith("./")
    lock = json.loads((site / "static/pyodide/pyodide-lock.json").read_text("utf-8"))
    assert set(kernel["loadPyodideOptions"]["packages"]) == set(lock["packages"])
    for package in lock["packages"].values():
        wheel = (site / "static/pyodide" / package["file_name"]).resolve()
        assert hashlib.sha256(wheel.read_bytes()).hexdigest() == package["sha256"]


def test_it_is_the_same_each_time(site, tmp_path):
    again = tmp_path / "cursus"
    build(TOOLS, again)
    assert contents(again) == contents(site)


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }

"""What goes to the browser: all that a notebook imports, and nothing that only an author or an instructor needs."""

import json
import os
import subprocess
import sys
from pathlib import Path
from shutil import copyfile

from course.site.build import notebooks_of_the_site
from course.site.reached import PACKAGE, reached

LESSON = """
import json, sys
from IPython.core.interactiveshell import InteractiveShell
InteractiveShell.instance()
import course, course.browser, course.kernel, course.view.live
from course.view import bundle
for kind in course.kinds.KINDS:
    bundle.widget(bundle.view_of(kind.kind), *bundle.styles_of(kind.kind))
from course.assignment import read
for notebook in json.load(sys.stdin):
    read(tuple(notebook))
absent = {"nbformat", "nbgrader", "jsonschema", "plotly", "pydantic", "jinja2", "tornado", "babel"}
assert not absent & set(sys.modules), absent & set(sys.modules)
print(course.__file__)
"""


def test_every_notebook_finds_all_that_it_imports(tmp_path):
    for file in reached():
        place = tmp_path / file.relative_to(PACKAGE.parent)
        place.parent.mkdir(parents=True, exist_ok=True)
        copyfile(file, place)
    notebooks = [json.loads(path.read_bytes()) for path in notebooks_of_the_site()]
    code = [
        ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
        for notebook in notebooks
    ]
    done = subprocess.run(
        [sys.executable, "-c", LESSON],
        input=json.dumps(code),
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stderr
    assert Path(done.stdout.strip()).is_relative_to(tmp_path)


def test_nothing_of_authors_and_instructors_is_in_it():
    names = {file.relative_to(PACKAGE).parts[0] for file in reached()}
    assert names.isdisjoint({"authoring", "collect", "grading", "report", "server", "site"})
    assert not [
        file.name for file in reached() if file.name in ("block.py", "tally.py", "sample.py", "guess.py")
    ]


def test_a_folder_from_which_only_data_is_taken_is_known():
    """A stylesheet or a module for the page stands beside what imports it, or in one of these."""
    assert {"tokens.css", "material.css", "view.js", "course.mo"} <= {file.name for file in reached()}

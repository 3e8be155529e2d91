import re
import subprocess

import pytest

from course import kinds
from course.view.bundle import FRONTEND, module, strings, stylesheet

NAMES = [*sorted(getattr(kinds, name).kind for name in kinds.__all__), "overview"]
every_module = pytest.mark.parametrize("name", NAMES)


@every_module
def test_a_module_stands_alone(name):
    text = module(name)
    assert not re.search(r"^\s*import\b", text, re.MULTILINE)
    assert re.findall(r"^export .*", text, re.MULTILINE) == ["export default { render };"] or (
        text.count("export default") == 1 and len(re.findall(r"^export ", text, re.MULTILINE)) == 1
    )


@every_module
def test_the_browser_can_read_it(name, tmp_path):
    file = tmp_path / f"{name}.mjs"
    file.write_text(module(name), "utf-8")
    done = subprocess.run(["node", "--check", str(file)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@every_module
def test_it_needs_no_network(name):
    addresses = set(
        re.findall(r"(?:https?:)?//[\w.-]+\.\w+[^\s\"'`]*", re.sub(r"^\s*//.*", "", module(name), flags=re.M))
    )
    assert addresses <= {"http://www.w3.org/2000/svg"}
    assert not re.search(r"\bfetch\(|XMLHttpRequest|WebSocket|\beval\(|new Function", module(name))


def test_the_stylesheet_needs_no_network():
    assert not re.search(r"@import|url\((?!['\"]?data:)", stylesheet())


@every_module
def test_no_text_is_put_on_the_page_as_html(name):
    assert not re.search(r"\.(inner|outer)HTML\s*=|insertAdjacentHTML|document\.write", module(name))


@every_module
def test_every_string_that_it_shows_goes_along(name):
    used = set(re.findall(r'\bt\("((?:[^"\\]|\\.)*)"', module(name)))
    assert used == set(strings(name))
    assert all(strings(name).values())


def test_a_needed_file_is_there_once_and_before_it_is_used():
    for name in NAMES:
        functions = re.findall(r"^(?:async )?function (\w+)", module(name), re.MULTILINE)
        assert len(functions) == len(set(functions)), name


def test_every_file_of_the_frontend_is_used():
    used = "".join(module(name) for name in NAMES)
    for file in FRONTEND.glob("*.js"):
        body = [
            line for line in file.read_text("utf-8").splitlines() if line.startswith(("function", "const"))
        ]
        assert all(line in used for line in body), file.name

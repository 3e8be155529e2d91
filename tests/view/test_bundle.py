import re
import subprocess
from pathlib import Path

import pytest

from course.i18n import LANGUAGES, translator
from course.kinds import KINDS
from course.view.bundle import (
    DRAWING,
    DRESSED,
    FRONTEND,
    OVERVIEW,
    PACKAGE,
    SEVEN,
    STATEMENTS,
    module,
    needed,
    strings,
    styles_of,
    stylesheet,
    view_of,
    widget,
)

VIEWS = {**{kind.kind: view_of(kind.kind) for kind in KINDS}, "overview": OVERVIEW, "seven": SEVEN}
every_view = pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)


@every_view
def test_a_module_stands_alone(view):
    text = module(view)
    assert not re.search(r"^\s*import\b", text, re.MULTILINE)
    assert len(re.findall(r"^export ", text, re.MULTILINE)) == 1
    assert text.rstrip().splitlines()[-1].startswith("export default ")


@every_view
def test_the_browser_can_read_it_and_it_renders(view, tmp_path):
    file = tmp_path / "view.mjs"
    file.write_text(widget(view, "p { color: red }"), "utf-8")
    (tmp_path / "run.mjs").write_text(
        'const { default: entry } = await import("./view.mjs"); if (typeof entry.render !== "function") throw 1;'
    )
    done = subprocess.run(["node", tmp_path / "run.mjs"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@every_view
def test_it_needs_no_network(view):
    text = re.sub(r"^\s*//.*", "", module(view), flags=re.M)
    assert set(re.findall(r"(?:https?:)?//[\w.-]+\.\w+[^\s\"'`]*", text)) <= {"http://www.w3.org/2000/svg"}
    assert not re.search(r"\bfetch\(|XMLHttpRequest|WebSocket|\beval\(|new Function", module(view))


@pytest.mark.parametrize("kind", VIEWS)
def test_a_stylesheet_needs_no_network(kind):
    assert not re.search(r"@import|url\((?!['\"]?data:)", "".join(styles_of(kind)))


def test_no_selector_looks_inside_a_whole_notebook_for_an_exercise():
    """The page would be styled anew at each exercise that comes: thirty times while a lesson opens."""
    assert not re.search(r"\.jp-(Notebook|OutputArea|Cell):has\(\.ov-exercise", stylesheet())


@pytest.mark.parametrize("file", sorted(PACKAGE.rglob("*.css")), ids=lambda file: file.parent.name)
def test_what_moves_stands_still_under_reduced_motion(file):
    """The tokens for motion are nothing then; who moves in another way says itself what happens."""
    text = file.read_text("utf-8")
    moving = re.findall(r"(?:transition|animation)[\w-]*:([^;}]*)", text)
    assert all("var(--ov-" in motion for motion in moving) or "(prefers-reduced-motion: reduce)" in text


@every_view
def test_no_text_is_put_on_the_page_as_html(view):
    assert not re.search(r"\.(inner|outer)HTML\s*=|insertAdjacentHTML|document\.write", module(view))


@every_view
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_string_that_it_shows_goes_along(view, language):
    used = set(re.findall(r'\bt\(\s*"((?:[^"\\]|\\.)*)"', module(view)))
    assert used == set(strings(view, language))
    assert all(strings(view, language).values())


def test_strings_are_in_the_language_of_the_lesson():
    name = "Choose an answer first."
    assert (
        strings(VIEWS["choose"], "nl")[name] == translator("nl")(name) != strings(VIEWS["choose"], "en")[name]
    )


def test_a_needed_file_is_there_once_and_before_it_is_used():
    for view in VIEWS.values():
        files = needed(view)
        assert len(files) == len(set(files))
        assert files[-1] == view


def test_names_in_different_files_cannot_clash(tmp_path):
    (tmp_path / "one.js").write_text('const name = "one";\nexport function first() { return name; }\n')
    (tmp_path / "two.js").write_text(
        'import { first } from "./one.js";\n\nconst name = "two";\n\nexport default { both: () => first() + name };\n'
    )
    (tmp_path / "view.mjs").write_text(module(tmp_path / "two.js"))
    (tmp_path / "run.mjs").write_text(
        'const { default: entry } = await import("./view.mjs"); console.log(entry.both());'
    )
    assert subprocess.run(["node", tmp_path / "run.mjs"], capture_output=True, text=True).stdout == "onetwo\n"


def test_every_file_of_the_frontend_is_used():
    used = {file for view in (*VIEWS.values(), STATEMENTS, DRESSED, DRAWING) for file in needed(view)}
    written = {*FRONTEND.glob("*.js"), *PACKAGE.glob("kinds/*/*.js")}
    assert {Path(file) for file in written} == used


def test_what_a_kind_looks_like_reaches_no_other_kind():
    for kind in KINDS:
        own = PACKAGE / "kinds" / kind.kind / "view.css"
        if own.is_file():
            assert styles_of(kind.kind) == (stylesheet(), f".ov-{kind.kind} {{\n{own.read_text('utf-8')}}}\n")
            assert ".ov-exercise" not in own.read_text("utf-8")

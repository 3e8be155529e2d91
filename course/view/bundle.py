"""One module for the browser out of plain ES modules: those in ``frontend`` and those in the folder of a kind.

anywidget loads a widget's code from a string, where a relative import has nothing to be relative to. So each module
that a view needs becomes a function that returns what it exports; names in one module cannot clash with those in
another.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

from course.i18n import translator

PACKAGE = Path(__file__).parents[1]
FRONTEND = PACKAGE / "view" / "frontend"
OVERVIEW = FRONTEND / "overview.js"
SEVEN = FRONTEND / "your_seven.js"
STATEMENTS = FRONTEND / "statements.js"
DRESSED = FRONTEND / "dressed.js"
"""No view: what makes a widget of one."""
DRAWING = FRONTEND / "extension.js"
"""No view either: what the extension for JupyterLab draws with."""
MATERIAL = PACKAGE / "material" / "material.css"

IMPORT = re.compile(r'^import \{ ([^}]*) \} from "([\w./-]+)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:(?:async )?function|const|let|class) (\w+))", re.MULTILINE)
DEFAULT = re.compile(r"^export default ", re.MULTILINE)
MESSAGE = re.compile(r'\bt\(\s*("(?:[^"\\]|\\.)*")')


FOR_AUTHORS = re.compile(r"^[ \t]*(?:/\*.*?\*/|//[^\n]*)\n|^[ \t]+", re.MULTILINE | re.DOTALL)
"""Comments on lines of their own, and what a line is indented by: each exercise carries its code, so they weigh."""


def view_of(kind: str) -> Path:
    """The module that draws the exercises of a `kind`."""
    return PACKAGE / "kinds" / kind / "view.js"


def needed(entry: Path) -> list[Path]:
    """`entry` and every module that it imports, each once, after all that it needs itself."""
    order: list[Path] = []

    def visit(file: Path) -> None:
        for _names, address in IMPORT.findall(file.read_text("utf-8")):
            other = (file.parent / address).resolve()
            if other not in order:
                visit(other)
        order.append(file)

    visit(entry.resolve())
    return order


@cache
def module(entry: Path) -> str:
    """JavaScript of the module at `entry` with everything that it imports."""
    text, names = _bundle(needed(entry))
    return f"{text}export default {names[entry.resolve()]}.entry;\n"


@cache
def widget(entry: Path, *styles: str) -> str:
    """JavaScript of a whole widget: the view at `entry` with everything that it imports, and its stylesheets."""
    text, names = _bundle([*needed(entry), DRESSED])
    styled = json.dumps([FOR_AUTHORS.sub("", each) for each in styles])
    text = FOR_AUTHORS.sub("", text)
    return f"{text}export default {names[DRESSED]}.dressed({names[entry.resolve()]}.entry, {styled});\n"


def _bundle(files: list[Path]) -> tuple[str, dict[Path, str]]:
    """JavaScript in which each of `files` is what a function returned, and the name of that."""
    names = {file: f"module{at}" for at, file in enumerate(files)}
    parts = [f"const {names[file]} = (() => {{\n{_function(file, names)}}})();\n" for file in files]
    return "".join(parts), names


def _function(file: Path, names: dict[Path, str]) -> str:
    """The body of a function that does what the module in `file` does and returns its exports."""

    def unpack(found: re.Match[str]) -> str:
        return f"const {{ {found[1]} }} = {names[(file.parent / found[2]).resolve()]};\n"

    text = IMPORT.sub(unpack, file.read_text("utf-8"))
    exported = EXPORT.findall(text)
    if DEFAULT.search(text):
        text = DEFAULT.sub("const entry = ", text)
        exported.append("entry")
    return f"{EXPORT.sub('', text)}\nreturn {{ {', '.join(exported)} }};\n"


@cache
def strings(entry: Path, language: str) -> dict[str, str]:
    """The interface strings that the module at `entry` uses, {English: in `language`}."""
    t = translator(language)
    return {message: t(message) for message in messages_in(module(entry))}


def messages_in(text: str) -> list[str]:
    """The interface strings in JavaScript: what stands in ``t("…")``."""
    return [json.loads(literal) for literal in MESSAGE.findall(text)]


@cache
def material_stylesheet() -> str:
    """What material looks like, on every page where it can stand."""
    return "".join(file.read_text("utf-8") for file in (FRONTEND / "tokens.css", MATERIAL))


@cache
def stylesheet() -> str:
    """What all exercises, material and the text between them look like."""
    return material_stylesheet() + "".join(
        (FRONTEND / name).read_text("utf-8") for name in ("lesson.css", "exercise.css")
    )


@cache
def styles_of(kind: str) -> tuple[str, ...]:
    """The stylesheets of an exercise: what it shares with all others, and what its `kind` adds for itself alone."""
    own = PACKAGE / "kinds" / kind / "view.css"
    if not own.is_file():
        return (stylesheet(),)
    return stylesheet(), f".ov-{kind} {{\n{own.read_text('utf-8')}}}\n"

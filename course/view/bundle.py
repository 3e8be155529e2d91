"""One module for the browser out of the plain ES modules in ``frontend``.

anywidget loads a widget's code from a string, where a relative import has nothing to be relative to. So the
modules a kind needs are put in one text, each once, before the module that imports it.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

from course.i18n import _

FRONTEND = Path(__file__).parent / "frontend"

IMPORT = re.compile(r'^import\s*\{[^}]*\}\s*from\s*"\./([\w.-]+)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?function|const|let|class)", re.MULTILINE)
MESSAGE = re.compile(r'\bt\(\s*("(?:[^"\\]|\\.)*")')


@cache
def module(name: str) -> str:
    """JavaScript of the frontend module `name` with everything that it imports."""
    order: list[str] = []

    def visit(file: str) -> None:
        if file in order:
            return
        for needed in IMPORT.findall((FRONTEND / file).read_text("utf-8")):
            visit(needed)
        if file not in order:
            order.append(file)

    entry = f"{name}.js"
    visit(entry)
    texts = [(FRONTEND / file).read_text("utf-8") for file in order]
    return "\n".join(EXPORT.sub("", IMPORT.sub("", text)) for text in texts)


@cache
def strings(name: str) -> dict[str, str]:
    """The interface strings that module `name` uses, {English: in the language of the course}."""
    return {message: _(message) for message in messages_in(module(name))}


def messages_in(text: str) -> list[str]:
    """The interface strings in JavaScript: what stands in ``t("…")``."""
    return [json.loads(literal) for literal in MESSAGE.findall(text)]


@cache
def stylesheet() -> str:
    """The one stylesheet of all exercises."""
    return (FRONTEND / "exercise.css").read_text("utf-8")

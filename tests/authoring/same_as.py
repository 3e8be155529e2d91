"""``python -m tests.authoring.same_as 044fea9``: what the notebooks say now and said at an earlier commit, as data.

Prints each difference, the expected ones with the reason; exit status 1 when another one is found.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

PATHS = (
    "modules/nl/00-start.ipynb",
    "modules/nl/01-wederkerigheid.ipynb",
    "solutions/nl/01-wederkerigheid/01-wederkerigheid.ipynb",
    "exercises/nl/01-wederkerigheid/01-wederkerigheid.ipynb",
)
EXPECTED = {
    "overview": "the overview follows from the exercises",
    "w-free-page-check": "the coach gives no points",
    "w-free-page-open": "its two points are given by hand",
    "w-free-page: rubric": "its two points are given by hand",
    "text: goals and minutes": "goals and minutes follow from header and blocks",
    "guide-form: min_words": "as many words as by default",
    "w-voucher: min_words": "as many words as by default",
    "numbers": "numbers come from the evidence, each in its own form",
    "text: sources": "references follow from the numbers and figures",
    "text: tasks, points and minutes": "tasks, points and minutes follow from the blocks",
}


def value(node: ast.expr) -> Any:
    """A literal as plain data; a name is its text."""
    match node:
        case ast.Name():
            return node.id
        case ast.Dict():
            return {value(k): value(v) for k, v in zip(node.keys, node.values, strict=True) if k}
        case ast.List() | ast.Tuple():
            return [value(one) for one in node.elts]
    return ast.literal_eval(node)


def call(source: str) -> dict[str, Any] | None:
    """The first call of ours in a cell: its name, arguments and options."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else ast.unparse(node.func)
            given = {str(one.arg): value(one.value) for one in node.keywords}
            given.pop("language", None)
            return {
                "name": name.replace("hand_in", "Overview"),
                "args": [value(a) for a in node.args],
                **given,
            }
    return None


def cells(notebook: dict[str, Any]) -> list[tuple[str, Any, Any]]:
    """(name, content, nbgrader) of each cell, in order."""
    found = []
    for cell in notebook["cells"]:
        source, about = "".join(cell["source"]), cell["metadata"].get("nbgrader")
        name = cell["id"]
        if cell["cell_type"] == "code":
            made = call(source)
            if source.split("\n")[1:2] and "import" in source.split("\n")[1]:
                continue  # the import follows from the exercises, and stands just before the first of them
            if made and made["name"] == "Overview":
                name = "overview"
                made["args"] = [one for a in made["args"] for one in (a if isinstance(a, list) else [a])]
            content: Any = made or source.split("\n", 1)[1:]
        else:
            content = source
            if name.startswith("text-"):
                name = "text"
        # A checksum follows from the text of a cell, that is compared as data.
        about = {**about, "grade_id": name, "checksum": None} if about else None
        found.append((name, content, about))
    return found


def at(commit: str, path: str) -> dict[str, Any]:
    """A notebook as it was."""
    told = subprocess.run(["git", "show", f"{commit}:{path}"], capture_output=True, check=True)
    return json.loads(told.stdout)


def without_numbers(value: Any) -> Any:
    """`value` with every number that the evidence prints, and what stands around it, left out."""
    if isinstance(value, str):
        told = re.sub(r"(bijna |ongeveer )?\d+([.,]\d+)?( procent|%| dollar)?", "#", value)
        return re.sub(r"\s+", " ", told)
    if isinstance(value, dict):
        return {name: without_numbers(one) for name, one in value.items()}
    return [without_numbers(one) for one in value] if isinstance(value, list) else value


def differences(before: list, after: list, path: str):
    """(name, what) of each difference."""
    if [one[0] for one in before] != [one[0] for one in after]:
        yield "order", f"{[one[0] for one in before]}\n{[one[0] for one in after]}"
        return
    for (name, old, old_about), (_name, new, new_about) in zip(before, after, strict=True):
        if old != new and without_numbers(old) == without_numbers(new):
            yield "numbers", f"{old}\n=>\n{new}"
        elif name == "text" and old != new:
            what = "text: goals and minutes" if "Na deze les" in new else "text"
            what = "text: sources" if "**Onderzoek**" in new else what
            yield ("text: tasks, points and minutes" if "samen 20 p" in new else what), f"{old}\n=>\n{new}"
        elif isinstance(old, dict) and isinstance(new, dict):
            for field in sorted({*old, *new}):
                if old.get(field) != new.get(field):
                    known = name if name in EXPECTED else f"{name}: {field}"
                    yield known, f"{field}: {old.get(field)!r} => {new.get(field)!r}"
        elif old != new:
            yield name, f"{old!r}\n=>\n{new!r}"
        if old_about != new_about:
            yield name, f"nbgrader: {old_about} => {new_about}"


def main(commit: str) -> int:
    """Compare every notebook with what it was at `commit`."""
    wrong = count = 0
    for path in PATHS:
        before, after = cells(at(commit, path)), cells(json.loads(Path(path).read_text("utf-8")))
        count += len(after)
        for name, what in differences(before, after, path):
            reason = EXPECTED.get(name)
            wrong += reason is None
            print(f"{path}\n  {name}: {reason or 'NOT EXPECTED'}")
            if reason is None:
                print(what)
    print(f"{count} cells compared, {wrong} differences that are not expected")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

"""The house itself: no name for two things, and no module that needs itself."""

import ast
from collections import defaultdict
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import course

PACKAGE = Path(course.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))
SHARED = {
    "main": "what a command runs",
    "rule": "a criterion of the coach is one rule a file",
    "sample": "a kind's own",
    "tally": "a kind's own",
    "stylesheet": "what a widget looks like",
    "write": "puts on disk what a package makes",
    "read": "takes in what a package works on",
    "scores": "the report's section on them",
    "left_open": "the report's section and its figure",
    "grade": "the command and what it does",
    "head": "the first part of what stands there",
    "listed": "names in a sentence",
    "points": "points in words",
    "words": "the words of a text, or of a page",
    "show": "puts something in front of the reader",
    "placed": "what stands where",
    "init_notebooks": "nbgrader's name of a step",
}
"""Names that several packages use in the same sense."""


def named(path):
    """The public classes and functions at the top of a module."""
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
            yield node.name


def test_no_name_stands_for_two_things():
    owners = defaultdict(list)
    for path in FILES:
        for name in named(path):
            owners[name].append(str(path.relative_to(PACKAGE)))
    double = {name: places for name, places in owners.items() if len(places) > 1 and name not in SHARED}
    # What is inside one kind's own block or one page of one report meets nobody else.
    assert {name: at for name, at in double.items() if not all("kinds/" in one for one in at)} == {}


def module_of(path):
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


def needs(path, modules):
    """The modules of the course that are imported when this one is, and not later."""
    name = module_of(path)
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in modules)
        if isinstance(node, ast.ImportFrom):
            base = package.rsplit(".", node.level - 1)[0] if node.level > 1 else package
            base = ".".join(filter(None, [base if node.level else "", node.module or ""]))
            for alias in node.names:
                whole = f"{base}.{alias.name}"
                yield from (one for one in [whole if whole in modules else base] if one in modules)


def test_no_module_needs_itself():
    modules = {module_of(path): path for path in FILES}
    graph = {name: set(needs(path, modules)) - {name} for name, path in modules.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as cycle:
        raise AssertionError(f"imports go round: {' -> '.join(cycle.args[1])}") from cycle

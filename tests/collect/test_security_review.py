"""What docs/security.md promises, where no other test shows it; and whether the tests that it names exist."""

import ast
import re

import nbformat
import pytest

from course.answers import Reader
from course.assignment import assignment_in
from course.view.static import bundle
from tests.fixture import text_of
from tests.model_answers import ROOT, SOURCES, checks, source, strings_in

RELEASES = sorted(ROOT.glob("exercises/*/*/*.ipynb"))
REVIEW = (ROOT / "docs" / "security.md").read_text("utf-8")
NAMED = re.findall(r"`(tests/[^`]*)`", REVIEW)

releases = pytest.mark.parametrize("path", RELEASES, ids=lambda path: path.stem)


def test_the_review_names_tests_that_exist():
    ids = [name for name in NAMED if "::" in name]
    assert len(ids) > 60
    for name in ids:
        file, test = name.split("::")
        tree = ast.parse((ROOT / file).read_text("utf-8"))
        found = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
        assert test in found, name
    assert [name for name in NAMED if not (ROOT / name.split("::")[0]).is_file()] == []


def test_every_defence_names_its_test():
    rows = [
        row
        for row in REVIEW.splitlines()
        if row.startswith("|") and not row.startswith(("|--", "| Attack", "| Role"))
    ]
    assert len(rows) > 40
    assert [row for row in rows if "::" not in row and "| Nothing" not in row] == []


def source_of(release):
    return next(one for one in SOURCES if one.parts[-3:-1] == release.parts[-3:-1])


@releases
def test_a_release_holds_no_check_and_no_key(path):
    text = path.read_text("utf-8")
    assert not re.search(r"HIDDEN TESTS|\.check\(|\bkey=|\bmodel=|\breasons=", text)
    for check in checks(source(source_of(path))).values():
        assert not [
            reason for reason in strings_in(check.reasons or {}) if len(reason) > 20 and reason in text
        ]


@releases
def test_a_release_does_nothing_but_show_exercises(path):
    notebook = nbformat.read(path, as_version=4)
    assert assignment_in(notebook).shown  # raises when a cell holds anything else
    for cell in notebook.cells:
        assert not cell.get("outputs")
        assert not re.search(r"<script|<iframe|javascript:|onerror|onload", cell.source, re.IGNORECASE)


@pytest.mark.parametrize("path", [text_of(), *SOURCES], ids=lambda path: path.stem)
def test_pretending_to_be_nbgrader_shows_nothing_more(path, monkeypatch):
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    for check in checks(source(path)).values():
        shown = "".join(strings_in(bundle(check.exercise, None, check.exercise.clean({}, Reader()))))
        assert not [
            reason for reason in strings_in(check.reasons or {}) if len(reason) > 20 and reason in shown
        ]
        assert check.exercise.key is None

"""What the browser gets for each kind is one valid module."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from course import kinds
from course.exercise import Exercise
from course.view.bundle import module

EXERCISES = [each for each in vars(kinds).values() if isinstance(each, type) and issubclass(each, Exercise)]


@pytest.mark.parametrize("name", [*sorted(each.kind for each in EXERCISES), "overview"])
def test_the_bundle_is_a_valid_module(name: str, tmp_path: Path) -> None:
    file = tmp_path / f"{name}.mjs"
    file.write_text(module(name), "utf-8")

    checked = subprocess.run(["node", "--check", file], capture_output=True, text=True, check=False)

    assert checked.returncode == 0, checked.stderr
    assert "export default" in module(name)
    assert "\nimport " not in module(name), "an import in the bundle has nothing to be relative to"

"""Binder builds what pyproject.toml asks for and requirements.txt pins."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
ASKED = [
    Requirement(line)
    for line in (*PROJECT["dependencies"], *(one for extra in EXTRAS.values() for one in extra))
]
DECLARED = {canonicalize_name(one.name): one.specifier for one in ASKED}
PINS = {
    canonicalize_name(name): Version(version)
    for name, version in re.findall(
        r"^([\w.-]+)==([^\s;]+)", (ROOT / "requirements.txt").read_text("utf-8"), re.M
    )
}


def environment():
    """{package: specifier} of environment.yml, those for conda and for pip together."""
    found = {}
    for line in yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))["dependencies"]:
        for one in [line] if isinstance(line, str) else line["pip"]:
            name, spec = re.fullmatch(r"([\w.-]+)\s*(.*)", one).groups()
            spec = re.sub(r"^=(?!=)\s*([\d.]+)(\.\*)?$", r"==\1.*", spec)  # conda's prefix match
            found[canonicalize_name(name) if name != "." else "."] = SpecifierSet(spec)
    return found


def test_binder_installs_the_course_itself():
    assert "." in environment()


@pytest.mark.parametrize("name", sorted(set(environment()) & set(DECLARED)))
def test_a_version_in_binder_is_one_that_was_tested_and_is_allowed(name):
    assert str(environment()[name])
    assert PINS[name] in environment()[name]
    assert PINS[name] in DECLARED[name]


def test_binder_has_everything_that_a_participant_imports_or_opens():
    needed = {
        canonicalize_name(Requirement(line).name) for line in (*PROJECT["dependencies"], *EXTRAS["lab"])
    }
    assert needed <= set(environment())


def test_binders_python_is_one_that_the_course_allows():
    asked = str(environment()["python"]).removeprefix("==").removesuffix(".*")
    assert Version(asked) in SpecifierSet(PROJECT["requires-python"])


@pytest.mark.parametrize("name", sorted(DECLARED))
def test_every_pin_is_allowed(name):
    assert PINS[name] in DECLARED[name]


def test_repo2docker_builds_from_the_environment_file():
    command = [sys.executable, "-m", "repo2docker", "--no-build", "--debug", str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    told = done.stdout + done.stderr
    assert done.returncode == 0, told[-2000:]
    assert "Building conda environment for python=3.11" in told
    assert 'env update -p ${NB_PYTHON_PREFIX} --file "environment.yml"' in told

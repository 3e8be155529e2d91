"""What pyproject.toml asks for, requirements.txt pins for every Python, and Binder builds."""

import json
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
OLDEST = "3.11.0"


def uv(*arguments):
    command = [sys.executable, "-m", "uv", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=300, check=False
    )


def newest_python():
    """The newest release that uv knows; the Makefile says which uv."""
    told = uv("python", "list", "--offline", "--only-downloads", "--output-format", "json").stdout
    known = [Version(one["version"]) for one in json.loads(told) if one["implementation"] == "cpython"]
    return str(max(version for version in known if not version.is_prerelease))


def resolve(requirements, python, *more):
    """Find a wheel for everything that a Python would install."""
    options = ("--quiet", "--no-header", "--no-annotate", "--only-binary", ":all:", *more)
    return uv("pip", "compile", *options, "--python-version", python, requirements)


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    """Only where a package index answers can anything be resolved."""
    probe = tmp_path_factory.mktemp("probe") / "requirements.txt"
    probe.write_text(f"packaging=={PINS['packaging']}\n")
    done = resolve(probe, OLDEST, "--refresh")
    if done.returncode:
        pytest.skip(f"no package index answers here: {done.stderr.strip()[:300]}")


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


def test_the_lock_is_made_for_the_oldest_python_that_is_allowed():
    assert str(SpecifierSet(PROJECT["requires-python"])) == f">={OLDEST.removesuffix('.0')}"
    command = ["make", "--dry-run", "--always-make", "lock"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert f"--python-version {OLDEST} " in told


def test_the_package_offers_its_types():
    assert (ROOT / "course" / "py.typed").is_file()


def test_the_lock_names_no_host():
    assert "://" not in (ROOT / "requirements.txt").read_text("utf-8")


@pytest.mark.parametrize("python", [OLDEST, newest_python()])
@pytest.mark.usefixtures("index")
def test_the_lock_is_whole_for_the_oldest_and_for_the_newest_python(python):
    done = resolve(ROOT / "requirements.txt", python)
    assert done.returncode == 0, done.stderr
    found = {
        canonicalize_name(name): Version(version)
        for name, version in (line.split("==") for line in done.stdout.splitlines())
    }
    assert found == PINS


def test_repo2docker_builds_from_the_environment_file():
    command = [sys.executable, "-m", "repo2docker", "--no-build", "--debug", str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    told = done.stdout + done.stderr
    assert done.returncode == 0, told[-2000:]
    assert "Building conda environment for python=3.11" in told
    assert 'env update -p ${NB_PYTHON_PREFIX} --file "environment.yml"' in told

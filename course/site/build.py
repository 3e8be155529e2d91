"""From the course, and what `make` fetched for it, to a folder that any web server can give as it is."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from importlib.metadata import Distribution, distributions
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

from course.folders import put_in_place
from course.progress import panel_of, seen_course
from course.server.lab_words import add_words
from course.site.reached import PACKAGE, reached
from course.site.wheel import Wheel, entry_of, zipped

ROOT = PACKAGE.parent
START_PAGE = "modules/nl/00-start.ipynb"
KERNEL = "@jupyterlite/pyodide-kernel-extension"
LOCALE = "nl_NL"
EXTENSIONS = "share/jupyter/labextensions"
RUNTIME = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
STDLIB = "python_stdlib.zip"
WHEELS = "static/wheels"
LEFT_OUT = re.compile(r"(^|/)(tests|share|\.\.)/|^pygments/lexers/(?!__init__|_mapping|python)|\.pyc$")
"""Parts of packages that no notebook imports, and the languages of code that none is written in."""
ABSENT: dict[str, dict[str, str]] = {
    "jedi": {},
    "micropip": {},
    "piplite": {"piplite/piplite.py": "first.py"},
}
"""What the kernel asks for and does without, for it completes code or fetches packages; what it finds there instead."""
EPOCH = "1704067200"
"""The moment that files of the site say they were made: it does not depend on when that was."""


def build(tools: Path, target: Path) -> None:
    """Make the site.

    Args:
        tools: the environment that ``make site`` fills: JupyterLite, Pyodide and the compiled packages.
        target: the folder that it becomes, in place of the one that is there.

    Raises:
        subprocess.CalledProcessError: a tool failed; it said why.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=target.parent, prefix=".site-") as folder:
        source, made = Path(folder, "source"), Path(folder, "made")
        _write_source(source, tools)
        command = [tools / "bin" / "jupyter", "lite", "build", "--no-sourcemaps", "--apps", "lab"]
        options = [
            f"--lite-dir={source}",
            f"--output-dir={made}",
            f"--LiteBuildConfig.cache_dir={Path(folder, 'cache')}",
            f"--contents={source / 'files'}",
            f"--FederatedExtensionAddon.extra_labextensions_path={PACKAGE / 'server' / 'labextensions'}",
            "--no-unused-shared-packages",
            "--log-level=ERROR",
        ]
        subprocess.run(  # noqa: S603  (arguments of our own)
            [*map(str, command), *options],
            cwd=source,
            env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH},
            check=True,
            stdout=subprocess.DEVNULL,
        )
        _add_wheels(made, tools)
        _write_json(made / "course.json", {"language": "nl", **_course(source / "files")})
        _make_ours(made)
        put_in_place(made, target)


def notebooks_of_the_site() -> list[Path]:
    """The lessons and the assignments, without keys."""
    return [*ROOT.glob("modules/nl/*.ipynb"), *ROOT.glob("exercises/nl/*/*.ipynb")]


def _write_source(source: Path, tools: Path) -> None:
    """What JupyterLite builds from."""
    for notebook in notebooks_of_the_site():
        place = source / "files" / notebook.relative_to(ROOT)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(notebook, place)
    runtime = source / "static" / "pyodide"
    runtime.mkdir(parents=True)
    for name in RUNTIME:
        shutil.copyfile(tools / "node_modules" / "pyodide" / name, runtime / name)
    library = [path for path in (tools / "stdlib").rglob("*") if path.is_file() and path.suffix != ".pyc"]
    (runtime / STDLIB).write_bytes(zipped(_compiled(library, tools / "stdlib")))
    (runtime / "pyodide-lock.json").write_text("{}")  # until the wheels are there
    usual = PACKAGE / "server" / "labconfig" / "default_setting_overrides.json"
    shutil.copyfile(usual, source / "overrides.json")
    _write_json(
        source / "jupyter-lite.json", {"jupyter-lite-schema-version": 0, "jupyter-config-data": CONFIG}
    )


CONFIG: dict[str, Any] = {
    "appName": "Overtuigen",
    "litePluginSettings": {f"{KERNEL}:kernel": {"disablePyPIFallback": True}},
    "disabledExtensions": [
        f"@jupyterlab/{part}-extension" for part in ("cell-toolbar", "debugger", "terminal")
    ],
}
"""Of the page; see the documentation of JupyterLite."""


def _course(folder: Path) -> dict[str, Any]:
    """What the course panel shows to who has done nothing yet."""
    return panel_of(seen_course(folder, "nl", date.min))


def _add_wheels(made: Path, tools: Path) -> None:
    """The packages for the kernel, and the lock by which Pyodide finds them."""
    entries = {}
    for wheel in _wheels(tools):
        packed = wheel.packed()
        # An address for these bytes alone: what a browser or a server on the way keeps is never an older one.
        folder = Path(WHEELS, hashlib.sha256(packed).hexdigest()[:8])
        place = made / folder / wheel.file_name
        place.parent.mkdir(parents=True)
        place.write_bytes(packed)
        entries[wheel.name] = entry_of(wheel, packed, f"../../{folder.as_posix()}/{wheel.file_name}")
    runtime = json.loads((tools / "node_modules" / "pyodide" / "pyodide-lock.json").read_text("utf-8"))
    _write_json(made / "static/pyodide/pyodide-lock.json", {"info": runtime["info"], "packages": entries})
    config = json.loads((made / "jupyter-lite.json").read_text("utf-8"))
    kernel = config["jupyter-config-data"]["litePluginSettings"][f"{KERNEL}:kernel"]
    kernel["loadPyodideOptions"] = {"packages": sorted(entries)}
    kernel["pipliteUrls"] = []
    _write_json(made / "jupyter-lite.json", config)


def _wheels(tools: Path) -> Iterator[Wheel]:
    for folder in ("browser", "kernel"):
        for package in distributions(path=[str(tools / folder)]):
            yield _wheel_of(package)
    for name, files in ABSENT.items():
        yield Wheel(
            name, "0", {place: Path(__file__).with_name(own).read_bytes() for place, own in files.items()}
        )
    yield _own_wheel(tools)


def _wheel_of(package: Distribution) -> Wheel:
    """A package as it was installed and compiled."""
    root = Path(str(package.locate_file("")))
    paths = [root / path for path in package.files or () if not LEFT_OUT.search(str(path))]
    return Wheel(package.name.lower().replace("_", "-"), package.version, _compiled(paths, root))


def _compiled(paths: Iterable[Path], root: Path) -> dict[str, bytes]:
    """The files at `paths` as they are below `root`, with compiled modules in the place of their sources."""
    places = [path.with_suffix(".pyc") if path.suffix == ".py" else path for path in paths]
    return {place.relative_to(root).as_posix(): place.read_bytes() for place in places}


def _own_wheel(tools: Path) -> Wheel:
    """The course, as far as a notebook needs it, with the settings of its kernel."""
    settings = PACKAGE / "server" / "ipython" / "ipython_kernel_config.py"
    with TemporaryDirectory() as folder:
        root = Path(folder)
        places = [root / file.relative_to(ROOT) for file in reached()]
        for file, place in zip(reached(), places, strict=True):
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, place)
        compile_all(tools, root)
        files = _compiled(places, root)
    files["overtuigen-0.data/data/etc/ipython/ipython_config.py"] = settings.read_bytes()
    return Wheel("overtuigen", "0", files)


def compile_fetched(tools: Path) -> None:
    """Compile, once, what was fetched: packages, and the modules of Python itself, which come as sources in a zip."""
    with ZipFile(tools / "node_modules" / "pyodide" / STDLIB) as archive:
        archive.extractall(tools / "stdlib")
    for folder in ("browser", "kernel", "stdlib"):
        compile_all(tools, tools / folder)


def compile_all(tools: Path, folder: Path) -> None:
    """Compile the Python in `folder` for the browser, beside its sources."""
    script = Path(__file__).with_name("compile.mjs")
    subprocess.run(["node", script, tools / "node_modules" / "pyodide", folder], check=True)  # noqa: S603, S607


def _make_ours(made: Path) -> None:
    """The address opens the start page, and what is read before there is a page is in the language of the course."""
    there = f"location.replace('lab/index.html?path={START_PAGE}');"
    _replace(made / "index.html", {"await import('./config-utils.js');": there})
    words = {
        "><html>": '><html lang="nl">',
        "<title>JupyterLite</title>": "<title>Overtuigen</title>",
        "Loading JupyterLite...": "De cursus wordt geladen…",
        "JupyterLite requires JavaScript to be enabled in your browser.": "Zet JavaScript aan in je browser.",
    }
    _replace(made / "lab" / "index.html", words)
    translations = made / "api" / "translations" / f"{LOCALE}.json"
    pack = json.loads(translations.read_text("utf-8"))
    add_words(pack["data"], LOCALE)
    _write_json(translations, pack)


def _replace(page: Path, texts: Mapping[str, str]) -> None:
    text = page.read_text("utf-8")
    for old, new in texts.items():
        if old not in text:
            raise ValueError(f"{page.name} of JupyterLite is another than was known: no {old!r}")
        text = text.replace(old, new)
    page.write_text(text, "utf-8")


def _write_json(path: Path, data: Any) -> None:
    path.write_text(json.dumps(data, indent=2, sort_keys=True) + "\n", "utf-8")

"""From an assignment's source to what participants get, made by nbgrader itself."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import nbformat
from nbgrader.apps import NbGraderAPI
from traitlets.config import Config

from course.authoring.errors import AuthoringError, Mistake
from course.authoring.write import write
from course.grading import configure
from course.i18n import Message, translator


def make_release(source: Path) -> Path:
    """Run ``nbgrader generate_assignment`` on ``solutions/<language>/<name>``.

    Returns:
        The release folder, ``exercises/<language>/<name>``. The instructor's own gradebook is not touched.

    Raises:
        AuthoringError: when nbgrader refuses the source.
    """
    language, name = source.parts[-2:]
    root = source.resolve().parents[2]
    release = root / "exercises" / language / name
    with tempfile.TemporaryDirectory() as scratch:
        config = Config()
        configure(config, language)
        config.CourseDirectory.root = str(root)
        config.CourseDirectory.release_directory = scratch
        config.CourseDirectory.db_url = f"sqlite:///{scratch}/gradebook.db"
        outcome = NbGraderAPI(config=config).generate_assignment(name)
        if not outcome["success"]:
            why = Message("nbgrader could not make the release: {log}", log=outcome["log"])
            raise AuthoringError(source / f"{name}.md", [Mistake(1, why)], translator(language))
        made = next(Path(scratch).rglob(f"{name}.ipynb"))
        shutil.rmtree(release, ignore_errors=True)
        release.mkdir(parents=True)
        for file in made.parent.iterdir():
            if file.suffix == ".ipynb":
                write(nbformat.read(file, as_version=4), release / file.name)
            else:
                shutil.copy(file, release)
    return release

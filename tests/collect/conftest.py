"""A course that was released, with nothing handed in yet, for every test anew."""

import json
import os
import shutil
from pathlib import Path

import pytest
from nbgrader.apps.collectapp import CollectApp
from nbgrader.apps.zipcollectapp import ZipCollectApp
from traitlets.config import Config

from course.collect import collect_all
from course.grading import configure
from tests.fixture import NAME
from tests.grading.course import Course
from tests.model_answers import keep
from tests.zips import zipped


class Collecting(Course):
    """The course, with ways to hand in that platforms and participants have."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.run("generate_assignment", NAME)
        self.run("release_assignment", NAME)
        self.notebook = json.dumps(self.carrying(self.perfect())).encode()
        self.archive = self.root / "downloaded" / NAME / "archive"
        self.inbound = self.exchange / "overtuigen" / "inbound"
        self.submitted = self.root / "submitted"

    def run(self, *command: str, cwd: Path | None = None) -> None:
        try:
            super().run(*command, cwd=cwd)
        finally:  # their options would still be there at the next command in this process
            CollectApp.clear_instance()
            ZipCollectApp.clear_instance()

    def empty(self) -> None:
        for folder in (
            self.submitted,
            self.root / "downloaded",
            self.root / "autograded",
            self.inbound,
            self.folder / "home",
        ):
            shutil.rmtree(folder, ignore_errors=True)
        (self.root / "gradebook.db").unlink(missing_ok=True)
        self.inbound.mkdir()
        self.inbound.chmod(0o733)
        self.archive.mkdir(parents=True)

    def config(self) -> Config:
        config = Config()
        configure(config)
        config.CourseDirectory.root = str(self.root)
        config.Exchange.root = str(self.exchange)
        return config

    def collect(self, **settings: object) -> dict[str, object]:
        """What came of each participant, or of each file that is nobody's."""
        config = self.config()
        for name, value in settings.items():
            setattr(config.FileNameCollectorPlugin, name, value)
        found = collect_all(config, NAME)
        return {one.student or one.source: one for one in found}

    def download(self, name: str, files: dict[str, bytes | str], when: float = 1_700_000_000) -> Path:
        """A zip in the folder where an instructor puts downloads."""
        path = self.archive / name
        path.write_bytes(zipped(*files.items()))
        os.utime(path, (when, when))
        return path

    def answers(self) -> dict[str, bytes]:
        """The answers of somebody who did everything, as files in a zip."""
        folder = self.make("kept")
        keep(self.perfect(), self.checks, folder)
        return {f"answers/{path.name}": path.read_bytes() for path in folder.iterdir()}

    def text(self, who: str, file: str = f"{NAME}.ipynb") -> bytes:
        return (self.submitted / who / NAME / file).read_bytes()

    def everything(self) -> dict[str, bytes]:
        """All that stands in ``submitted``, also what is hidden."""
        return {
            str(p.relative_to(self.submitted)): p.read_bytes()
            for p in self.submitted.rglob("*")
            if p.is_file()
        }

    def hand_in(self, who: str, when: str = "2026-03-01 10:00:00.000000 UTC", **files: str) -> Path:
        """A folder on the exchange, made without nbgrader."""
        folder = self.inbound / f"{who}+{NAME}+{when}+random"
        folder.mkdir()
        (folder / f"{NAME}.ipynb").write_bytes(self.notebook)
        (folder / "timestamp.txt").write_text(when)
        (folder / "submission_secret.txt").write_text("a1" * 64)
        for name, content in files.items():
            (folder / name).write_text(content)
        return folder


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return Collecting(tmp_path_factory.mktemp("collecting"))


@pytest.fixture
def course(made):
    book = (made.root / "gradebook.db").read_bytes()
    made.empty()
    (made.root / "gradebook.db").write_bytes(book)
    return made

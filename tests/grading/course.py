"""A course folder with an exchange, and people in it who hand in all sorts of things. Everything runs in nbgrader."""

from __future__ import annotations

import json
import os
import shutil
import unicodedata
from contextlib import chdir
from copy import copy
from dataclasses import asdict, dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from unittest.mock import patch

import nbformat
from nbformat import NotebookNode, v4
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.apps.baseapp import NbGrader
from nbgrader.apps.nbgraderapp import NbGraderApp

from course.answers import MIME_TYPE, Answers
from course.assignment import Check
from course.authoring.write import write
from course.exercise import Answer
from course.grading.language import COURSE_IDS, gradebook_name
from tests.fixture import NAME, text_of
from tests.model_answers import checks, keep, source
from tests.script import SCRIPT, scripted


@dataclass
class Course:
    """One course folder; `run` is the nbgrader command line."""

    folder: Path
    language: str = "nl"

    def __post_init__(self) -> None:
        self.name = NAME
        self.source = source(text_of(self.language))
        self.checks = checks(self.source)
        self.exchange = self.make("exchange")
        self.exchange.chmod(0o777)
        self.ran = self.make("ran")  # where code of a participant would leave a trace
        self.root = self.make("course")
        (self.root / "nbgrader_config.py").write_text(
            f"from course.grading import configure\n\nconfigure(get_config(), {self.language!r})\n"
        )
        sources = self.make("course", "solutions", self.language, self.name)
        write(self.source, sources / f"{self.name}.ipynb")
        # The author tried it out: these answers may never stand in for a participant's.
        keep(self.perfect(), self.checks, sources / "answers")

    def make(self, *parts: str) -> Path:
        path = self.folder.joinpath(*parts)
        path.mkdir(parents=True, exist_ok=True)
        return path

    def copied(self, folder: Path) -> Course:
        """The same course in another folder; copying one is faster than making one."""
        own = copy(self)
        own.folder = shutil.copytree(self.folder, folder)
        own.exchange, own.ran, own.root = (own.folder / name for name in ("exchange", "ran", "course"))
        return own

    def run(self, *command: str, cwd: Path | None = None) -> None:
        """One nbgrader command, in the course folder or in a participant's."""
        homes = {name: str(self.folder / name) for name in ("HOME", "JUPYTER_DATA_DIR", "IPYTHONDIR")}
        settings = [f"--Exchange.root={self.exchange}", f"--course={COURSE_IDS[self.language]}"]
        try:  # in this process, as in nbgrader's own tests: starting one takes seconds each time
            with chdir(cwd or self.root), patch.dict(os.environ, homes):
                os.environ.pop("PYTHONPATH", None)  # it would come before the folder of a hand-in
                NbGraderApp.launch_instance([command[0], *settings, *command[1:]])
        except SystemExit as stop:
            if stop.code:
                raise RuntimeError(f"nbgrader {' '.join(command)} ended with {stop.code}") from stop
        finally:
            NbGraderApp.clear_instance()
            if NbGrader.initialized():  # the app of this one command; it would keep the options for the next
                type(NbGrader.instance()).clear_instance()

    # The answers that people give ---------------------------------------------------------------------

    def perfect(self) -> dict[str, Answer]:
        return {name: check.answer for name, check in self.checks.items()}

    def half(self) -> dict[str, Answer]:
        """Part of each answer, part of it wrong, in the participant's own words."""
        return {name: _half(check) for name, check in self.checks.items()}

    def hostile(self) -> dict[str, Answer]:
        """Wrong shapes, unknown ids, and HTML wherever there is text."""
        answers: dict[str, Answer] = {}
        for name, check in self.checks.items():
            answers[name] = {
                **scripted(check.answer),
                "score": 20,
                "__class__": {"evil": SCRIPT},
                SCRIPT: [SCRIPT],
            }
        first, second = self.of_kind("sort"), self.of_kind("mark")
        answers[first] = {"placed": {SCRIPT: SCRIPT, "ghost": ["gift"], "": {"": -1}}}
        answers[second] = {"marks": [{"from": "0", "to": 10**30, "label": SCRIPT}, SCRIPT, None, [[]]]}
        return answers

    def of_kind(self, kind: str) -> str:
        """The first exercise of this kind."""
        return next(name for name, check in self.checks.items() if check.exercise.kind == kind)

    # Handing in ---------------------------------------------------------------------------------------

    def released(self) -> NotebookNode:
        return nbformat.read(
            self.root / "exercises" / self.language / self.name / f"{self.name}.ipynb", as_version=4
        )

    def fetch(self, who: str) -> Path:
        """A participant's folder with the assignment as it was released."""
        home = self.make("home", who)
        self.run("fetch_assignment", self.name, cwd=home)
        return home / self.name

    def submit(self, who: str) -> None:
        self.run("submit", self.name, f"--student={who}", cwd=self.folder / "home" / who)

    def put(self, who: str) -> Path:
        """The folder where an instructor puts by hand what was mailed."""
        return self.make("course", "submitted", who, self.name)

    def carrying(self, answers: dict[str, Answer]) -> NotebookNode:
        """The released notebook with the answers only inside it, as the server saves it."""
        notebook = self.released()
        keep(answers, self.checks, self.make("elsewhere"))
        for cell in notebook.cells:
            record = Answers(self.folder / "elsewhere").load(cell.id) if cell.id in answers else None
            if record:
                cell.outputs = [v4.new_output("display_data", {MIME_TYPE: asdict(record), "text/html": ""})]
        return notebook

    def trap(self, where: str) -> str:
        """Code that would leave a trace and print."""
        return f"open({str(self.ran / where)!r}, 'w').write('ran')\nprint('GIJS WAS ' + 'HIER')"

    # What came of it ----------------------------------------------------------------------------------

    def graded(self, who: str) -> NotebookNode:
        return nbformat.read(self.root / "autograded" / who / self.name / f"{self.name}.ipynb", as_version=4)

    def feedback(self, who: str) -> str:
        return (self.root / "feedback" / who / self.name / f"{self.name}.html").read_text("utf-8")

    def gradebook(self) -> Gradebook:
        return Gradebook(f"sqlite:///{self.root / gradebook_name(self.language)}", COURSE_IDS[self.language])

    def grades(self, who: str) -> dict[str, Any]:
        """{name of the cell: (automatic score, waits for a person)}."""
        with self.gradebook() as book:
            grades = book.find_submission(self.name, who).notebooks[0].grades
            return {grade.name: (grade.auto_score, grade.needs_manual_grade) for grade in grades}

    def automatic(self, who: str) -> dict[str, float]:
        """Points for each hidden check."""
        scores = self.grades(who)
        return {name: scores[f"{name}-check"][0] for name in self.checks}

    def waiting(self, who: str) -> set[str]:
        """The answers that wait for a person to grade them."""
        return {name.removesuffix("-open") for name, (_score, waits) in self.grades(who).items() if waits}

    def give(self, who: str, share: float) -> float:
        """Grade by hand, as in the formgrader; the total afterwards."""
        with self.gradebook() as book:
            submission = book.find_submission(self.name, who)
            for grade in submission.notebooks[0].grades:
                if grade.needs_manual_grade:
                    grade.manual_score = share * grade.max_score
                    grade.needs_manual_grade = False
            book.db.commit()
            return book.find_submission(self.name, who).score

    def knows(self, who: str) -> bool:
        with self.gradebook() as book:
            try:
                return bool(book.find_submission(self.name, who))
            except MissingEntry:
                return False


def _half(check: Check) -> Answer:
    whole = check.answer
    own = "Dit zijn mijn eigen woorden"
    match check.exercise.kind:
        case "sort":
            cards = list(whole["placed"])
            return {"placed": dict.fromkeys(cards[: len(cards) // 2], whole["placed"][cards[0]])}
        case "mark":
            return {"marks": whole["marks"][:1]}
        case "match":
            lefts = list(whole["pairs"])
            return {"pairs": dict.fromkeys(lefts[:3], whole["pairs"][lefts[0]])}
        case "journey":
            cards = list(whole["placed"])
            return {
                "feelings": {},
                "placed": {cards[0]: whole["placed"][cards[0]]},
                "motives": {cards[0]: own},
            }
        case "dilemma":
            return {"steps": [{**whole["steps"][0], "motive": own}], "again": None}
        case "choose":
            return {"chosen": whole["chosen"][:1], "confidence": "guess"}
        case "order":
            return {"order": whole["order"][:2]}
        case "experiment":
            return {**whole, "conclusion": None}
        case "rewrite":
            return {"text": own, "versions": []}
        case _:
            return {"text": own}


def mangled(notebook: NotebookNode, trap: str) -> NotebookNode:
    """Cells deleted, doubled, retyped, rewritten, moved and added; points raised."""
    cells = notebook.cells
    code = [cell for cell in cells if cell.cell_type == "code"]
    del cells[cells.index(code[1])]
    cells.append(v4.new_code_cell(code[3].source, metadata=code[3].metadata))
    code[2].cell_type = "markdown"
    for field in ("outputs", "execution_count"):
        code[2].pop(field)
    code[4].source = trap
    code[5].metadata["nbgrader"]["points"] = 1000
    code[6].metadata = {}
    cells.insert(0, v4.new_code_cell(trap, execution_count=1))
    cells.insert(0, cells.pop())
    notebook.metadata["kernelspec"] = {"name": "no-such-kernel", "display_name": "x"}
    return notebook


class Text(HTMLParser):
    """What a reader of a page sees, and every tag with its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.pieces: list[str] = []
        self.scripts: list[str] = []
        self.inside = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag
        self.tags.append(json.dumps([tag, attrs]))

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        (self.scripts if self.inside in ("script", "style") else self.pieces).append(data)

    @property
    def text(self) -> str:
        return plain("".join(self.pieces))


def plain(text: str) -> str:
    """Text without differences that a page does not keep."""
    return "".join(unicodedata.normalize("NFC", text).split())

"""Scores for a spreadsheet, with ``nbgrader export``, or for a learning platform.

The latter with ``nbgrader export --exporter=course.grading.export.MoodleExport --to=moodle.csv``. These files follow
what the platforms read: Moodle's ``grade/import/csv``, Canvas' ``gradebook_importer.rb`` and D2L's page "Importing
grades". All three take a decimal point, and none takes the name for who somebody is when the identifier fits.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import ClassVar
from unicodedata import normalize

from nbgrader.api import Gradebook, Student
from nbgrader.plugins import ExportPlugin
from traitlets import Bool, Dict, Enum, Unicode, default

from course.errors import cannot_write
from course.folders import write_at_once
from course.grading.language import language_of
from course.grading.lateness import settle
from course.i18n import Message, translator
from course.printable import printable
from course.report.scores import assignments_in, class_scores

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes a cell that begins so for a formula."""
INSIDE = re.compile(r"(?<=[,;])(?=\s*[=+@＝＋＠﹦﹢﹫-])")
"""Where one begins in a cell, for a spreadsheet that takes the other sign for what stands between two cells."""
HARMLESS = re.compile(r"[\w.@+-]+")
"""An identifier of these alone can do nothing as a formula: it calls no function and names no program."""


@dataclass(frozen=True)
class GradeItem:
    """One assignment: its name, what it is worth, and the points of who handed it in, by id."""

    name: str
    max_score: float
    scores: dict[str, float]


class ScoresExport(ExportPlugin):
    """What the exports have in common: one row for each participant, one column for each assignment."""

    destination: ClassVar[str]
    """The file when ``--to`` is not given."""
    encoding: ClassVar[str] = "utf-8-sig"
    """With a byte-order mark Excel reads accents right; Moodle and Canvas accept it."""
    nothing: ClassVar[str] = ""
    """What stands for no score. It is never 0: not handed in is something else."""
    delimiter = ","
    """What stands between two cells."""

    id_field = Enum(
        ["id", "email", "lms_user_id"],
        help="Het veld van het cijferboek waaraan de leeromgeving een deelnemer herkent.",
    ).tag(config=True)
    decimal = Enum(
        [".", ","],
        default_value=".",
        help="Het decimaalteken. Verander dit alleen als jouw leeromgeving een komma verwacht.",
    ).tag(config=True)

    @default("id_field")
    def _id_field_default(self) -> str:
        return "id"

    def export(self, gradebook: Gradebook) -> None:
        """Write the scores as nbgrader counts them, penalty for lateness included."""
        self.t = translator(language_of(gradebook))
        items = self._items(gradebook)
        students = self._students(gradebook)
        text = StringIO()
        csv.writer(text, delimiter=self.delimiter).writerows(
            [*self.heads(items), *(self.row(one, items) for one in students)]
        )
        path = Path(self.to or self.destination)
        try:
            write_at_once(path, text.getvalue().encode(self.encoding))
        except OSError as error:
            self.parent.fail(self.t(cannot_write(error, path)))
        people = Message.plural("{n} participant", "{n} participants", len(students))
        assignments = Message.plural("{n} assignment", "{n} assignments", len(items))
        self.log.info("%s: %s, %s", path, self.t(people), self.t(assignments))

    def heads(self, items: Sequence[GradeItem]) -> list[list[str]]:
        """The rows above the participants."""
        raise NotImplementedError

    def row(self, student: Student, items: Sequence[GradeItem]) -> list[str]:
        """The row of one participant."""
        raise NotImplementedError

    def identifier(self, student: Student) -> str:
        """How the platform knows a participant; empty when the gradebook does not say."""
        return one_line(getattr(student, self.id_field) or "")

    def points(self, student: Student, items: Sequence[GradeItem]) -> list[str]:
        """The scores of one participant, in the order of `items`."""
        return [
            self.number(item.scores[student.id]) if student.id in item.scores else self.nothing
            for item in items
        ]

    def number(self, value: float) -> str:
        """Points with at most two decimals."""
        return f"{round(value, 2) + 0.0:g}".replace(".", self.decimal)

    def _items(self, gradebook: Gradebook) -> list[GradeItem]:
        known = assignments_in(gradebook)
        asked = [str(name) for name in self.assignment]
        for name in asked:
            if name not in known:
                self._warn(Message("Assignment “{name}” is not in the gradebook.", name=printable(name)))
        items = []
        for name in known:
            if asked and name not in asked:
                continue
            settle(self.parent.coursedir, name)
            found = class_scores(gradebook, name)
            if found.waiting:
                self._warn(
                    Message(
                        "{assignment}: of {waiting} of the {all} hand-ins not everything is marked yet; their score is "
                        "provisional.",
                        assignment=name,
                        waiting=len(found.waiting),
                        all=len(found.participants),
                    )
                )
            items.append(GradeItem(name, found.max_score, {one.id: one.total for one in found.participants}))
        return items

    def _students(self, gradebook: Gradebook) -> list[Student]:
        asked = [str(name) for name in self.student]
        everybody = gradebook.students
        for name in set(asked) - {student.id for student in everybody}:
            self._warn(Message("Participant “{name}” is not in the gradebook.", name=printable(name)))
        return [one for one in everybody if (not asked or one.id in asked) and self._is_known(one)]

    def _is_known(self, student: Student) -> bool:
        identifier = self.identifier(student)
        if not identifier:
            self._warn(
                Message(
                    "Participant “{name}” has no {field} in the gradebook and is not in the file.",
                    name=printable(student.id),
                    field=self.id_field,
                )
            )
        elif self._is_formula(identifier):
            self._warn(
                Message(
                    "“{name}” is a formula for a spreadsheet; this participant is not in the file.",
                    name=identifier,
                )
            )
        else:
            return True
        return False

    def _is_formula(self, identifier: str) -> bool:
        begins = identifier.startswith(FORMULA) and not HARMLESS.fullmatch(identifier)
        return begins or INSIDE.search(identifier) is not None

    def _warn(self, message: Message) -> None:
        self.log.warning(self.t(message))


class GradesExport(ScoresExport):
    """A spreadsheet: everybody in the gradebook, with a column of points for each assignment.

    A Dutch spreadsheet opens a file with a semicolon between cells and a comma in numbers, an English one with a comma
    and a point.
    """

    destination: ClassVar[str] = "grades.csv"

    @default("decimal")
    def _decimal_default(self) -> str:
        return translator(language_of(self.parent.coursedir)).number(0.5)[1]

    @property
    def delimiter(self) -> str:  # type: ignore[override]  # it follows from a setting
        """The separator of lists where this decimal sign is used."""
        return ";" if self.decimal == "," else ","

    def heads(self, items: Sequence[GradeItem]) -> list[list[str]]:
        """The columns, in the language of the course."""
        t = self.t
        who = [t("Participant"), t("First name"), t("Last name"), t("Email")]
        worth = [
            t(Message("{assignment} (of {points})", assignment=one.name, points=self.number(one.max_score)))
            for one in items
        ]
        return [[*who, *worth]]

    def row(self, student: Student, items: Sequence[GradeItem]) -> list[str]:
        """The row of one participant."""
        who = (student.id, student.first_name, student.last_name, student.email)
        return [*(no_formula(text or "") for text in who), *self.points(student, items)]

    def _is_known(self, student: Student) -> bool:
        return True  # nobody looks them up by an identifier, and a formula is made a text


class MoodleExport(ScoresExport):
    """Moodle: Cijfers > Importeren > CSV-bestand.

    A score that is not there is ``-``: Moodle reads an empty cell for a new grade item as 0.
    """

    destination: ClassVar[str] = "moodle.csv"
    nothing: ClassVar[str] = "-"

    id_column = Enum(
        ["Username", "ID number", "Email address"],
        default_value="Username",
        help="De kolom waaraan Moodle een deelnemer herkent; kies dezelfde bij het importeren.",
    ).tag(config=True)

    @default("id_field")
    def _id_field_default(self) -> str:
        return "email" if self.id_column == "Email address" else "id"

    def heads(self, items: Sequence[GradeItem]) -> list[list[str]]:
        """Names are for the reader; Moodle goes by the identifier."""
        return [["First name", "Last name", self.id_column, *(item.name for item in items)]]

    def row(self, student: Student, items: Sequence[GradeItem]) -> list[str]:
        """The row of one participant."""
        names = [no_formula(student.first_name or ""), no_formula(student.last_name or "")]
        return [*names, self.identifier(student), *self.points(student, items)]


class CanvasExport(ScoresExport):
    """Canvas: Cijfers > Importeren. An assignment that Canvas does not know by name or number, it offers to make."""

    destination: ClassVar[str] = "canvas.csv"

    id_column = Enum(
        ["SIS Login ID", "SIS User ID", "ID"],
        default_value="SIS Login ID",
        help="De kolom waaraan Canvas een deelnemer herkent.",
    ).tag(config=True)
    section = Unicode("", help="De sectie in Canvas; mag leeg blijven.").tag(config=True)
    assignment_ids = Dict(
        help="Het nummer van een opdracht in Canvas, uit haar adres: {'01-wederkerigheid': '12345'}."
    ).tag(config=True)

    COLUMNS: ClassVar[tuple[str, ...]] = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")

    def heads(self, items: Sequence[GradeItem]) -> list[list[str]]:
        """The column heads, and the row that says what each assignment is worth."""
        names = [self._title(item.name) for item in items]
        worth = [self.number(item.max_score) for item in items]
        return [[*self.COLUMNS, *names], ["    Points Possible", *[""] * (len(self.COLUMNS) - 1), *worth]]

    def row(self, student: Student, items: Sequence[GradeItem]) -> list[str]:
        """The row of one participant."""
        name = ", ".join(part for part in (student.last_name, student.first_name) if part) or student.id
        cells = dict.fromkeys(self.COLUMNS, "")
        cells |= {"Student": no_formula(name), "Section": no_formula(self.section)}
        cells[self.id_column] = self.identifier(student)
        return [*cells.values(), *self.points(student, items)]

    def _title(self, name: str) -> str:
        number = self.assignment_ids.get(name)
        return f"{name} ({number})" if number else name


class BrightspaceExport(ScoresExport):
    """Brightspace: Cijfers > Cijfers invoeren > Importeren.

    As in Brightspace's own exports ``#`` stands before each identifier, where it keeps zeros and stops formulas, and in
    the last column, without which an empty last score would be misread.
    """

    destination: ClassVar[str] = "brightspace.csv"
    encoding: ClassVar[str] = "utf-8"
    """No names, so no accents for Excel; that its first head may have a byte-order mark is nowhere said."""

    id_column = Enum(
        ["Username", "OrgDefinedId"],
        default_value="Username",
        help="De kolom waaraan Brightspace een deelnemer herkent.",
    ).tag(config=True)
    new_items = Bool(
        False,
        help="Zet het maximum in de kop, zodat Brightspace een beoordelingsitem dat nog niet bestaat kan maken.",
    ).tag(config=True)

    def heads(self, items: Sequence[GradeItem]) -> list[list[str]]:
        """The identifier, every grade item, and the end of the line."""
        return [[self.id_column, *(self._title(item) for item in items), "End-of-Line Indicator"]]

    def row(self, student: Student, items: Sequence[GradeItem]) -> list[str]:
        """The row of one participant."""
        return [f"#{self.identifier(student)}", *self.points(student, items), "#"]

    def _is_formula(self, identifier: str) -> bool:
        return INSIDE.search(identifier) is not None  # behind a number sign nothing begins as one

    def _title(self, item: GradeItem) -> str:
        maximum = f" <Numeric MaxPoints:{self.number(item.max_score)}>" if self.new_items else ""
        return f"{item.name} Points Grade{maximum}"


def one_line(text: str) -> str:
    """A text without line breaks and other control characters."""
    return "".join(character if character.isprintable() else " " for character in str(text)).strip()


def no_formula(text: str) -> str:
    """A name that a spreadsheet shows and does not calculate; a wide ``＝`` is the same sign to some."""
    text = INSIDE.sub("'", one_line(text))
    return f"'{text}" if normalize("NFKC", text).startswith(FORMULA) else text

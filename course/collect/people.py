"""The class list: who can have handed in, where somebody wrote that down."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from nbgrader.api import Gradebook
from sqlalchemy.engine import make_url

from course.collect.names import as_folder, is_folder_name
from course.i18n import Message
from course.names import why_no_name

if TYPE_CHECKING:
    from course.command_error import CommandError

FILE = "people.csv"
COLUMNS = ("id", "name", "email")
MAX_WORDS = 12
"""Words of a name that are turned around."""


@dataclass(frozen=True)
class Person:
    """Somebody in the class; `id` is the name of their folder in ``submitted`` and in the gradebook."""

    id: str
    name: str = ""
    email: str = ""

    @property
    def first_and_last(self) -> tuple[str, str]:
        """The name as the gradebook keeps it: ``Vries, Anna de`` at the comma, and else at the first space."""
        last, comma, first = self.name.partition(",")
        first, last = (first, last) if comma else (self.name.partition(" ")[0], self.name.partition(" ")[2])
        return first.strip(), last.strip()

    @cached_property
    def exact(self) -> set[str]:
        """What fits without a doubt."""
        return {
            normalize("NFC", one) for one in (self.id, self.name, self.email, as_folder(self.name)) if one
        }

    @cached_property
    def alike(self) -> set[str]:
        """Written differently: ``Vries, Anna de``, ``devriesanna``, and with the login behind it, as ILIAS does."""
        words = [word for word in re.split(r"[\W_]+", self.name) if word][:MAX_WORDS]
        turned = {_plain("".join(words[n:] + words[:n])) for n in range(len(words))}
        with_id = {f"{one}{_plain(self.id)}" for one in turned if len(words) > 1}
        return {*turned, *with_id, _plain(self.id)} - {""}


@dataclass(frozen=True)
class ClassList:
    """Everybody who is known.

    Attributes:
        is_complete: whether nobody else can have handed in.
    """

    people: Sequence[Person] = ()
    is_complete: bool = False

    def matching(self, name: str) -> list[Person]:
        """Everybody whom the whole of `name` may stand for; who fits it exactly goes before who almost does."""
        written, plain = normalize("NFC", name), _plain(name)
        return [one for one in self.people if written in one.exact] or [
            one for one in self.people if plain in one.alike
        ]

    def nearest(self, name: str) -> list[str]:
        """Ids of people with a name that resembles `name`, the best first."""
        ids = {_plain(written): one.id for one in self.people for written in (one.id, one.name)}
        return list(dict.fromkeys(ids[one] for one in get_close_matches(_plain(name), ids, cutoff=0.8)))


def enter(people: ClassList, book: Gradebook) -> None:
    """Put everybody on ``people.csv`` in the gradebook: who they are, also when they hand in nothing.

    What the list leaves empty stays as it is.
    """
    known = {one.id: one for one in book.students}
    for one in people.people if people.is_complete else ():
        first, last = one.first_and_last
        about = {"first_name": first, "last_name": last} if one.name else {}
        about |= {"email": one.email} if one.email else {}
        student = known.get(one.id)
        if not student or any(getattr(student, field) != value for field, value in about.items()):
            book.update_or_create_student(one.id, **about)


def class_list(root: Path, db_url: str, course_id: str) -> ClassList:
    """``people.csv`` in the course folder; without one, whoever has a name or address in the gradebook.

    Collecting itself makes up no names: those in the gradebook were written down by a person, there or in such a file.

    Raises:
        CommandError: when ``people.csv`` cannot be understood, with the line.
    """
    path = root / FILE
    if path.is_file():
        return ClassList(_read(path), is_complete=True)
    url = make_url(db_url)
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
        return ClassList()
    with Gradebook(db_url, course_id) as book:
        named = [
            Person(
                one.id, " ".join(part for part in (one.first_name, one.last_name) if part), one.email or ""
            )
            for one in book.students
            if one.first_name or one.last_name or one.email
        ]
    return ClassList(named)


def _read(path: Path) -> list[Person]:
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise _wrong(
            Message("{file} is not in UTF-8. In a spreadsheet, save it as “CSV UTF-8”.", file=FILE)
        ) from None
    head = text.partition("\n")[0]
    rows = csv.reader(io.StringIO(text), delimiter=";" if ";" in head else ",")
    columns = [cell.strip().casefold() for cell in next(rows, [])]
    if not {"id", "name"} <= set(columns):
        raise _wrong(
            Message(
                "{file}, line 1: the columns must be called id and name, and email if you like.", file=FILE
            )
        )
    people: dict[str, Person] = {}
    for row in rows:
        if not any(cell.strip() for cell in row):
            continue
        cells = dict(zip(columns, (cell.strip() for cell in row), strict=False))
        person = Person(*(normalize("NFC", cells.get(column, "")) for column in COLUMNS))
        if len(row) > len(columns):
            problem = Message("it has more cells than the first line. Put a name with a comma between quotes")
        elif not is_folder_name(person.id):
            problem = Message("‘{id}’ cannot be the name of a folder. Choose another id", id=person.id)
        elif why := why_no_name(person.name):
            problem = Message("the name {name} {why}", name=ascii(person.name), why=why)
        elif person.id.casefold() in people:
            problem = Message("the id ‘{id}’ is there twice. Give everybody their own", id=person.id)
        else:
            people[person.id.casefold()] = person
            continue
        raise _wrong(
            Message("{file}, line {line}: {problem}.", file=FILE, line=rows.line_num, problem=problem)
        )
    return list(people.values())


def _wrong(message: Message) -> CommandError:
    from course.command_error import CommandError  # late: settings are read where no commands are installed

    return CommandError(message)


def _plain(text: str) -> str:
    """Letters and digits alone, without accents and capitals."""
    letters = "".join(sign for sign in normalize("NFKD", text) if not combining(sign))
    return "".join(sign for sign in letters.casefold() if sign.isalnum())

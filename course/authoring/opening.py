"""Opening a manuscript: from a file to checked blocks, with every mistake told at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from course.answers.record import is_id
from course.authoring.block import Block, bad_id, unknown
from course.authoring.errors import AuthoringError, Mistake
from course.authoring.header import Header
from course.authoring.manuscript import Manuscript, Place, Sheet, Statements, Written
from course.authoring.markdown import Piece, PrintedNumber, Prose, RawBlock, pieces
from course.authoring.material import KIND as MATERIAL
from course.authoring.numbers import with_numbers
from course.authoring.reading import block_in, checked, material_in, shapes
from course.authoring.rubric import rubric_lines
from course.authoring.translation import merged
from course.authoring.yaml import Data
from course.evidence import EvidenceError, figure
from course.evidence.statement import statement_of
from course.exercise import ExerciseError
from course.i18n import Message, translator
from course.kinds import Choose
from course.material import as_html, tree

ITEMS = "items"
"""Stands for the exercises of another text: ``{items} name``."""
STATEMENTS = "statements"
"""Stands for all that the course says about research."""


def manuscript(path: Path) -> Manuscript:
    """The text at `path`; of a second language its words, and all else from the first.

    Raises:
        AuthoringError: with every mistake in it.
    """
    return _Opening(path).manuscript()


class _Opening:
    """One text on its way to a manuscript."""

    def __init__(self, path: Path, around: tuple[Path, ...] = ()) -> None:
        self.path, self.place = path, Place(path)
        self.around = (*around, path)
        self.t = translator(self.place.language)
        self.mistakes: list[Mistake] = []
        self.numbers: list[str] = []
        self.lines: dict[str, int] = {}
        self.exercises: set[str] = set()

    def wrong(self, line: int, what: Message) -> None:
        self.mistakes.append(Mistake(line, what))

    def manuscript(self) -> Manuscript:
        raw_header, found = self._pieces()
        first: Mapping[str, RawBlock] = {}
        first_header: RawBlock | None = None
        if original := self.place.first:
            if not original.is_file():
                self.wrong(
                    1, Message("This text does not exist in the first language: {path}.", path=original)
                )
                raise AuthoringError(self.path, self.mistakes, self.t)
            first_header, theirs = _Opening(original)._pieces()
            first = _blocks(theirs)
            self._compare(_blocks(found), first)
        header = self._header(raw_header, first_header)
        if not self.place.is_assignment:
            self._check_told([raw_header, *found])
        parts: list[Prose | Written] = []
        for piece in found:
            if isinstance(piece, Prose):
                parts.append(piece)
                continue
            if piece.kind == STATEMENTS:
                parts.append(Statements("", piece.line))
                continue
            before = len(self.mistakes)
            if self._is_named(piece) and header:
                found_in = self._sheet if piece.kind == MATERIAL else self._written
                parts += found_in(piece, first.get(piece.id), header)
            self.mistakes[before:] = [replace(one, path=piece.path) for one in self.mistakes[before:]]
        if self.mistakes or header is None:
            raise AuthoringError(self.path, self.mistakes, self.t)
        return Manuscript(self.path, header, parts, self.numbers)

    def _pieces(self) -> tuple[RawBlock, list[Piece]]:
        try:
            text = self.path.read_text("utf-8-sig")
        except UnicodeDecodeError as error:
            line = self.path.read_bytes()[: error.start].count(b"\n") + 1
            self.wrong(line, Message("This is not UTF-8 from here on. Save the file as UTF-8."))
            raise AuthoringError(self.path, self.mistakes, self.t) from None
        header, found = pieces(text, self.mistakes)
        header = self._printed_block(header)
        return header, [one for piece in found for one in self._in_full(self._printed(piece))]

    def _printed(self, piece: Piece) -> Piece:
        """A piece with its numbers filled in."""
        if isinstance(piece, RawBlock):
            return self._printed_block(piece)
        text, numbers = self._filled_in(piece.text, piece.line)
        return replace(piece, text=text, numbers=numbers)

    def _printed_block(self, block: RawBlock) -> RawBlock:
        body, numbers = self._filled_in(block.body, block.line + 1)
        return replace(block, body=body, numbers=numbers)

    def _filled_in(self, text: str, line: int) -> tuple[str, tuple[PrintedNumber, ...]]:
        text, numbers = with_numbers(text, self.t.language, self.mistakes, line)
        self.numbers += [number.id for number in numbers]
        return text, numbers

    def _check_told(self, found: Iterable[Piece]) -> None:
        """A mistake for each number of which nothing tells where it comes from."""
        if self.mistakes:  # among them may be a number that does not exist
            return
        own = (piece for piece in found if isinstance(piece, Prose) or not piece.path)
        for number in (number for piece in own for number in piece.numbers):
            if not statement_of(number.id, self.t.language):
                told = Message(
                    "No figure and no claim tells where {id} comes from. Write a claim in the data of the evidence.",
                    id=number.id,
                )
                self.wrong(number.line, told)

    def _in_full(self, piece: Piece) -> list[Piece]:
        """A piece as it is, or the exercises that it stands for."""
        if not isinstance(piece, RawBlock) or piece.kind != ITEMS:
            return [piece]
        path = self.place.items(piece.id)
        if path is None or path in self.around:
            told = Message(
                "There is no {name} to take exercises from. It is an assignment, or a list beside the assignments.",
                name=piece.id,
            )
            self.wrong(piece.line, told)
            return []
        other = _Opening(path, self.around)
        _header, found = other._pieces()
        if other.mistakes:
            raise AuthoringError(path, other.mistakes, self.t)
        self.numbers += other.numbers
        exercises = [one for one in found if isinstance(one, RawBlock) and one.kind != MATERIAL]
        return [replace(one, path=one.path or path) for one in exercises]

    def _header(self, raw: RawBlock, first: RawBlock | None) -> Header | None:
        if not raw.body:
            told = Message("The text has no header. Begin with ---, title: …, language: … and ---.")
            self.wrong(1, told)
            return None
        data, before = Data(raw, self.mistakes), len(self.mistakes)
        if not data.is_readable:
            return None
        fields: Any = data.fields
        if first:  # the language is the one thing that a header does not share
            language = data.fields.pop("language", None)
            original = Data(first, [])
            original.fields.pop("language", None)
            fields = {**merged(Header, original, data, self.mistakes), "language": language}
        header = checked(Header, fields, data, self.mistakes)
        if header and header.language != self.place.language:
            told = Message(
                "The text stands in the folder {folder}, and its language is another.",
                folder=self.place.language,
            )
            self.mistakes.append(data.mistake(["language"], told))
        return header if len(self.mistakes) == before else None

    def _compare(self, ours: Mapping[str, RawBlock], theirs: Mapping[str, RawBlock]) -> None:
        """A mistake for each block that is missing, extra or elsewhere in a second language."""
        before = len(self.mistakes)
        for name, block in ours.items():
            if name not in theirs:
                told = Message(
                    "The first language has no exercise {name}. Ids are the same in every language.",
                    name=name,
                )
                self.wrong(block.line, told)
            elif block.kind != theirs[name].kind:
                self.wrong(
                    block.line, Message("In the first language this is a {kind}.", kind=theirs[name].kind)
                )
        for name in theirs:
            if name not in ours:
                self.wrong(1, Message("The exercise {name} of the first language is missing.", name=name))
        if len(self.mistakes) == before and list(ours) != list(theirs):
            self.wrong(1, Message("The exercises stand in another order than in the first language."))

    def _is_named(self, raw: RawBlock) -> bool:
        """Whether a block has a kind that exists and a good id of its own."""
        what = None
        kinds = [*shapes(), MATERIAL]
        if raw.kind not in kinds:
            why = unknown(raw.kind, kinds)
            what = Message("{why} A block begins with three backticks, {{kind}} and an id.", why=why)
        elif not raw.id:
            what = Message("This block has no id. Write one behind the kind, such as gift-forms.")
        elif not is_id(raw.id):
            what = bad_id(raw.id)
        elif raw.id in self.lines:
            what = Message(
                "{name} is the id of the exercise on line {line} too. Give each its own.",
                name=raw.id,
                line=self.lines[raw.id],
            )
        if what:
            self.wrong(raw.line, what)
            return False
        self.lines[raw.id] = raw.line
        return True

    def _sheet(self, raw: RawBlock, first: RawBlock | None, header: Header) -> Iterator[Sheet]:
        if found := material_in(raw, first, self.mistakes):
            node = tree(found.given(), translator(header.language))
            yield Sheet(as_html(node), raw.line, raw.numbers, node=node)

    def _written(self, raw: RawBlock, first: RawBlock | None, header: Header) -> Iterator[Written]:
        self.exercises.add(raw.id)
        block = block_in(raw, first, self.mistakes)
        borrowed = raw.path is not None and not self.place.is_assignment
        if block and borrowed:  # what is handed in has goal, points and key; a lesson only keeps the answer
            block = block.model_copy(update={"goal": None, "points": None, "by_hand": None})
        if block is None or not self._fits(block, raw, header):
            return
        self.numbers += block.numbers()
        content = block.content()
        if block.material:
            content["material"] = block.material.given()
        if content.get("rubric") is not None and not self.place.is_assignment:
            # Only a lesson shows a model, and asks the participant to rate the own text.
            notes = getattr(block, "notes", [])
            content |= {
                "example": block.model_text(),
                "notes": notes,
                "rates_itself": bool(content["rubric"]),
            }
        if earlier := self._earlier(block, raw):
            titles = {name: text.title for name, text in earlier.items()}
            content |= {"earlier": titles, "takes_along": self.place.is_assignment}
            if block.names_pages and not self.place.is_assignment:
                content |= {"pages": {name: text.page for name, text in earlier.items() if text.page}}
        content |= {field: self._test(field, name, raw) for field, name in block.tests().items()}
        if block.by_hand and "rubric" in content and not content["rubric"]:
            content["rubric"] = rubric_lines(block, self.t)
        try:
            exercise = block.exercise(
                raw.id,
                block.question,
                hint=block.hint or "",
                goal=block.goal or "",
                after=block.after or "",
                key=None if borrowed else block.key(),
                reasons={} if borrowed else block.reasons(),
                language=header.language,
                **content,
            )
        except ExerciseError as error:
            self.wrong(raw.line, Message("This exercise cannot work. {why}.", why=str(error)))
            return
        yield Written(block, exercise, raw.line, borrowed, raw.numbers)

    def _earlier(self, block: Block, raw: RawBlock) -> dict[str, _Where]:
        """The text in which each exercise is that a block goes on from."""
        found = {}
        for name in block.goes_on_from():
            where = _Where() if name != raw.id and name in self.exercises else self._lesson_of(name)
            if where is None:
                told = Message(
                    "No lesson has an exercise {name}, and there is none above this one.", name=name
                )
                self.mistakes.append(Data(raw, []).mistake(["earlier"], told))
            else:
                found[name] = where
        return found

    def _test(self, field: str, name: str, raw: RawBlock) -> dict[str, Any]:
        """A test as what looks back on it needs it: questions of which one option is right."""
        path = self.place.items(name)
        if path is None:
            told = Message("There is no assignment {name}.", name=name)
            self.mistakes.append(Data(raw, []).mistake([field], told))
            return {}
        text = manuscript(path)
        items = {
            one.id: {
                "goal": one.goal,
                "question": one.question,
                "options": dict(one.options),
                "key": one.key[0],
                "reasons": dict(one.reasons),
            }
            for one in (each.exercise for each in text.exercises)
            if isinstance(one, Choose) and not one.many and one.key
        }
        return {"name": name, "title": text.header.title, "goals": dict(text.header.goals), "items": items}

    def _lesson_of(self, name: str) -> _Where | None:
        """The lesson, other than this one, that has an exercise `name`."""
        for path in self.place.lessons:
            if path != self.path:
                header, parts = _Opening(path)._pieces()
                found = _blocks(parts).get(name)
                if found and found.kind != MATERIAL:
                    title = str(Data(header, []).fields.get("title", ""))
                    return _Where(title, path.with_suffix(".ipynb").name)
        return None

    def _fits(self, block: Block, raw: RawBlock, header: Header) -> bool:
        """Whether a block belongs in this text."""
        before = len(self.mistakes)
        if block.goal and block.goal not in header.goals:
            self.mistakes.append(Data(raw, []).mistake(["goal"], unknown(block.goal, header.goals)))
        if not self.place.is_assignment and (block.points is not None or block.by_hand):
            self.wrong(raw.line, Message("In a lesson nothing has points. Take out points and by-hand."))
        if self.place.is_assignment and block.points is None and not block.by_hand:
            self.wrong(
                raw.line, Message("In an assignment every exercise has points, or by-hand with a rubric.")
            )
        for name in block.figures():
            try:
                figure(name, header.language)
            except EvidenceError as error:
                self.wrong(raw.line, Message("This figure cannot be shown. {why}", why=error.message))
        return len(self.mistakes) == before


class _Where(NamedTuple):
    """A lesson by its title and its notebook; both are empty for the text that is being read."""

    title: str = ""
    page: str = ""


def _blocks(found: list[Piece]) -> dict[str, RawBlock]:
    return {piece.id: piece for piece in found if isinstance(piece, RawBlock)}

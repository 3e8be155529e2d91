"""A lesson or an assignment as its author wrote it: header, prose and checked blocks, in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from course.answers.record import is_id
from course.authoring.block import Block, bad_id, unknown
from course.authoring.errors import AuthoringError, Mistake
from course.authoring.header import Header
from course.authoring.markdown import Piece, Prose, RawBlock, pieces
from course.authoring.numbers import with_numbers
from course.authoring.reading import block_in, checked, shapes
from course.authoring.translation import merged
from course.authoring.yaml import Data
from course.exercise import Exercise, ExerciseError
from course.i18n import LANGUAGES, Message, Translator, translator

WORDS_A_MINUTE = 200


@dataclass(frozen=True)
class Written:
    """An exercise in a manuscript, beside the block that it was written as."""

    block: Block
    exercise: Exercise
    line: int

    @property
    def points(self) -> float:
        """What it is worth in all."""
        return (self.block.points or 0) + (self.block.by_hand.points if self.block.by_hand else 0)


@dataclass(frozen=True)
class Manuscript:
    """One text."""

    path: Path
    header: Header
    parts: list[Prose | Written]

    @property
    def t(self) -> Translator:
        """Words in the language of the text."""
        return translator(self.header.language)

    @property
    def is_assignment(self) -> bool:
        """Whether it is handed in and graded."""
        return "solutions" in self.path.parts

    @cached_property
    def exercises(self) -> list[Written]:
        """Its exercises in order."""
        return [part for part in self.parts if isinstance(part, Written)]

    @property
    def minutes(self) -> dict[str, int]:
        """Honest minutes of reading and of exercises."""
        words = sum(len(part.text.split()) for part in self.parts if isinstance(part, Prose))
        seconds = sum(one.exercise.seconds() for one in self.exercises)
        return {"reading": max(1, round(words / WORDS_A_MINUTE)), "exercises": round(seconds / 60)}

    @property
    def points(self) -> float:
        """What an assignment is worth."""
        return sum(one.points for one in self.exercises)


def manuscript(path: Path) -> Manuscript:
    """The text at `path`, and of the same text in the first language all but its words.

    Raises:
        AuthoringError: with every mistake in it.
    """
    mistakes: list[Mistake] = []
    language = path.parts[path.parts.index("modules" if "modules" in path.parts else "solutions") + 1]
    t = translator(language if language in LANGUAGES else LANGUAGES[0])
    raw_header, found = _pieces(path, t, mistakes)
    original = (
        path.parents[len(path.parts) - 1 - path.parts.index(language)] / LANGUAGES[0] / _below(path, language)
    )
    first: Mapping[str, RawBlock] | None = None
    first_header: RawBlock | None = None
    if language != LANGUAGES[0]:
        if not original.is_file():
            missing = Message("This text does not exist in the first language: {path}.", path=original)
            raise AuthoringError(path, [Mistake(1, missing)], t)
        first_header, theirs = _pieces(original, translator(LANGUAGES[0]), [])
        first = {piece.id: piece for piece in theirs if isinstance(piece, RawBlock)}
        _verify_same(found, theirs, mistakes)
    header = _header(raw_header, first_header, language, mistakes)
    parts: list[Prose | Written] = []
    taken: dict[str, int] = {}
    for piece in found:
        if isinstance(piece, Prose):
            parts.append(piece)
        elif _is_named(piece, taken, mistakes) and header:
            block = block_in(piece, first.get(piece.id) if first is not None else None, mistakes)
            if block and _fits(block, piece, header, "solutions" in path.parts, mistakes):
                parts += _written(block, piece, header, mistakes)
    if mistakes or header is None:
        raise AuthoringError(path, mistakes, t)
    return Manuscript(path, header, parts)


def _below(path: Path, language: str) -> Path:
    return Path(*path.parts[path.parts.index(language) + 1 :])


def _pieces(path: Path, t: Translator, mistakes: list[Mistake]) -> tuple[RawBlock, list[Piece]]:
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        told = Message("This is not UTF-8 from here on. Save the file as UTF-8.")
        raise AuthoringError(path, [Mistake(line, told)], t) from None
    return pieces(with_numbers(text, t.language, mistakes), mistakes)


def _header(raw: RawBlock, first: RawBlock | None, language: str, mistakes: list[Mistake]) -> Header | None:
    if not raw.body:
        told = Message("The text has no header. Begin with ---, title: …, language: … and ---.")
        mistakes.append(Mistake(1, told))
        return None
    data, before = Data(raw, mistakes), len(mistakes)
    if not data.is_readable:
        return None
    fields: Any = data.fields
    if first:
        own = {name: value for name, value in fields.items() if name != "language"}
        data.fields = own
        original = Data(first, [])
        original.fields.pop("language", None)
        fields = {**merged(Header, original, data, mistakes), "language": fields.get("language")}
    header = checked(Header, fields, data, mistakes)
    if header and header.language != language:
        told = Message(
            "The text stands in the folder {folder}, and its language is another.", folder=language
        )
        mistakes.append(Mistake(data.line(["language"]), told, "language"))
    return header if len(mistakes) == before else None


def _verify_same(found: list[Piece], first: list[Piece], mistakes: list[Mistake]) -> None:
    """A mistake for each block that is missing, extra or elsewhere in a second language."""
    ours = {piece.id: piece for piece in found if isinstance(piece, RawBlock)}
    theirs = {piece.id: piece for piece in first if isinstance(piece, RawBlock)}
    for name, block in ours.items():
        if name not in theirs:
            told = Message(
                "The first language has no exercise {name}. Ids are the same in every language.", name=name
            )
            mistakes.append(Mistake(block.line, told))
        elif block.kind != theirs[name].kind:
            told = Message("In the first language this is a {kind}.", kind=theirs[name].kind)
            mistakes.append(Mistake(block.line, told))
    for name in theirs:
        if name not in ours:
            mistakes.append(
                Mistake(1, Message("The exercise {name} of the first language is missing.", name=name))
            )
    if not mistakes and list(ours) != list(theirs):
        mistakes.append(
            Mistake(1, Message("The exercises stand in another order than in the first language."))
        )


def _is_named(raw: RawBlock, taken: dict[str, int], mistakes: list[Mistake]) -> bool:
    """Whether a block has a kind that exists and a good id of its own."""
    what = None
    if raw.kind not in shapes():
        what = Message(
            "{why} A block begins with three backticks, {{kind}} and an id.", why=unknown(raw.kind, shapes())
        )
    elif not raw.id:
        what = Message("This block has no id. Write one behind the kind, such as gift-forms.")
    elif not is_id(raw.id):
        what = bad_id(raw.id)
    elif raw.id in taken:
        what = Message(
            "{name} is the id of the exercise on line {line} too. Give each its own.",
            name=raw.id,
            line=taken[raw.id],
        )
    if what:
        mistakes.append(Mistake(raw.line, what))
        return False
    taken[raw.id] = raw.line
    return True


def _fits(block: Block, raw: RawBlock, header: Header, is_assignment: bool, mistakes: list[Mistake]) -> bool:
    """Whether a block belongs in this text."""
    what, field = None, ""
    if block.goal and block.goal not in header.goals:
        what, field = unknown(block.goal, header.goals), "goal"
    elif not is_assignment and (block.points is not None or block.by_hand):
        what = Message("In a lesson nothing has points. Take out points and by-hand.")
    elif is_assignment and block.points is None and not block.by_hand:
        what = Message("In an assignment every exercise has points, or by-hand with a rubric.")
    if what:
        line = Data(raw, []).line([field] if field else [])
        mistakes.append(Mistake(line, what, field))
    return what is None


def _written(block: Block, raw: RawBlock, header: Header, mistakes: list[Mistake]) -> Iterator[Written]:
    content = block.content()
    if block.by_hand and "rubric" in content and not content["rubric"]:
        content["rubric"] = rubric_lines(block, translator(header.language))
    try:
        exercise = block.exercise(
            raw.id,
            block.question,
            hint=block.hint or "",
            goal=block.goal or "",
            key=block.key(),
            reasons=block.reasons(),
            language=header.language,
            **content,
        )
    except ExerciseError as error:
        mistakes.append(Mistake(raw.line, Message("This exercise cannot work. {why}.", why=str(error))))
        return
    yield Written(block, exercise, raw.line)


def rubric_lines(block: Block, t: Translator) -> list[str]:
    """What a person gives points for, a line each."""
    lines = block.by_hand.rubric if block.by_hand else []
    return [f"{points(line.points, t)}: {line.text}" for line in lines]


def points(n: float, t: Translator) -> str:
    """Points in words: ``1 punt``, ``2,5 punten``."""
    return t.plural("{n} point", "{n} points", 1 if n == 1 else 2).format(n=t.number(n))


def without_key(exercise: Exercise) -> Exercise:
    """The exercise as participants of an assignment get it."""
    return replace(exercise, key=None, reasons={})

"""What every kind of exercise has in common. Content in, feedback out; no widget in sight."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field
from datetime import date
from typing import Any, ClassVar, Protocol

from course.answers import Answers, Reader, Record
from course.answers.record import is_id
from course.i18n import Message, Translator, translator
from course.material import Node, paragraphs, tree
from course.result import SIGNS, Item, Result, verdict_word

Answer = dict[str, Any]
Score = tuple[float, list[Item]]
"""Share of the points, 0 to 1, and feedback per part."""


BESIDE = r"[\w.-]+\.ipynb"
"""The address of a notebook beside this one, as a pattern."""
ACTIVE = re.compile(rf"<[a-z/!?]|\]:|\]\((?!https://|{BESIDE})", re.IGNORECASE)
"""In Markdown: HTML, or a link to anywhere but a page of the web or a notebook beside this one."""


class Showable(Protocol):
    """Something to look at that an exercise puts below itself."""

    def live_outputs(self) -> Sequence[dict[str, Any]]:
        """Mime bundles for a page with a kernel, in order."""


@dataclass(frozen=True)
class Reaction:
    """What an exercise says or shows to a change.

    Args:
        data: for the exercise's own view, as JSON.
        below: what appears under the exercise, and stays.
    """

    data: Mapping[str, Any] = field(default_factory=dict)
    below: Showable | None = None


class ExerciseError(ValueError):
    """The author wrote an exercise that cannot work; the message says what to change."""


@dataclass(eq=False)
class Exercise:
    """An exercise as its author wrote it.

    Args:
        id: lower-case words with hyphens, unique in the course; also the name of the answer's file.
        question: what to do; a blank line starts a new paragraph.
        hint: one extra line under the question.
        goal: id of the learning goal that this practises, from the front matter of the text.
        material: what the question is about, drawn as what it is: the fields of one of `course.material.FORMS`.
        key: the right answer, in a lesson only. An assignment gives it to `check` in a hidden cell.
        reasons: why, for each part of the key.
        after: what one reads in Markdown below it once one has recorded a prediction, or been told the answers.
        language: of the lesson; every word that the course adds is in it.
    """

    id: str
    question: str
    _: KW_ONLY
    hint: str = ""
    goal: str = ""
    material: Mapping[str, Any] = field(default_factory=dict)
    key: Any = None
    reasons: Mapping[str, str] = field(default_factory=dict)
    after: str = ""
    language: str = "nl"

    kind: ClassVar[str]
    """Name of the kind, as it is stored and as its frontend module is called."""
    was: ClassVar[str] = ""
    """The kind under which such an answer was stored before there was this one; it opens as before."""
    counts_words: ClassVar[bool] = False
    """Whether `progress` counts words rather than parts."""
    within: ClassVar[str] = ""
    """The field whose text is drawn within the material, if it is."""
    browser_fields: ClassVar[tuple[str, ...]] = ()
    """Fields that the browser gets. The key and the reasons are never among them."""

    def __post_init__(self) -> None:
        self.t: Translator = translator(self.language)
        if not is_id(self.id):
            raise ExerciseError(f"id {self.id!r}: use lower-case words with hyphens, like 'gift-forms'")
        if not self.question.strip():
            raise ExerciseError(f"{self.id}: the question is empty")
        for name in self.browser_fields:
            if isinstance(getattr(self, name), Mapping):
                self._verify_ids(name, getattr(self, name))
        if ACTIVE.search(self.after):  # in the output of a cell that ran JupyterLab cleans nothing
            raise ExerciseError(
                f"{self.id}: no HTML in after, and links to https:// or a notebook beside this one alone"
            )
        self.verify()
        if self.material:
            self.drawn()  # raises when it is made of anything else than texts
        if self.key is not None:
            self.verify_key(self.key)
            self.require(self.reasons, self.parts(), "reason for")

    # What a kind fills in -------------------------------------------------------------------------

    def verify(self) -> None:
        """Raise `ExerciseError` when the content is incomplete or contradicts itself."""

    def verify_key(self, key: Any) -> None:
        """Raise `ExerciseError` when `key` does not fit the content."""
        raise ExerciseError(f"{self.id}: a {type(self).__name__} has no key")

    def parts(self) -> Mapping[str, str]:
        """What a reason may be given for: {id: text}."""
        return {}

    def clean(self, raw: Any, reader: Reader) -> Answer:
        """The usable part of an untrusted answer; what was refused is in ``reader.problems``."""
        raise NotImplementedError

    def score(self, answer: Answer, key: Any, reasons: Mapping[str, str]) -> Score:
        """Share of the points and feedback; `answer` is clean, `key` verified (or None)."""
        raise NotImplementedError

    def spared(self, answer: Answer) -> Iterable[Item]:
        """In a lesson: the reasons for what `score` says nothing about, because it was left alone."""
        return ()

    def progress(self, answer: Answer) -> tuple[int, int]:
        """How many parts of the answer are there, and how many there could be."""
        raise NotImplementedError

    def due(self, answer: Answer, today: date) -> int:
        """How much of it comes back `today`, or should have before."""
        return 0

    def describe(self, answer: Answer) -> list[tuple[str, str]]:
        """The answer, or what its `sheet` does not show, as (label, text) pairs for a person to read."""
        raise NotImplementedError

    def sheet(self, answer: Answer, inert: Callable[[str], str]) -> str:
        """The answer as HTML above those pairs, for a kind that is read as a whole; `inert` makes a text safe."""
        return ""

    def model(self, key: Any) -> Answer | None:
        """A perfect answer that follows from the key, or None when the author must write one."""
        return None

    @property
    def follows_others(self) -> bool:
        """Whether it reacts to the answers of other exercises too."""
        return False

    @property
    def is_prediction(self) -> bool:
        """Whether the answer is recorded once (``committed``), after which what was found comes below it."""
        return False

    def told(self, answer: Answer) -> str:
        """What is said as soon as a prediction is recorded."""
        return self.t("Your prediction is recorded. Below you see how it turned out.")

    def sureness(self, answer: Answer) -> str:
        """How sure the participant is, in a word, where that was asked; what is said of a check begins with it."""
        return ""

    def react(self, answer: Answer, answers: Answers) -> Reaction:
        """What to say or show now that `answer` is this, and those of other exercises are in `answers`."""
        return Reaction()

    def seconds(self) -> int:
        """Honest time that a participant needs."""
        raise NotImplementedError

    def _verify_ids(self, name: str, parts: Mapping[Any, Any]) -> None:
        """Ids are words: a browser sorts ids that are numbers before all others."""
        for part in parts:
            if not isinstance(part, str) or not part or part[0].isdigit():
                raise ExerciseError(
                    f"{self.id}: {part!r} in {name}: an id is a text that begins with a letter"
                )

    # What all kinds share -------------------------------------------------------------------------

    def require(self, given: Iterable[str], known: Iterable[str], what: str) -> None:
        """Raise `ExerciseError` when `given` names something that is not `known`."""
        known = set(known)
        strange = [str(name) for name in given if name not in known]
        if strange:
            raise ExerciseError(f"{self.id}: {what} something that does not exist: {', '.join(strange)}")

    def chosen(self, place: str, why: str) -> str:
        """The reason for a part that stands in a wrong `place`: what was chosen, and `why` something else is right."""
        told = self.t("You chose “{place}”.").format(place=_bare(place))
        return f"{told} {why}".strip()

    def belongs(self, places: Iterable[str]) -> str:
        """What tells where a part belongs that stands elsewhere."""
        either = self.t("or")
        named = f" {either} ".join(f"“{_bare(place)}”" for place in places)
        return self.t("Belongs at {place}.").format(place=named)

    def content(self) -> dict[str, Any]:
        """What the browser draws: never the key, the reasons or a model answer."""
        shown = {name: getattr(self, name) for name in self.browser_fields}
        if self.material:
            shown["around" if self.within else "material"] = self.drawn()
        return {
            "kind": self.kind,
            "id": self.id,
            "question": self.question,
            "hint": self.hint,
            "checkable": self.key is not None,
            "prediction": self.is_prediction,
            "verdicts": {name: [sign, verdict_word(name, self.t)] for name, sign in SIGNS.items()},
            **shown,
        }

    def drawn(self) -> Node:
        """The material as elements, with a slot for the text that the view puts in it."""
        return tree(self.material, self.t, has_slot=bool(self.within))

    def in_slot(self) -> list[Node]:
        """What stands in that slot where nothing can be done with it."""
        return paragraphs(getattr(self, self.within)) if self.within else []

    def stored(self, answers: Answers | None = None) -> tuple[Record | None, Answer, list[Message]]:
        """The stored record (or None), its clean answer, and what had to be left out of it."""
        answers = answers or Answers()
        record = answers.load(self.id)
        if record is None and (files := answers.set_aside(self.id)):
            told = Message("An earlier answer cannot be read. It is kept in answers/{file}.", file=files[-1])
            return None, self.clean({}, Reader()), [told]
        return record, *self.read(record)

    def reads(self, record: Record) -> bool:
        """Whether a record holds an answer of this kind."""
        return record.kind in filter(None, (self.kind, self.was))

    def read(self, record: Record | None) -> tuple[Answer, list[Message]]:
        """The clean answer in a record, and what had to be left out of it."""
        if record is None:
            return self.clean({}, Reader()), []
        if not self.reads(record):
            other = Message("The stored answer belongs to another kind of exercise; it was not used.")
            return self.clean({}, Reader()), [other]
        reader = Reader()
        return self.clean(record.answer, reader), reader.problems

    def check(
        self,
        answer: Any = None,
        *,
        key: Any = None,
        reasons: Mapping[str, str] | None = None,
        points: float | None = None,
        model: Answer | None = None,
        goal: str = "",
        answers: Answers | None = None,
    ) -> Result:
        """Score an answer and say why. Pure when `answer` is given.

        Args:
            answer: in the kind's own JSON form; left out, the stored answer is read.
            key: right answer; by default the exercise's own.
            reasons: why, per part; by default the exercise's own.
            points: what it is worth; 1 when nothing is graded.
            model: a model answer. It is kept beside the check for authors and tests and changes nothing.
            goal: the learning goal, of an exercise that may not tell it itself; kept there for the report.
            answers: where the stored answer is; by default beside the notebook.

        Returns:
            A `Result` between 0 and `points` (or 0 and 1).
        """
        if answer is None:
            _record, clean, problems = self.stored(answers)
        else:
            reader = Reader()
            clean, problems = self.clean(answer, reader), reader.problems
        return self._judged(clean, problems, key, reasons, points)

    def check_record(
        self,
        record: Record | None,
        *,
        key: Any = None,
        reasons: Mapping[str, str] | None = None,
        points: float | None = None,
    ) -> Result:
        """As `check`, for what is kept in `record`; pure."""
        return self._judged(*self.read(record), key, reasons, points)

    def _judged(
        self,
        answer: Answer,
        problems: Sequence[Message],
        key: Any,
        reasons: Mapping[str, str] | None,
        points: float | None,
    ) -> Result:
        key = self.key if key is None else key
        if key is not None:
            self.verify_key(key)
        reasons = self.reasons if reasons is None else reasons
        self.require(reasons, self.parts(), "reason for")
        worth = 1 if points is None else points
        done, _total = self.progress(answer)
        if not done:
            return self._result(0, worth, (), [Message("Nothing has been filled in yet."), *problems])
        credit, items = self.score(answer, key, reasons)
        return self._result(credit, worth, items, problems)

    def _result(
        self, credit: float, points: float, items: Iterable[Item], messages: Iterable[Message]
    ) -> Result:
        return Result(credit, points, tuple(items), " ".join(map(self.t, messages)), self.language)

    def _ipython_display_(self) -> None:
        from course.view import show  # late: a grader or a test needs no widgets

        show(self)


def per_part(parts: Iterable[tuple[Item, float]]) -> Score:
    """Equal weight for every part: the mean of their credits."""
    pairs = list(parts)
    credit = sum(share for _item, share in pairs) / len(pairs) if pairs else 0.0
    return credit, [item for item, _share in pairs]


def words(text: str) -> list[str]:
    """What stands between the spaces of a text; a marked passage is told by its first and last word."""
    return text.split()


QUOTES = "\"“”‘’'"


def _bare(text: str) -> str:
    """A text as it stands in quotation marks: without a full stop, and without marks of its own around the whole."""
    bare = text.strip().rstrip(".")
    if bare[:1] in QUOTES and bare[-1:] in QUOTES and not set(bare[1:-1]) & set('"“”'):
        return bare[1:-1].rstrip(".")
    return bare


FILLERS = "\u115f\u1160\u3164\uffa0"
"""Letters by name that nobody can see."""


def count_words(text: str) -> int:
    """How many words a text has, as the whole course counts them: a word has a letter or digit that one can see."""
    return sum(any(char.isalnum() and char not in FILLERS for char in word) for word in words(text))

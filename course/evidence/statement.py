"""What the course says about research, one statement at a time: what a figure shows, or a claim in words.

Each has an id, a sentence, numbers, sources and how strong they are. A number that a lesson prints belongs to one of
them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from course.i18n import Message, Translator, translator

from .charts.chart import Table
from .error import EvidenceError
from .figure import Figure
from .formula import names
from .grade import GRADES
from .model import Certainty, Claim, FigureData, Source, Study, Value
from .printing import finding, interval_text, named_in, spoken, with_unit
from .reading import evidence

CALCULATED, CLAIMED, RECORDED = "calculated", "claimed", "recorded"


@dataclass(frozen=True)
class Strength:
    """How strong a statement can be, with a grade or without one."""

    label: Message
    meaning: Message


STRENGTHS = {
    **{
        letter: Strength(Message("{letter}, {label}", letter=letter, label=one.label), one.meaning)
        for letter, one in GRADES.items()
    },
    CALCULATED: Strength(Message("calculation"), Message("worked out; nothing was measured")),
    CLAIMED: Strength(
        Message("only claimed"), Message("somebody writes so; we found no measurement that bears it out")
    ),
    RECORDED: Strength(
        Message("on record"),
        Message("a decision, a report or a paper that you can look up; we gave it no letter"),
    ),
}
"""Those that there are, the strongest first."""


@dataclass(frozen=True)
class Statement:
    """One of them, in a language; made of a figure or of a claim.

    `numbers` are the ids of all that it draws, names or counts people with.
    """

    of: Figure | Claim
    language: str
    numbers: frozenset[str]

    @property
    def id(self) -> str:
        """The id of the figure or of the claim; also that of its cell on the page."""
        return self.of.id

    @property
    def t(self) -> Translator:
        """Words in its language."""
        return translator(self.language)

    @property
    def sentence(self) -> str:
        """What is said, in a sentence.

        Raises:
            EvidenceError: when it has not been translated.
        """
        if isinstance(self.of, Figure):
            return self.of.title
        if self.language not in self.of.texts:
            raise EvidenceError(f"claim {self.id!r} has no text in {self.language!r}")
        return spoken(evidence(), self.of.texts[self.language], self.language)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where it comes from."""
        return self.of.data.sources if isinstance(self.of, Figure) else self.of.sources

    @property
    def values(self) -> tuple[Value, ...]:
        """Its numbers."""
        return tuple(self.of.data.values.values()) if isinstance(self.of, Figure) else self.of.values

    @property
    def strengths(self) -> list[str]:
        """Keys of `STRENGTHS`, the strongest first."""
        return self.strengths_of(self.sources)

    def strengths_of(self, sources: Collection[Source]) -> list[str]:
        """The same for what these `sources` of it say."""
        found = {source.grade.letter for source in sources if isinstance(source, Study)}
        claimed = (value for value in self.values if value.mark is Certainty.CLAIM)
        if any(source in sources for value in claimed for source in value.sources):
            found.add(CLAIMED)
        if isinstance(self.of, Figure) and self.of.data.calculated and sources == self.sources:
            found.add(CALCULATED)
        return [one for one in STRENGTHS if one in (found or {RECORDED})]

    @property
    def table(self) -> Table | None:
        """The numbers of a figure; None for a claim, which tells them all."""
        return self.of.chart().table() if isinstance(self.of, Figure) else None

    @property
    def intervals(self) -> list[str]:
        """The 95% intervals of the numbers in a claim; those of a figure stand in its table."""
        if isinstance(self.of, Figure):
            return []
        return [
            self.t(Message("{x}: 95% interval {interval}", x=with_unit(one, self.language), interval=between))
            for one in self.of.values
            if (between := interval_text(one, self.language))
        ]

    def size(self, source: Source) -> str:
        """How many took part in a study, written; empty when that is not known."""
        known = isinstance(source, Study) and source.n
        return finding(evidence(), known, self.language) if known else ""

    def sources_of(self, number: str) -> tuple[Source, ...]:
        """Those of its sources that a number comes from; all of them when it cannot be told."""
        value = evidence().values.get(".".join(number.split(".")[:2]))
        own = value.sources if value else ()
        return tuple(source for source in self.sources if source in own) or self.sources

    def tells(self, number: str) -> bool:
        """Whether a number belongs here: it is one of `numbers`, or follows from some of them."""
        value = evidence().values.get(number)
        formula = value.formula if value else ""
        return number in self.numbers or (bool(formula) and all(map(self.tells, names(formula))))


@cache
def statements(language: str) -> tuple[Statement, ...]:
    """All that there is in a language: claims first, since they were written for what no figure shows."""
    data = evidence()
    claims = [
        Statement(claim, language, _numbers(claim.sources, (one.id for one in claim.values)))
        for claim in data.claims.values()
        if language in claim.texts
    ]
    figures = [
        Statement(Figure(shown, language), language, _numbers(shown.sources, _of_figure(shown, language)))
        for shown in data.figures.values()
        if language in shown.texts
    ]
    return (*claims, *figures)


def _of_figure(figure: FigureData, language: str) -> Iterator[str]:
    yield from figure.values
    for text in figure.texts_in(language).all():
        yield from named_in(text)


def _numbers(sources: Iterable[Source], own: Iterable[str]) -> frozenset[str]:
    return frozenset([*own, *(one.n for one in sources if isinstance(one, Study) and one.n)])


def statement_of(number: str, language: str, figures: Collection[str] = ()) -> Statement | None:
    """The statement that a printed number belongs to, rather one of these `figures`; None when nothing tells it."""
    number = ".".join(number.split(".")[:2])
    found = [one for one in statements(language) if one.tells(number)]
    return min(found, key=lambda one: one.id not in figures, default=None)

"""Evidence as data: sources, studies, values and figures. All frozen; `course.evidence.reading` makes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any

from .error import EvidenceError
from .grade import Grade
from .numbers import digits_of


class Certainty(StrEnum):
    """How sure a number is, which decides how it may be printed."""

    SURE = "sure"  # seen at its source
    CALC = "calc"  # computed from sure numbers
    CLAIM = "claim"  # what a text says; printed only as its claim
    VERIFY = "verify"  # not seen at its source; never printed


class SeenAt(StrEnum):
    """Where a sure number was seen."""

    SOURCE = "source"  # abstract, publisher's page, full text or data file
    ARITHMETIC = "arithmetic"  # known from the literature, and it survives a check by arithmetic
    TEXTBOOK = "textbook"


@dataclass(frozen=True, kw_only=True)
class Source:
    """What can be cited: an article, a report, a page."""

    id: str
    authors: str
    short: str
    title: str
    where: str
    year: int | None = None
    doi: str | None = None
    url: str | None = None

    @property
    def link(self) -> str | None:
        """The address of the source, its DOI before any other."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url

    @property
    def citation(self) -> str:
        """Full reference, without its address."""
        year = f" ({self.year})" if self.year else ""
        return f"{self.authors}{year}. {self.title}. {self.where}."


@dataclass(frozen=True, kw_only=True)
class Study(Source):
    """A source that measured something, with how strong it is and what to keep in mind, per language."""

    grade: Grade
    texts: Mapping[str, Mapping[str, str]]
    n: str | None = None
    """The id of the number of people, letters or homes."""

    def text(self, which: str, language: str) -> str:
        """The ``design`` or the ``caveat`` in `language`.

        Raises:
            EvidenceError: when it has not been translated.
        """
        try:
            return self.texts[language][which]
        except KeyError:
            raise EvidenceError(
                f"study {self.id!r} has no texts in {language!r}: add [studies.{self.id}.{language}]"
            ) from None


@dataclass(frozen=True, kw_only=True)
class Value:
    """One number with its mark.

    `low` and `high` bound its 95% interval, published or (`computed`) Wilson's of `count` out of `n`. `se` is a
    standard error in the unit of the number. `digits` is how many decimals are printed.
    """

    id: str
    mark: Certainty
    unit: str
    number: Decimal | None
    sources: tuple[Source, ...]
    basis: SeenAt | None = None
    formula: str = ""
    digits: int = 0
    about: bool = False
    n: int | None = None
    count: int | None = None
    se: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    computed: bool = False

    @property
    def findable(self) -> bool:
        """Whether this may be printed and drawn as what was found."""
        return self.mark in (Certainty.SURE, Certainty.CALC) and self.number is not None

    @property
    def found(self) -> float:
        """The number, for drawing.

        Raises:
            EvidenceError: when it may not be shown as a finding.
        """
        if not self.findable or self.number is None:
            raise EvidenceError(f"{self.id}: a number marked {self.mark} is no finding")
        return float(self.number)

    @property
    def interval_digits(self) -> int:
        """Decimals of the interval: its own when published, one when computed."""
        return 1 if self.computed or self.low is None else digits_of(self.low)


@dataclass(frozen=True)
class Series:
    """Rows of measured numbers too many to name one by one, as (x, y)."""

    id: str
    rows: tuple[tuple[float, float], ...]
    source: Source


@dataclass(frozen=True, kw_only=True)
class Texts:
    """The texts of a figure in one language; ``{ids}`` stand where numbers come."""

    title: str
    alt: str
    notes: tuple[str, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    more: Mapping[str, Any] = field(default_factory=dict)
    """What the chart family asks besides, such as the name of an axis."""

    def all(self) -> Iterator[str]:
        """Every text by itself."""
        yield from _strings([self.title, self.alt, self.notes, self.labels, self.more])


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from _strings(list(value.values()))
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _strings(one)


@dataclass(frozen=True)
class FigureData:
    """One figure: the family that draws it, what that needs, and its texts per language."""

    id: str
    family: str
    fields: Mapping[str, Any]
    values: Mapping[str, Value]
    series: Series | None
    sources: tuple[Source, ...]
    texts: Mapping[str, Texts]
    calculated: bool = False
    """Whether what is drawn was computed and not measured, which the figure then says."""

    def texts_in(self, language: str) -> Texts:
        """The texts in `language`.

        Raises:
            EvidenceError: when they have not been translated.
        """
        try:
            return self.texts[language]
        except KeyError:
            raise EvidenceError(
                f"figure {self.id!r} has no texts in {language!r}: add [figures.{self.id}.{language}]"
            ) from None


@dataclass(frozen=True, kw_only=True)
class Claim:
    """What the course says about research in words, without a figure; ``{ids}`` stand in it where numbers come.

    `at` are the exercises where it is said when none of its numbers is printed there.
    """

    id: str
    texts: Mapping[str, str]
    values: tuple[Value, ...]
    sources: tuple[Source, ...]
    at: tuple[str, ...] = ()


@dataclass(frozen=True)
class Evidence:
    """Everything in ``data/``, by id."""

    sources: Mapping[str, Source]
    values: Mapping[str, Value]
    figures: Mapping[str, FigureData]
    claims: Mapping[str, Claim]

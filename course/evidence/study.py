"""Studies and figure numbers as data: read from ``studies.toml``, frozen, and only what is sure."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

SURE = frozenset({"sure-L", "sure-A", "sure-T"})


def _sure(mark: str, where: str) -> str:
    if mark not in SURE:
        raise ValueError(f"{where}: mark {mark!r} is not one of {sorted(SURE)}")
    return mark


@dataclass(frozen=True)
class Number:
    """A count with its mark; ``about`` when the source gives it as approximate."""

    value: int
    mark: str
    about: bool = False

    def __post_init__(self) -> None:
        _sure(self.mark, f"number {self.value}")


@dataclass(frozen=True)
class Grade:
    """One step of the scale for strength of evidence, A (strong) to D (weak)."""

    letter: str
    label: str
    meaning: str


@dataclass(frozen=True)
class Study:
    """One published study, with how strong it is as evidence and what to keep in mind."""

    id: str
    authors: str
    short: str
    year: int
    title: str
    journal: str
    design: str
    grade: Grade
    caveat: str
    mark: str
    doi: str | None = None
    n: Number | None = None

    def __post_init__(self) -> None:
        _sure(self.mark, self.id)

    @property
    def size(self) -> int:
        """How many took part; only for a study whose number is sure."""
        if self.n is None:
            raise ValueError(f"{self.id}: the number of participants is not sure")
        return self.n.value


@dataclass(frozen=True)
class Point:
    """One number of a figure: unit and axis are the figure's, the mark is its own."""

    id: str
    label: str
    value: Decimal
    mark: str
    study: str = ""
    about: bool = False

    def __post_init__(self) -> None:
        _sure(self.mark, f"point {self.id}")


@dataclass(frozen=True)
class FigureData:
    """What one figure shows: its studies, points and texts (with ``{placeholders}`` for numbers)."""

    id: str
    title: str
    alt: str
    notes: tuple[str, ...]
    studies: tuple[Study, ...]
    points: Mapping[str, Point]
    labels: Mapping[str, str]


@dataclass(frozen=True)
class Evidence:
    """Everything in ``studies.toml``."""

    words: Mapping[str, str]
    grades: Mapping[str, Grade]
    studies: Mapping[str, Study]
    figures: Mapping[str, FigureData]


def read(text: str) -> Evidence:
    """Turn the text of a studies file into frozen data; refuse marks that are not sure."""
    raw = tomllib.loads(text, parse_float=Decimal)
    grades = {letter: Grade(letter, **entry) for letter, entry in raw["grades"].items()}
    studies = {entry["id"]: _study(entry, grades) for entry in raw["studies"]}
    figures = {name: _figure(name, entry, studies) for name, entry in raw["figures"].items()}
    return Evidence(*(MappingProxyType(part) for part in (raw["words"], grades, studies, figures)))


@cache
def evidence() -> Evidence:
    """The course's own studies, read once."""
    return read((files(__package__) / "studies.toml").read_text(encoding="utf-8"))


def _study(entry: dict[str, Any], grades: Mapping[str, Grade]) -> Study:
    n = Number(**entry["n"]) if "n" in entry else None
    return Study(**{**entry, "grade": grades[entry["grade"]], "n": n})


def _figure(name: str, entry: dict[str, Any], studies: Mapping[str, Study]) -> FigureData:
    points = [Point(**{**point, "value": Decimal(point["value"])}) for point in entry["points"]]
    return FigureData(
        id=name,
        title=entry["title"],
        alt=entry["alt"],
        notes=tuple(entry["notes"]),
        studies=tuple(studies[key] for key in entry["studies"]),
        points=MappingProxyType({point.id: point for point in points}),
        labels=MappingProxyType(entry["labels"]),
    )

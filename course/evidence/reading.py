"""Reads ``data/*.toml`` and refuses what does not hold together, naming the file and the entry.

A file holds any of these tables::

    [sources.<id>]           what can be cited
    [studies.<id>]           a source that measured something: also design, grade, caveat
    [values.<group>]         numbers; fields of the group hold for each, and <group>.<name> is the id of a number
    [series.<id>]            many (x, y) rows of one source
    [figures.<id>]           a chart family, what it draws, and texts per language
    [claims.<id>]            a sentence per language about numbers or sources that no figure shows
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from course.i18n import LANGUAGES

from .charts import FAMILIES
from .error import EvidenceError
from .formula import names, result
from .grade import GRADES
from .model import Certainty, Claim, Evidence, FigureData, SeenAt, Series, Source, Study, Texts, Value
from .numbers import UNITS, digits_of, exact, wilson, wilson_share
from .printing import filled, named_in, spoken

FIRST = LANGUAGES[0]
NUMBER = (int, Decimal)
ID = re.compile(r"[a-z][a-z0-9_]*")
SOURCE = {"authors": str, "short": str, "title": str, "where": str}
LINKS = {"year": int, "doi": str, "url": str}
VALUE = {
    "number": NUMBER, "unit": str, "source": str, "mark": str, "basis": str, "formula": str, "digits": int,
    "about": bool, "n": int, "count": int, "se": NUMBER, "interval": (list, str),
}  # fmt: skip
TEXTS = {"title": str, "alt": str}
MORE_TEXTS = {"notes": list, "labels": dict}
TABLES = ("sources", "studies", "values", "series", "figures", "claims")


@dataclass(frozen=True)
class DataEntry:
    """One table of a file, with the name it has in messages."""

    file: str
    name: str
    raw: Mapping[str, Any]

    def wrong(self, problem: str) -> EvidenceError:
        """The error that says where `problem` is."""
        return EvidenceError(f"{self.file}, {self.name}: {problem}")

    def check(self, required: Mapping[str, Any], optional: Mapping[str, Any]) -> None:
        """Refuse a missing field, an unknown one, and one of another type."""
        known = {**required, **optional}
        for key in self.raw:
            if key not in known:
                raise self.wrong(f"unknown field {key!r}; it may have {', '.join(sorted(known))}")
        for key in required:
            if key not in self.raw:
                raise self.wrong(f"field {key!r} is missing")
        for key, value in self.raw.items():
            kinds = known[key] if isinstance(known[key], tuple) else (known[key],)
            if type(value) not in kinds:
                kind = " or ".join(one.__name__.replace("Decimal", "number") for one in kinds)
                raise self.wrong(f"field {key!r} must be {kind}")

    def choice(self, key: str, known: Any) -> Any:
        """The value of a field that must be one of `known`."""
        if self.raw[key] not in list(known):
            raise self.wrong(f"{key} {self.raw[key]!r} is not one of {', '.join(known)}")
        return self.raw[key]


@cache
def evidence() -> Evidence:
    """The course's own evidence, read once.

    Raises:
        EvidenceError: when the files do not hold together.
    """
    folder = files(__package__) / "data"
    found = (file for file in folder.iterdir() if file.name.endswith(".toml"))
    return read({file.name: file.read_text("utf-8") for file in sorted(found, key=lambda file: file.name)})


def read(texts: Mapping[str, str]) -> Evidence:
    """The evidence in files, given as {name: text}.

    Raises:
        EvidenceError: with the file and the entry where something is wrong.
    """
    tables = {kind: _entries(texts, kind) for kind in TABLES}
    for id, entry in tables["studies"].items():
        if id in tables["sources"]:
            raise entry.wrong("this id is a source as well")
    sources = {id: _source(id, entry) for id, entry in tables["sources"].items()}
    sources |= {id: _study(id, entry) for id, entry in tables["studies"].items()}
    values = _values(tables["values"], sources)
    for entry in tables["studies"].values():
        if "n" in entry.raw:
            n = values.get(entry.raw["n"])
            if n is None or not n.findable:
                raise entry.wrong(f"n {entry.raw['n']!r} is not a sure number")
    series = {id: _series(id, entry, sources) for id, entry in tables["series"].items()}
    figures = {id: _figure(id, entry, sources, values, series) for id, entry in tables["figures"].items()}
    claims: dict[str, Claim] = {}
    data = Evidence(
        MappingProxyType(sources),
        MappingProxyType(values),
        MappingProxyType(figures),
        MappingProxyType(claims),
    )
    for id, entry in tables["claims"].items():
        if id in figures:
            raise entry.wrong("this id is a figure as well")
        claims[id] = _claim(id, entry, data)
    for id, entry in tables["figures"].items():
        _check_texts(data, figures[id], entry)
    return data


def _entries(texts: Mapping[str, str], kind: str) -> dict[str, DataEntry]:
    found: dict[str, DataEntry] = {}
    for file, text in texts.items():
        try:
            raw = tomllib.loads(text, parse_float=Decimal)
        except tomllib.TOMLDecodeError as error:
            raise EvidenceError(f"{file}: {error}") from error
        for table in raw:
            if table not in TABLES:
                raise EvidenceError(f"{file}: unknown table {table!r}")
        for id, fields in raw.get(kind, {}).items():
            entry = DataEntry(file, f"{kind}.{id}", fields)
            if id in found:
                raise entry.wrong(f"this id stands in {found[id].file} as well")
            found[id] = entry
    return found


def _source(id: str, entry: DataEntry) -> Source:
    entry.check(SOURCE, LINKS)
    return Source(id=id, **entry.raw)


def _study(id: str, entry: DataEntry) -> Study:
    entry.check(
        {**SOURCE, "year": int, "grade": str, FIRST: dict},
        {**LINKS, "n": str, **dict.fromkeys(LANGUAGES, dict)},
    )
    grade = GRADES[entry.choice("grade", GRADES)]
    spoken = [language for language in LANGUAGES if language in entry.raw]
    for language in spoken:
        part = DataEntry(entry.file, f"{entry.name}.{language}", entry.raw[language])
        part.check({"design": str, "caveat": str}, {})
        for text in part.raw.values():
            _no_numbers(part, text)
    own = {key: entry.raw[key] for key in (*SOURCE, *LINKS, "n") if key in entry.raw}
    texts = {language: MappingProxyType(entry.raw[language]) for language in spoken}
    return Study(id=id, **own, grade=grade, texts=MappingProxyType(texts))


def _values(groups: Mapping[str, DataEntry], sources: Mapping[str, Source]) -> dict[str, Value]:
    entries: dict[str, DataEntry] = {}
    for group, entry in groups.items():
        shared = {key: value for key, value in entry.raw.items() if not isinstance(value, dict)}
        DataEntry(entry.file, entry.name, shared).check({}, VALUE)
        for name, own in entry.raw.items():
            if isinstance(own, dict):
                if not ID.fullmatch(group) or not ID.fullmatch(name):
                    raise entry.wrong(f"{name!r}: an id has lower case letters, digits and _ only")
                entries[f"{group}.{name}"] = DataEntry(entry.file, f"{entry.name}.{name}", {**shared, **own})
    values: dict[str, Value] = {}
    pending: list[str] = []

    def value(id: str) -> Value:
        if id in values:
            return values[id]
        if id in pending:
            raise entries[id].wrong("its formula needs the number itself")
        pending.append(id)
        values[id] = _value(id, entries[id], sources, entries, value)
        pending.pop()
        return values[id]

    return {id: value(id) for id in entries}


def _value(
    id: str, entry: DataEntry, sources: Mapping[str, Source], entries: Mapping[str, DataEntry], value: Any
) -> Value:
    entry.check({"unit": str, "mark": str}, VALUE)
    raw = entry.raw
    mark = Certainty(entry.choice("mark", Certainty))
    entry.choice("unit", UNITS)
    if mark is Certainty.CALC:
        return _calculated(id, entry, entries, value)
    if "formula" in raw:
        raise entry.wrong(f"only a number marked calc has a formula, and this one is marked {mark}")
    if "source" not in raw:
        raise entry.wrong("field 'source' is missing")
    entry.choice("source", sources)
    if mark is Certainty.SURE and "basis" not in raw:
        raise entry.wrong(
            f"field 'basis' is missing: a sure number says where it was seen, {', '.join(SeenAt)}"
        )
    if "number" not in raw and mark is not Certainty.VERIFY:
        raise entry.wrong("field 'number' is missing")
    number = Decimal(raw["number"]) if "number" in raw else None
    low, high = _interval(entry, number)
    return Value(
        id=id,
        mark=mark,
        unit=raw["unit"],
        number=number,
        sources=(sources[raw["source"]],),
        basis=SeenAt(entry.choice("basis", SeenAt)) if "basis" in raw else None,
        digits=raw.get("digits", digits_of(number) if number is not None else 0),
        about=raw.get("about", False),
        n=raw.get("n"),
        count=raw.get("count"),
        se=Decimal(raw["se"]) if "se" in raw else None,
        low=low,
        high=high,
        computed=raw.get("interval") == "wilson",
    )


def _calculated(id: str, entry: DataEntry, entries: Mapping[str, DataEntry], value: Any) -> Value:
    raw = entry.raw
    for key in ("number", "n", "count", "se", "interval", "about"):
        if key in raw:
            raise entry.wrong(f"a calculated number has a formula and digits, no {key!r}")
    for key in ("formula", "digits"):
        if key not in raw:
            raise entry.wrong(f"field {key!r} is missing")
    try:
        needed = names(raw["formula"])
        for name in needed:
            if name not in entries:
                raise ValueError(f"formula names {name!r}, which is no number")
            if not value(name).findable:
                raise ValueError(f"formula needs {name!r}, which is marked {value(name).mark}")
        parts = [value(name) for name in needed]
        number = result(raw["formula"], {part.id: part.found for part in parts})
    except EvidenceError:
        raise
    except ValueError as error:
        raise entry.wrong(str(error)) from error
    return Value(
        id=id,
        mark=Certainty.CALC,
        unit=raw["unit"],
        number=Decimal(str(number)),
        sources=_each_once(source for part in parts for source in part.sources),
        formula=raw["formula"],
        digits=raw["digits"],
        about=any(part.about for part in parts),
    )


def _each_once(sources: Iterable[Source]) -> tuple[Source, ...]:
    return tuple({source.id: source for source in sources}.values())


def _interval(entry: DataEntry, number: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
    raw = entry.raw
    n, count = raw.get("n"), raw.get("count")
    if n is not None and n < 1:
        raise entry.wrong(f"n is {n}")
    if count is not None and (n is None or not 0 <= count <= n):
        raise entry.wrong(f"count {count} is no part of n {n}")
    if count is not None and n is not None and number is not None and raw["unit"] == "percent":
        share = exact(100 * count / Decimal(n), digits_of(number))
        if share != number:
            raise entry.wrong(f"{count} of {n} is {share}%, not {number}%")
    match raw.get("interval"):
        case None:
            return None, None
        case "wilson":
            if number is None or n is None or raw["unit"] != "percent":
                raise entry.wrong("a Wilson interval needs a percentage and its n")
            ends = wilson_share(number, n) if count is None else wilson(count, n)
            return Decimal(str(ends[0])), Decimal(str(ends[1]))
        case [low, high] if type(low) in NUMBER and type(high) in NUMBER:
            if number is None or not low <= number <= high:
                raise entry.wrong(f"interval {low} to {high} does not contain {number}")
            return Decimal(low), Decimal(high)
        case other:
            raise entry.wrong(f"interval {other!r} is neither two numbers nor 'wilson'")


def _series(id: str, entry: DataEntry, sources: Mapping[str, Source]) -> Series:
    entry.check({"source": str, "mark": str, "basis": str, "rows": list}, {})
    if entry.choice("mark", Certainty) != Certainty.SURE:
        raise entry.wrong("only sure numbers are drawn")
    entry.choice("basis", SeenAt)
    entry.choice("source", sources)
    for row in entry.raw["rows"]:
        if not (isinstance(row, list) and [type(cell) in NUMBER for cell in row] == [True, True]):
            raise entry.wrong(f"row {row!r} is no pair of numbers")
    rows = tuple((float(x), float(y)) for x, y in entry.raw["rows"])
    return Series(id, rows, sources[entry.raw["source"]])


def _figure(
    id: str,
    entry: DataEntry,
    sources: Mapping[str, Source],
    values: Mapping[str, Value],
    series: Mapping[str, Series],
) -> FigureData:
    if "family" not in entry.raw:
        raise entry.wrong("field 'family' is missing")
    family = FAMILIES[entry.choice("family", FAMILIES)]
    entry.check(
        {"family": str, FIRST: dict, **family.required},
        {"sources": list, "calculated": bool, **dict.fromkeys(LANGUAGES, dict), **family.optional},
    )
    fields = {
        key: value
        for key, value in entry.raw.items()
        if key not in ("family", "sources", "calculated", *LANGUAGES)
    }
    drawn: dict[str, Value] = {}
    try:
        needed = list(family.values_in(fields))
    except ValueError as error:
        raise entry.wrong(str(error)) from error
    for name in needed:
        if name not in values:
            raise entry.wrong(f"draws {name!r}, which is no number")
        if not values[name].findable:
            raise entry.wrong(f"draws {name!r}, which is marked {values[name].mark}")
        drawn[name] = values[name]
    if problem := family.problem(list(drawn.values())):
        raise entry.wrong(problem)
    rows = None
    if "series" in fields:
        rows = series[entry.choice("series", series)]
    named = [source for value in drawn.values() for source in value.sources]
    named += [rows.source] if rows else []
    for source in entry.raw.get("sources", ()):
        if source not in sources:
            raise entry.wrong(f"source {source!r} is not there")
        named.append(sources[source])
    if not named:
        raise entry.wrong("has no source: it draws no number or series, and names no sources")
    calculated = entry.raw.get("calculated", False)
    if not calculated and not any(isinstance(source, Study) for source in named):
        raise entry.wrong("has no study, so nothing says how strong the evidence is")
    texts = {}
    for language in LANGUAGES:
        if language not in entry.raw:
            continue
        part = DataEntry(entry.file, f"{entry.name}.{language}", entry.raw[language])
        part.check({**TEXTS, **family.texts}, {**MORE_TEXTS, **family.more_texts})
        labels = part.raw.get("labels", {})
        for name in family.labelled(fields):
            if name not in labels:
                raise part.wrong(f"labels has no text for {name!r}")
        more = {key: part.raw[key] for key in part.raw if key not in (*TEXTS, *MORE_TEXTS)}
        texts[language] = Texts(
            title=part.raw["title"],
            alt=part.raw["alt"],
            notes=tuple(part.raw.get("notes", ())),
            labels=MappingProxyType(labels),
            more=MappingProxyType(more),
        )
    return FigureData(
        id, entry.raw["family"], MappingProxyType(fields), MappingProxyType(drawn), rows,
        _each_once(named), MappingProxyType(texts), calculated,
    )  # fmt: skip


def _claim(id: str, entry: DataEntry, data: Evidence) -> Claim:
    entry.check({FIRST: str}, {"sources": list, "at": list, **dict.fromkeys(LANGUAGES, str)})
    texts = {language: entry.raw[language] for language in LANGUAGES if language in entry.raw}
    for language, text in texts.items():
        _no_numbers(entry, text)
        try:
            spoken(data, text, language)
        except EvidenceError as error:
            raise entry.wrong(str(error)) from error
    values = tuple(data.values[name] for name in named_in(texts[FIRST]) if name in data.values)
    for source in entry.raw.get("sources", ()):
        if source not in data.sources:
            raise entry.wrong(f"source {source!r} is not there")
    named = [source for value in values for source in value.sources]
    named += [data.sources[source] for source in entry.raw.get("sources", ())]
    if not named:
        raise entry.wrong("has no source: it names no number, and no sources")
    if not values and "at" not in entry.raw:
        raise entry.wrong("names no number, so 'at' must tell in which exercise it is said")
    return Claim(
        id=id, texts=MappingProxyType(texts), values=values, sources=_each_once(named),
        at=tuple(entry.raw.get("at", ())),
    )  # fmt: skip


def _check_texts(data: Evidence, figure: FigureData, entry: DataEntry) -> None:
    for language, texts in figure.texts.items():
        part = DataEntry(entry.file, f"{entry.name}.{language}", {})
        for text in (texts.title, texts.alt, *texts.notes):
            _no_numbers(part, text)
        for text in texts.all():
            try:
                filled(data, text, language)
            except EvidenceError as error:
                raise part.wrong(str(error)) from error


def _no_numbers(entry: DataEntry, text: str) -> None:
    """A number typed in a text could drift from the data, or escape its mark."""
    bare = re.sub(r"\{[^}]*\}|95%[- ]interval(?:len|s)?", "", text)
    if re.search(r"\d", bare):
        raise entry.wrong(f"a number stands in the text {text!r}: name it by its id, as {{group.name}}")

"""Where a lesson leans on research: a link at each number, and the page that tells of all of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from course.authoring.markdown import Prose
from course.evidence.figure import Figure
from course.evidence.grade import GRADES
from course.evidence.model import Claim, Source, Study
from course.evidence.page import address
from course.evidence.printing import short_source
from course.evidence.statement import STRENGTHS, Statement, statement_of, statements
from course.i18n import Message, Translator

BETWEEN = re.compile(r"\n(?:[ \t>]*\n)+")
"""What parts paragraphs, also within a quotation."""
NO_PLACE = ("|", "#", "<", "{{")
"""A line that begins like this takes nothing at its end."""
FEW = 4
"""Rows of a table that need no fold."""


@dataclass(frozen=True)
class Use:
    """A place in a lesson that leans on a statement."""

    statement: str
    cell: str
    part: str


@dataclass(frozen=True)
class Lesson:
    """A lesson as the page knows it: its file without suffix, its title, and the places in it."""

    name: str
    title: str
    uses: Sequence[Use]


@dataclass(frozen=True)
class Ground:
    """What numbers in a text rest on: a statement, and those of its sources that they come from."""

    statement: Statement
    sources: tuple[Source, ...]


def grounds(numbers: Iterable[str], language: str, figures: Iterable[str]) -> list[Ground]:
    """What `numbers` rest on, each statement once, rather those that these `figures` show."""
    shown, found = tuple(figures), dict[str, Ground]()
    for number in numbers:
        if one := statement_of(number, language, shown):
            own = one.sources_of(number) + (found[one.id].sources if one.id in found else ())
            found[one.id] = Ground(one, tuple(source for source in one.sources if source in own))
    return list(found.values())


def said_at(exercise: str, language: str) -> list[Ground]:
    """What is claimed in an exercise without a number."""
    return [
        Ground(one, one.sources)
        for one in statements(language)
        if isinstance(one.of, Claim) and exercise in one.of.at
    ]


def with_sources(part: Prose, language: str, figures: Iterable[str]) -> str:
    """The text of `part`, with behind each paragraph that holds numbers a link to where they come from."""
    text, shown = part.text, tuple(figures)
    edges = [*((gap.start(), gap.end()) for gap in BETWEEN.finditer(text)), (len(text), len(text))]
    starts = [0, *(end for _start, end in edges[:-1])]
    for begin, (end, _next) in reversed(list(zip(starts, edges, strict=True))):
        here = [number.id for number in part.numbers if begin < number.end <= end]
        if not here:
            continue
        line = text[begin:end].rsplit("\n", 1)[-1]
        space = "\n\n" if line.startswith(NO_PLACE) else " "
        text = text[:end] + space + _beside_text(grounds(here, language, shown)) + text[end:]
    return text


def _beside_text(found: Sequence[Ground]) -> str:
    t = found[0].statement.t
    listed = "; ".join(f"{_link(one)} · {_strength(one)}" for one in found)
    return _small(t.plural("Source: {listed}", "Sources: {listed}", len(found)).format(listed=listed))


def below_exercise(found: Sequence[Ground]) -> str:
    """The line below an exercise with numbers. It says no more than names: strength may be what is asked."""
    listed = ", ".join(map(_link, found))
    return _small(found[0].statement.t(Message("Where this comes from: {listed}", listed=listed)))


def _small(text: str) -> str:
    return f'<small class="ov-source">{text}</small>'


def _link(one: Ground) -> str:
    return f"[{', '.join(map(short_source, one.sources))}]({address(one.statement.id)})"


def _strength(one: Ground) -> str:
    told = one.statement.strengths_of(one.sources)
    return " / ".join(one.statement.t(STRENGTHS[key].label) for key in told)


# The page ---------------------------------------------------------------------------------------


def strengths(t: Translator) -> str:
    """What each strength means, as a list in Markdown."""
    return "\n".join(f"- **{t(one.label)}**: {t(one.meaning)}" for one in STRENGTHS.values())


def sections(language: str, lessons: Sequence[Lesson]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """For each lesson its title and what it is the first to lean on: ids with their text in Markdown."""
    places: dict[str, dict[str, list[Use]]] = {}
    for lesson in lessons:
        for use in lesson.uses:
            places.setdefault(use.statement, {}).setdefault(lesson.name, []).append(use)
    titles = {lesson.name: lesson.title for lesson in lessons}
    known = {one.id: one for one in statements(language)}
    for lesson in lessons:
        first = [id for id, used in places.items() if next(iter(used)) == lesson.name]
        if first:
            yield lesson.title, [(id, _entry(known[id], places[id], titles)) for id in first]


def _entry(one: Statement, used: Mapping[str, Sequence[Use]], titles: Mapping[str, str]) -> str:
    classes = [*(f"ov-in-{name}" for name in used), *(f"ov-strength-{key}" for key in one.strengths)]
    chips = " ".join(f'<span class="ov-tag">{escape(chip)}</span>' for chip in _chips(one))
    told = [
        f"### {one.sentence}",
        f'<p class="ov-statement {" ".join(classes)}">{chips}</p>',
        *_numbers(one),
        *(_about(one, source) for source in one.sources),
        one.t(Message("In the course: {listed}", listed=", ".join(_places(used, titles)))),
    ]
    return "\n\n".join(told)


def _chips(one: Statement) -> list[str]:
    return [
        one.t(Message("Evidence: {strength}", strength=STRENGTHS[key].label))
        if key in GRADES
        else one.t(STRENGTHS[key].label)
        for key in one.strengths
    ]


def _numbers(one: Statement) -> Iterator[str]:
    if one.intervals:
        yield "\n".join(f"- {interval}" for interval in one.intervals)
    if not isinstance(one.of, Figure) or not (table := one.table):
        return
    lines = [table.columns, ["---"] * len(table.columns), *table.rows]
    told = "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in lines)
    notes = "\n".join(f"- {note}" for note in one.of.notes)
    if len(table.rows) <= FEW:
        yield told
        if notes:
            yield _folded(one.t("How to read these numbers"), notes)
    else:
        yield _folded(one.t("The numbers as a table"), f"{told}\n\n{notes}")


def _folded(summary: str, inner: str) -> str:
    return f"<details>\n<summary>{escape(summary)}</summary>\n\n{inner.strip()}\n\n</details>"


def _about(one: Statement, source: Source) -> str:
    t = one.t
    link = f" [{source.link.removeprefix('https://')}]({source.link})" if source.link else ""
    reference = t(Message("Source: {x}", x=f"{source.citation}{link}"))
    if not isinstance(source, Study):
        return reference
    size = one.size(source)
    said = [
        source.text("design", t.language),
        t(Message("Number: {x}.", x=size)) if size else "",
        source.text("caveat", t.language),
    ]
    name = f"**{short_source(source)}** · {t(STRENGTHS[source.grade.letter].label)}."
    return f"{name} {' '.join(filter(None, said))}\n\n{reference}"


def _places(used: Mapping[str, Sequence[Use]], titles: Mapping[str, str]) -> Iterator[str]:
    for name, uses in used.items():
        parts = {use.part: use.cell for use in reversed(uses)}
        for part in dict.fromkeys(use.part for use in uses):
            where = ", ".join(filter(None, (titles[name], part)))
            yield f"[{where}]({name}.ipynb#cell-id={parts[part]})"

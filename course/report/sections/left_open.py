"""What was left open."""

from __future__ import annotations

from course.report import figures
from course.report.blocks import Chart, Prose, Section, Table
from course.report.facts import Facts
from course.report.text import percent

TITLE = "Wat bleef open?"


def left_open(facts: Facts) -> Section | None:
    """Per exercise the share of people that filled in nothing, or only a part."""
    if facts.source.without_answers:
        return Section("open", TITLE, [Prose(facts.source.without_answers, "note")])
    if not facts.open:
        return None
    label, found = facts.source.label, facts.open
    names = sorted(found, key=lambda name: found[name].whole / found[name].people)
    first = found[names[0]]
    title = f"{label(names[0])} is het vaakst niet af: bij {first.empty + first.partly} van de {first.people}"
    if first.whole == first.people:
        title = "Iedereen vulde alles in"
    rows = [
        (
            label(name),
            percent(found[name].whole / found[name].people),
            percent(found[name].partly / found[name].people),
            percent(found[name].empty / found[name].people),
        )
        for name in names
    ]
    alt = (
        "Deel van de inleveringen dat volledig is ingevuld: "
        + "; ".join(f"{row[0]} {row[1]}" for row in rows)
        + "."
    )
    table = Table(
        "Hoe volledig is elke opdracht ingevuld?",
        ("Opdracht", "Volledig", "Deels", "Niets"),
        rows,
        numbers=(1, 2, 3),
    )
    plot = figures.left_open([label(name) for name in names], [found[name] for name in names])
    return Section(
        "open",
        TITLE,
        [Chart("figuur-open", title, alt, plot, facts.from_answers(facts.answers.people), table)],
    )

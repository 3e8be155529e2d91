"""Start against end test, where the author of the end test named its start test."""

from __future__ import annotations

from course.report import figures
from course.report.elements import Element, Paragraph, PlotElement, ReportSection, TableElement
from course.report.facts import SMALL, Facts
from course.report.growth import Comparison, Growth
from course.report.measures import FEW
from course.report.wording import between, participants, percent, step


def growth(facts: Facts) -> ReportSection | None:
    """The difference within people, for the whole and per goal."""
    t = facts.t
    title = t("From start to end")
    if facts.no_comparison:
        return ReportSection("growth", title, [Paragraph(t(facts.no_comparison), "note")])
    found = facts.comparison
    if found is None:
        return None
    n = len(found.whole.people)
    if not facts.may_show(n):
        few = t("Fewer than {n} participants did both tests; that is why there are no numbers here.").format(
            n=SMALL
        )
        return ReportSection("growth", title, [Paragraph(few, "note")])
    source = t("Source: gradebook of the course, {people} with both tests, {day}.")
    source = source.format(people=participants(n, t), day=facts.day)
    elements: list[Element] = [
        Paragraph(_told(facts, found.whole), "finding"),
        _overview(facts, found, source),
    ]
    if not facts.anonymous:
        elements.append(_by_person(facts, found.whole, source))
    return ReportSection(
        "growth", title, [*elements, *(Paragraph(told, "note") for told in _reservations(facts, found))]
    )


def _told(facts: Facts, whole: Growth) -> str:
    t, n, interval = facts.t, len(whole.people), whole.difference.interval
    told = t.plural(
        "{n} participant did both tests and went from {before} to {after} of the points.",
        "{n} participants did both tests and went from {before} to {after} of the points on average.",
        n,
    ).format(n=n, before=percent(whole.start, t), after=percent(whole.end, t))
    if interval is None:
        return told + " " + t("An interval cannot be computed.")
    difference = t("That is a difference of {difference} percentage points (95% interval {interval}).")
    told += " " + difference.format(
        difference=step(whole.difference.value, t), interval=between(interval, t, step)
    )
    if interval[0] <= 0 <= interval[1]:
        told += " " + t("The interval contains 0, so it can also be chance.")
    return told


def _overview(facts: Facts, found: Comparison, source: str) -> PlotElement:
    t = facts.t
    rows = [found.whole, *found.goals]
    best = max(found.goals, key=lambda one: one.difference.value, default=None)
    title = t("From {before} to {after} of the points")
    if best and len(found.goals) > 1 and best.difference.value > 0:
        title = t("From {before} to {after} of the points; the largest step at “{goal}”")
    heads = (t("Learning goal"), t("At the start"), t("At the end"), t("Difference (percentage points)"))
    table = TableElement(
        t("Mean share of the points at the start and at the end"),
        (*heads, t("95% interval")),
        [
            (
                one.name,
                percent(one.start, t),
                percent(one.end, t),
                step(one.difference.value, t),
                between(one.difference.interval, t, step),
            )
            for one in rows
        ],
        numbers=(1, 2, 3, 4),
    )
    told = t("{name}: from {before} to {after}")
    alt = "; ".join(
        told.format(name=one.name, before=percent(one.start, t), after=percent(one.end, t)) for one in rows
    )
    title = title.format(
        before=percent(found.whole.start, t),
        after=percent(found.whole.end, t),
        goal=best.name.rstrip(".") if best else "",
    )
    return PlotElement("figure-growth", title, f"{alt}.", figures.dumbbells(rows, t), source, table)


def _by_person(facts: Facts, whole: Growth, source: str) -> PlotElement:
    t = facts.t
    better = sum(after > before for before, after in zip(whole.before, whole.after, strict=True))
    title = t.plural(
        "{n} of {total} participants scored higher than at the start.",
        "{n} of {total} participants scored higher than at the start.",
        better,
    ).format(n=better, total=len(whole.people))
    table = TableElement(
        t("Share of the points per participant"),
        (t("Participant"), t("At the start"), t("At the end"), t("Difference (percentage points)")),
        [
            (name, percent(before, t), percent(after, t), step(after - before, t))
            for name, before, after in zip(whole.people, whole.before, whole.after, strict=True)
        ],
        numbers=(1, 2, 3),
    )
    alt = title + " " + t("Each line is a participant; dotted orange went down.")
    source += " " + t("Dotted orange: lower than at the start.")
    return PlotElement("figure-lines", title.rstrip("."), alt, figures.slopes(whole, t), source, table)


def _reservations(facts: Facts, found: Comparison) -> list[str]:
    t, n = facts.t, len(found.whole.people)
    told = [
        t(
            "A difference does not prove that the course caused it. Who takes a test twice also learns from the first "
            "time, the tests can differ in difficulty, and there is no group without the course to compare with."
        )
    ]
    if n < FEW:
        told.append(t("With {people} the interval is rough.").format(people=participants(n, t)))
    if found.not_paired:
        left_out = t.plural(
            "{n} participant does not count: one of the tests is missing or not wholly marked yet.",
            "{n} participants do not count: one of the tests is missing or not wholly marked yet.",
            found.not_paired,
        )
        told.append(left_out.format(n=found.not_paired))
    if found.excluded:
        told.append(t("Parts that are not marked for everyone yet do not count in this comparison."))
    return told

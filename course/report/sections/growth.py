"""Start against end test, where the author of the end test named its start test."""

from __future__ import annotations

from collections.abc import Iterator

from course.i18n import Message
from course.report import figures
from course.report.elements import Element, Paragraph, PlotElement, TableElement
from course.report.facts import SMALL, Facts
from course.report.growth import Comparison, Growth
from course.report.measures import FEW
from course.report.wording import between, participants, percent, step


def growth(facts: Facts) -> Iterator[Element]:
    """The difference within people, for the whole and per goal."""
    t, found = facts.t, facts.comparison
    if found is None:
        return
    if isinstance(found, Message):
        yield Paragraph(t(found), "note")
        return
    n = len(found.whole.people)
    if not facts.may_show(n):
        told = t("Fewer than {n} participants did both tests; that is why there are no numbers here.")
        yield Paragraph(told.format(n=SMALL), "note")
        return
    source = t("Source: gradebook of the course, {people} with both tests, {day}.")
    source = source.format(people=participants(n, t), day=facts.day)
    yield Paragraph(" ".join(_told(facts, found.whole)), "finding")
    yield _overview(facts, found, source)
    yield _differences(facts, found, source)
    if not facts.anonymous:
        yield _by_person(facts, found.whole, source)
    for told in _reservations(facts, found):
        yield Paragraph(told, "note")


def _told(facts: Facts, whole: Growth) -> Iterator[str]:
    t, n, interval = facts.t, len(whole.people), whole.difference.interval
    yield t.plural(
        "{n} participant did both tests and went from {before} to {after} of the points.",
        "{n} participants did both tests and went from {before} to {after} of the points on average.",
        n,
    ).format(n=n, before=percent(whole.start, t), after=percent(whole.end, t))
    if interval is None:
        yield t("An interval cannot be computed.")
        return
    told = t("That is a difference of {difference} percentage points (95% interval {interval}).")
    yield told.format(difference=step(whole.difference.value, t), interval=between(interval, t, step))
    if interval[0] <= 0 <= interval[1]:
        yield t("The interval contains 0, so it can also be chance.")


def _overview(facts: Facts, found: Comparison, source: str) -> PlotElement:
    t = facts.t
    tests = [found.whole, *found.goals]
    best = max(found.goals, key=lambda one: one.difference.value, default=found.whole)
    title = t("From {before} to {after} of the points")
    if len(found.goals) > 1 and best.difference.value > 0:
        title = t("From {before} to {after} of the points; the largest step at “{goal}”")
    rows = [
        (
            one.name,
            percent(one.start, t),
            percent(one.end, t),
        )
        for one in tests
    ]
    told = t("{name}: from {before} to {after}")
    alt = "; ".join(told.format(name=name, before=before, after=after) for name, before, after, *_ in rows)
    return PlotElement(
        "figure-growth",
        title.format(before=rows[0][1], after=rows[0][2], goal=best.name.rstrip(".")),
        f"{alt}.",
        figures.dumbbells(tests, t),
        source,
        TableElement(
            t("Mean share of the points at the start and at the end"),
            (t("Learning goal"), t("At the start"), t("At the end")),
            rows,
            numbers=(1, 2),
        ),
    )


def _differences(facts: Facts, found: Comparison, source: str) -> PlotElement:
    """The steps, each with its interval: what stands clear of 0 and what does not."""
    t = facts.t
    tests = [found.whole, *found.goals]
    above = sum(figures.is_above_chance(one.difference) for one in found.goals)
    title = t("At {n} of {total} learning goals the interval lies above 0")
    rows = [
        (one.name, step(one.difference.value, t), between(one.difference.interval, t, step)) for one in tests
    ]
    told = t("{name}: {difference} (95% interval {interval})")
    alt = "; ".join(told.format(name=name, difference=value, interval=span) for name, value, span in rows)
    return PlotElement(
        "figure-differences",
        title.format(n=above, total=len(found.goals)),
        f"{alt}.",
        figures.differences(tests, t),
        source + " " + t("Grey: the interval contains 0, so it can also be chance."),
        TableElement(
            t("Mean difference within participants"),
            (t("Learning goal"), t("Difference (percentage points)"), t("95% interval")),
            rows,
            numbers=(1, 2),
        ),
    )


def _by_person(facts: Facts, whole: Growth, source: str) -> PlotElement:
    t = facts.t
    pairs = list(zip(whole.people, whole.before, whole.after, strict=True))
    better = sum(after > before for _name, before, after in pairs)
    title = t.plural(
        "{n} of {total} participants scored higher than at the start.",
        "{n} of {total} participants scored higher than at the start.",
        better,
    ).format(n=better, total=len(pairs))
    return PlotElement(
        "figure-lines",
        title.rstrip("."),
        title + " " + t("Each line is a participant; dotted orange went down."),
        figures.slopes(whole, t),
        source + " " + t("Dotted orange: lower than at the start."),
        TableElement(
            t("Share of the points per participant"),
            (t("Participant"), t("At the start"), t("At the end"), t("Difference (percentage points)")),
            [
                (name, percent(before, t), percent(after, t), step(after - before, t))
                for name, before, after in pairs
            ],
            numbers=(1, 2, 3),
        ),
    )


def _reservations(facts: Facts, found: Comparison) -> Iterator[str]:
    t, n = facts.t, len(found.whole.people)
    yield t(
        "A difference does not prove that the course caused it. Who takes a test twice also learns from the first "
        "time, the tests can differ in difficulty, and there is no group without the course to compare with."
    )
    fewest = min((one.asked for one in found.goals), default=FEW)
    if fewest < FEW:
        yield t.plural(
            "A learning goal was asked about in only {n} question. Other questions could give another picture.",
            "A learning goal was asked about in only {n} questions. Other questions could give another picture.",
            fewest,
        ).format(n=fewest)
    if n < FEW:
        yield t("With {people} the interval is rough.").format(people=participants(n, t))
    if found.not_paired:
        yield t.plural(
            "{n} participant does not count: one of the tests is missing or not wholly marked yet.",
            "{n} participants do not count: one of the tests is missing or not wholly marked yet.",
            found.not_paired,
        ).format(n=found.not_paired)
    if found.excluded:
        yield t("Parts that are not marked for everyone yet do not count in this comparison.")

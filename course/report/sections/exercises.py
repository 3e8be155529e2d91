"""Per exercise: how hard it was, and whether it tells strong work from weak."""

from __future__ import annotations

from course.i18n import Translator
from course.report import figures
from course.report.elements import Element, Heading, Paragraph, PlotElement, ReportSection, TableElement
from course.report.facts import Facts
from course.report.measures import FEW, Estimate, share_with_interval
from course.report.wording import between, coefficient, hand_ins, listed, percent

WEAK = 0.2
"""Below this relation to the rest an exercise hardly tells strong work from weak (Ebel, 1979)."""


def exercises(facts: Facts) -> ReportSection | None:
    """Difficulty and discrimination."""
    if not facts.shares or not facts.may_show(len(facts.basis.participants)):
        return None
    return ReportSection(
        "exercises", facts.t("The exercises"), [*_difficulty(facts), *_discrimination(facts)]
    )


def _difficulty(facts: Facts) -> list[Element]:
    t, label, n = facts.t, facts.label, len(facts.basis.participants)
    found = {name: one for name, values in facts.shares.items() if (one := share_with_interval(values))}
    names = sorted(found, key=lambda name: found[name].value)
    lowest, highest = found[names[0]].value, found[names[-1]].value
    if len(names) == 1:
        title = t("{share} of the points on average")
    elif lowest == highest:
        title = t("All exercises were equally hard: {share} of the points on average")
    else:
        title = t("{exercise} was hardest: {share} of the points on average")
    rows = [
        (
            label(name),
            percent(found[name].value, t),
            between(found[name].interval, t, percent),
            percent(sum(share >= 1 for share in facts.shares[name]) / n, t),
            hardness(found[name].value, t),
        )
        for name in names
    ]
    table = TableElement(
        t("How hard was each exercise?"),
        (t("Exercise"), t("Mean share of the points"), t("95% interval"), t("All points"), t("In words")),
        rows,
        numbers=(1, 2, 3),
    )
    chart = PlotElement(
        "figure-difficulty",
        title.format(exercise=label(names[0]), share=percent(lowest, t)),
        listed(t("Mean share of the points per exercise"), rows),
        figures.difficulty([label(name) for name in names], [found[name] for name in names], t),
        " ".join([facts.from_scores(), t("Whiskers: 95% interval (bootstrap).")]),
        table,
    )
    return [Heading(t("How hard?"), "difficulty"), chart, *_partly(facts)]


def _partly(facts: Facts) -> list[Element]:
    missing = [cell for cell in facts.scores.cells if cell not in facts.basis.cells]
    if not missing:
        return []
    names = dict.fromkeys(facts.label(cell.exercise) for cell in missing)
    told = facts.t("Of these exercises only the part that is already marked counts: {exercises}.")
    return [Paragraph(told.format(exercises=", ".join(names)), "note")]


def hardness(share: float, t: Translator) -> str:
    """The difficulty in words."""
    for least, told in (
        (0.95, t("nearly all right")),
        (0.8, t("easy")),
        (0.5, t("doable")),
        (0.3, t("hard")),
    ):
        if share >= least:
            return told
    return t("very hard")


def _discrimination(facts: Facts) -> list[Element]:
    t, label, n = facts.t, facts.label, len(facts.basis.participants)
    heading = Heading(t("Does the exercise tell strong work from weak?"), "discrimination")
    if len(facts.shares) < 2:
        told = t("With one exercise there is no rest to compare it with.")
        return [heading, Paragraph(told, "note")]
    known = {name: one for name, one in facts.relations.items() if one}
    told = t(
        "This measure shows whether those who did the rest well did this exercise well too. Near 0 the exercise hardly "
        "goes with the rest. Below 0 something may be wrong in the question or the key."
    )
    elements: list[Element] = [heading, Paragraph(told)]
    if n < FEW:
        told = t("With {handins} these numbers say little: one other answer can turn them around.")
        elements.append(Paragraph(told.format(handins=hand_ins(n, t)), "note"))
    if known:
        elements.append(_relations(facts, known))
    if same := [label(name) for name, one in facts.relations.items() if one is None]:
        told = t("Cannot be computed, because everyone had the same points: {exercises}.")
        elements.append(Paragraph(told.format(exercises=", ".join(same)), "note"))
    return elements


def _relations(facts: Facts, known: dict[str, Estimate]) -> PlotElement:
    t, label, n = facts.t, facts.label, len(facts.basis.participants)
    names = sorted(known, key=lambda name: known[name].value)
    rows = [
        (
            label(name),
            coefficient(known[name].value, t),
            between(known[name].interval, t),
            power(known[name], n, t),
        )
        for name in names
    ]
    table = TableElement(
        t("How each exercise goes with the rest"),
        (t("Exercise"), t("Item-rest correlation (corrected)"), t("95% interval"), t("In words")),
        rows,
        numbers=(1, 2),
    )
    return PlotElement(
        "figure-discrimination",
        _title(facts, known, n),
        listed(t("Relation to the rest per exercise"), rows),
        figures.discrimination([label(name) for name in names], [known[name] for name in names], t),
        " ".join([facts.from_scores(), t("Whiskers: 95% interval (Fisher).")]),
        table,
    )


def _title(facts: Facts, known: dict[str, Estimate], n: int) -> str:
    t = facts.t
    weak = [name for name, one in known.items() if one.value < WEAK]
    if n < FEW:
        return t("Too few hand-ins to compare exercises")
    if not weak:
        return t("Every exercise goes with the rest")
    if len(weak) == 1:
        return t("{exercise} hardly goes with the rest").format(exercise=facts.label(weak[0]))
    return t("{n} of {total} exercises hardly go with the rest").format(n=len(weak), total=len(known))


def power(one: Estimate, n: int, t: Translator) -> str:
    """The discrimination in words; none when the class is too small for it."""
    if n < FEW:
        return t("too few hand-ins")
    for least, told in (
        (0.4, t("tells apart well")),
        (WEAK, t("tells apart reasonably")),
        (0.0, t("tells apart weakly")),
    ):
        if one.value >= least:
            return told
    return t("reversed: check the key")

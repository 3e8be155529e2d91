"""Per exercise: how hard it was, and whether it tells strong work from weak."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator

from course.i18n import Translator
from course.report import figures
from course.report.elements import Element, Heading, Paragraph, PlotElement, TableElement
from course.report.facts import Facts
from course.report.measures import FEW, WEAK, Estimate, share_with_interval
from course.report.wording import between, coefficient, hand_ins, hardest, in_sentence, listed, percent


def exercises(facts: Facts) -> Iterator[Element]:
    """Difficulty and discrimination."""
    if facts.shares and facts.may_show(facts.measured):
        yield from _difficulty(facts)
        yield from _discrimination(facts)


def _difficulty(facts: Facts) -> Iterator[Element]:
    t = facts.t
    means = {name: share_with_interval(shares) for name, shares in facts.shares.items()}
    ranked = sorted(means.items(), key=lambda pair: pair[1].value)
    lowest, highest = ranked[0][1].value, ranked[-1][1].value
    share = percent(lowest, t)
    if len(ranked) == 1:
        title = t("{share} of the points on average").format(share=share)
    elif lowest == highest:
        title = t("All exercises were equally hard: {share} of the points on average").format(share=share)
    else:
        others = sum(mean.value == lowest for _name, mean in ranked) - 1
        title = hardest(facts.label(ranked[0][0]), others, share, t)
    rows = [
        (
            facts.label(name),
            percent(mean.value, t),
            between(mean.interval, t, percent),
            percent(sum(share >= 1 for share in facts.shares[name]) / facts.measured, t),
            hardness(mean.value, t),
        )
        for name, mean in ranked
    ]
    heads = (t("Exercise"), t("Mean share of the points"), t("95% interval"), t("All points"), t("In words"))
    yield Heading(t("How hard?"), "difficulty")
    yield PlotElement(
        "figure-difficulty",
        title,
        listed(t("Mean share of the points per exercise"), rows),
        figures.difficulty([(facts.label(name), mean) for name, mean in ranked], t),
        " ".join([facts.from_scores(), t("Whiskers: 95% interval (bootstrap).")]),
        TableElement(t("How hard was each exercise?"), heads, rows, numbers=(1, 2, 3)),
    )
    if missing := [cell for cell in facts.scores.cells if cell not in facts.basis.cells]:
        names = dict.fromkeys(facts.in_sentence(cell.exercise) for cell in missing)
        told = t("Of these exercises only the part that is already marked counts: {exercises}.")
        yield Paragraph(told.format(exercises=", ".join(names)), "note")


def hardness(share: float, t: Translator) -> str:
    """The difficulty in words."""
    words = (t("very hard"), t("hard"), t("doable"), t("easy"), t("nearly all right"))
    return words[bisect((0.3, 0.5, 0.8, 0.95), share)]


def _discrimination(facts: Facts) -> Iterator[Element]:
    t = facts.t
    yield Heading(t("Does the exercise tell strong work from weak?"), "discrimination")
    if len(facts.shares) < 2:
        yield Paragraph(t("With one exercise there is no rest to compare it with."), "note")
        return
    yield Paragraph(
        t(
            "This measure shows whether those who did the rest well did this exercise well too. Near 0 the exercise "
            "hardly goes with the rest. Below 0 something may be wrong in the question or the key."
        )
    )
    if facts.measured < FEW:
        told = t("With {handins} these numbers say little: one other answer can turn them around.")
        yield Paragraph(told.format(handins=hand_ins(facts.measured, t)), "note")
    known = [(facts.label(name), one) for name, one in facts.relations.items() if one]
    if known:
        yield _relations(facts, known)
    if same := [facts.in_sentence(name) for name, one in facts.relations.items() if not one]:
        told = t("Cannot be computed, because everyone had the same points: {exercises}.")
        yield Paragraph(told.format(exercises=", ".join(same)), "note")


def _relations(facts: Facts, known: list[tuple[str, Estimate]]) -> PlotElement:
    t = facts.t
    ranked = sorted(known, key=lambda pair: pair[1].value)
    weak = [name for name, one in known if one.value < WEAK]
    if facts.measured < FEW:
        title = t("Too few hand-ins to compare exercises")
    elif not weak:
        title = t("Every exercise goes with the rest")
    elif len(weak) == 1:
        title = t("{exercise} hardly goes with the rest").format(exercise=in_sentence(weak[0]))
    else:
        title = t("{n} of {total} exercises hardly go with the rest").format(n=len(weak), total=len(known))
    rows = [
        (name, coefficient(one.value, t), between(one.interval, t), power(one.value, facts.measured, t))
        for name, one in ranked
    ]
    heads = (t("Exercise"), t("Item-rest correlation (corrected)"), t("95% interval"), t("In words"))
    return PlotElement(
        "figure-discrimination",
        title,
        listed(t("Relation to the rest per exercise"), rows),
        figures.discrimination(ranked, t),
        " ".join([facts.from_scores(), t("Whiskers: 95% interval (Fisher).")]),
        TableElement(t("How each exercise goes with the rest"), heads, rows, numbers=(1, 2)),
    )


def power(relation: float, n: int, t: Translator) -> str:
    """The discrimination in words; none when the class is too small for it."""
    if n < FEW:
        return t("too few hand-ins")
    words = (
        t("reversed: check the key"),
        t("tells apart weakly"),
        t("tells apart reasonably"),
        t("tells apart well"),
    )
    return words[bisect((0.0, WEAK, 0.4), relation)]

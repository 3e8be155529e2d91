"""The report in sentences, before any figure."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from statistics import fmean, median, quantiles, stdev

from course.report.elements import Element, Findings, Paragraph
from course.report.facts import SMALL, Facts
from course.report.measures import FEW
from course.report.wording import hardest, mean_points, percent, points, quoted, short

MOST = 3
"""Things to discuss: what fits in one lesson."""


def summary(facts: Facts) -> Iterator[Element]:
    """Who handed in, how it went, and what to discuss next."""
    t = facts.t
    yield Paragraph(" ".join([*_handed_in(facts), *_marked(facts)]), "lead")
    if not facts.may_show(facts.people):
        few = t(
            "There are fewer than {n} hand-ins. Numbers could then be traced to one person, so they are not here."
        )
        yield Paragraph(few.format(n=SMALL), "note")
        return
    if facts.basis.max_score and facts.may_show(facts.measured):
        yield Paragraph(" ".join(_level(facts)), "lead")
    if found := stand_outs(facts):
        yield Paragraph(t("Discuss at the next meeting:"))
        yield Findings(found)


def _handed_in(facts: Facts) -> Iterator[str]:
    t, n, everybody = facts.t, facts.people, facts.people + len(facts.scores.absent)
    told = t.plural("{n} participant handed in.", "{n} participants handed in.", n)
    if n < everybody:
        told = t.plural(
            "Of {total} participants in the gradebook {n} handed in.",
            "Of {total} participants in the gradebook {n} handed in.",
            n,
        )
    yield told.format(n=n, total=everybody)
    if not facts.anonymous and (waiting := facts.not_graded):
        yield t.plural(
            "{n} more hand-in is there that is not graded: ‘course grade’ tells why, or grades it.",
            "{n} more hand-ins are there that are not graded: ‘course grade’ tells why, or grades them.",
            waiting,
        ).format(n=waiting)


def _marked(facts: Facts) -> Iterator[str]:
    t, basis = facts.t, facts.basis
    if not facts.scores.waiting:
        if not facts.not_graded:
            yield t("Everything is marked.")
        return
    told = t("For {n} of {total} participants not everything is marked yet.")
    yield told.format(n=len(facts.scores.waiting), total=facts.people)
    if basis.whole:
        told = t("The numbers below are about the {n} hand-ins that are wholly marked.")
        yield told.format(n=facts.measured)
    else:
        told = t("The numbers below are about the {part} of {most} points that are marked for everyone.")
        yield told.format(part=points(basis.max_score, t), most=points(facts.scores.max_score, t))


def _level(facts: Facts) -> Iterator[str]:
    t, totals, most = facts.t, facts.basis.totals, facts.basis.max_score
    yield t("Mean: {mean} of the {most} points ({share}).").format(
        mean=mean_points(fmean(totals), t), most=points(most, t), share=percent(fmean(totals) / most, t)
    )
    if len(totals) < 2:
        return
    middle = mean_points(median(totals), t)
    if facts.anonymous or len(totals) < SMALL:
        told = t(
            "The middle score (median) is {median}; the spread (standard deviation) is {deviation} points."
        )
        yield told.format(median=middle, deviation=mean_points(stdev(totals), t))
    else:
        low, _middle, high = (mean_points(one, t) for one in quantiles(totals, method="inclusive"))
        told = t("The middle score (median) is {median}; the middle half lies between {low} and {high}.")
        yield told.format(median=middle, low=low, high=high)


def stand_outs(facts: Facts) -> list[tuple[str, str]]:
    """What to discuss first: the strongest finding of each sort, with the place of its figure."""
    sorts = (_hardest, _confused, _wrong, _open, _against)
    found = sorted(chain.from_iterable(sort(facts) for sort in sorts), key=lambda one: -one[0])
    chosen: dict[str, tuple[str, str]] = {}
    for _weight, exercise, told, place in found:
        # Two things about one exercise would hide another exercise.
        chosen.setdefault(exercise, (told, place))
    return list(chosen.values())[:MOST]


Found = Iterator[tuple[float, str, str, str]]
"""How strong, about which exercise, the sentence, and the place on the page."""


def _hardest(facts: Facts) -> Found:
    if len(facts.shares) > 1 and facts.may_show(facts.measured):
        means = {name: fmean(shares) for name, shares in facts.shares.items()}
        name, mean = min(means.items(), key=lambda pair: pair[1])
        if mean <= 0.75:
            others = list(means.values()).count(mean) - 1
            told = hardest(facts.label(name), others, percent(mean, facts.t), facts.t)
            yield 1 - mean, name, f"{told}.", "figure-difficulty"


def _confused(facts: Facts) -> Found:
    told = facts.t("“{right}” was taken for “{chosen}” {n} of {total} times ({exercise}).")
    for name, choices in facts.choices.items():
        one = choices.most_confused
        if one and one.count > 1 and one.count / one.total >= 0.1:
            sentence = told.format(
                right=one.right, chosen=one.chosen, n=one.count, total=one.total, exercise=facts.label(name)
            )
            yield one.count / one.total, name, sentence, f"confusion-{name}"


def _wrong(facts: Facts) -> Found:
    for name, choices in facts.choices.items():
        told = facts.t("{part}: {n} of {total} had “{wrong}”; right is “{right}” ({exercise}).")
        if choices.is_one_question:
            told = facts.t("{part}: {n} of {total} had “{wrong}”; right is “{right}”.")
        for part in choices.worst_first:
            if part.wrong_count > 1 and part.wrong_count / part.people >= 0.15:
                sentence = told.format(
                    part=quoted(short(part.label, 80)),
                    n=part.wrong_count,
                    total=part.people,
                    wrong=short(part.wrong_as).rstrip("."),
                    right=short(part.right_as).rstrip("."),
                    exercise=facts.label(name),
                )
                yield part.wrong_count / part.people, name, sentence, f"confusion-{name}"


def _open(facts: Facts) -> Found:
    if facts.open:
        name, most = max(facts.open.items(), key=lambda pair: pair[1].unfinished / pair[1].people)
        share = most.unfinished / most.people
        if share >= 0.2:
            told = facts.t("{exercise} was left open wholly or in part by {n} of {total} participants.")
            told = told.format(exercise=facts.in_sentence(name), n=most.unfinished, total=most.people)
            yield share * 0.9, name, told, "open"


def _against(facts: Facts) -> Found:
    if facts.measured >= FEW:
        told = facts.t("Who did the rest well did {exercise} less well: check the key.")
        for name, one in facts.relations.items():
            if one and one.value < -0.1:
                yield 0.5 - one.value, name, told.format(exercise=facts.in_sentence(name)), "discrimination"

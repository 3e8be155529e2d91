"""The report in sentences, before any figure."""

from __future__ import annotations

from statistics import fmean, median, quantiles, stdev

from course.report.elements import Element, Findings, Paragraph, ReportSection
from course.report.facts import SMALL, Facts
from course.report.measures import FEW
from course.report.wording import mean_points, percent, points, quoted, short

MOST = 3
"""Things to discuss: what fits in one lesson."""


def summary(facts: Facts) -> ReportSection:
    """Who handed in, how it went, and what to discuss next."""
    t = facts.t
    elements: list[Element] = [Paragraph(" ".join([*_handed_in(facts), *_marked(facts)]), "lead")]
    if not facts.may_show(facts.people):
        few = t(
            "There are fewer than {n} hand-ins. Numbers could then be traced to one person, so they are not here."
        )
        elements.append(Paragraph(few.format(n=SMALL), "note"))
    else:
        if told := _level(facts):
            elements.append(Paragraph(" ".join(told), "lead"))
        if found := stand_outs(facts):
            elements += [Paragraph(t("Discuss at the next meeting:")), Findings(found)]
    return ReportSection("summary", t("In short"), elements)


def _handed_in(facts: Facts) -> list[str]:
    t, n, everybody = facts.t, facts.people, facts.people + len(facts.scores.absent)
    if n == everybody:
        told = [t.plural("{n} participant handed in.", "{n} participants handed in.", n).format(n=n)]
    else:
        some = t.plural(
            "Of {total} participants in the gradebook {n} handed in.",
            "Of {total} participants in the gradebook {n} handed in.",
            n,
        )
        told = [some.format(n=n, total=everybody)]
    if waiting := facts.not_graded:
        more = t.plural(
            "{n} more hand-in is there that is not graded: run ‘course grade’ first.",
            "{n} more hand-ins are there that are not graded: run ‘course grade’ first.",
            waiting,
        )
        told.append(more.format(n=waiting))
    return told


def _marked(facts: Facts) -> list[str]:
    t, waiting = facts.t, len(facts.scores.waiting)
    if not waiting:
        return [t("Everything is marked.")]
    told = t("For {n} of {total} participants not everything is marked yet.")
    if facts.basis.whole:
        basis = t("The numbers below are about the {n} hand-ins that are wholly marked.")
    else:
        basis = t("The numbers below are about the {part} of {most} points that are marked for everyone.")
    return [
        told.format(n=waiting, total=facts.people),
        basis.format(
            n=len(facts.basis.participants),
            part=points(facts.basis.max_score, t),
            most=points(facts.scores.max_score, t),
        ),
    ]


def _level(facts: Facts) -> list[str]:
    t, totals, most = facts.t, facts.basis.totals, facts.basis.max_score
    if not totals or not most or not facts.may_show(len(totals)):
        return []
    mean = t("Mean: {mean} of the {most} points ({share}).").format(
        mean=mean_points(fmean(totals), t), most=points(most, t), share=percent(fmean(totals) / most, t)
    )
    middle = mean_points(median(totals), t)
    if len(totals) < 2:
        return [mean]
    if facts.anonymous or len(totals) < SMALL:
        told = t(
            "The middle score (median) is {median}; the spread (standard deviation) is {deviation} points."
        )
        return [mean, told.format(median=middle, deviation=mean_points(stdev(totals), t))]
    low, _middle, high = (mean_points(one, t) for one in quantiles(totals, method="inclusive"))
    told = t("The middle score (median) is {median}; the middle half lies between {low} and {high}.")
    return [mean, told.format(median=middle, low=low, high=high)]


def stand_outs(facts: Facts) -> list[tuple[str, str]]:
    """What to discuss first: the strongest finding of each sort, with the place of its figure."""
    found = [*_hardest(facts), *_confused(facts), *_wrong(facts), *_open(facts), *_against(facts)]
    found.sort(key=lambda one: -one[0])
    about: set[str] = set()
    chosen = []
    for _weight, exercise, told, place in found:
        if exercise not in about:  # two things about one exercise would hide another exercise
            about.add(exercise)
            chosen.append((told, place))
    return chosen[:MOST]


Found = list[tuple[float, str, str, str]]
"""How strong, about which exercise, the sentence, and the place on the page."""


def _hardest(facts: Facts) -> Found:
    if not facts.may_show(len(facts.basis.participants)):
        return []
    shares = {name: fmean(column) for name, column in facts.shares.items()}
    if len(shares) < 2:
        return []
    name = min(shares, key=lambda one: shares[one])
    if shares[name] > 0.75:
        return []
    told = facts.t("{exercise} was hardest: {share} of the points on average.")
    told = told.format(exercise=facts.label(name), share=percent(shares[name], facts.t))
    return [(1 - shares[name], name, told, "figure-difficulty")]


def _confused(facts: Facts) -> Found:
    told = facts.t("“{right}” was taken for “{chosen}” {n} of {total} times ({exercise}).")
    return [
        (
            one.count / one.total,
            name,
            told.format(
                right=one.right, chosen=one.chosen, n=one.count, total=one.total, exercise=facts.label(name)
            ),
            f"confusion-{name}",
        )
        for name, choices in facts.choices.items()
        if (one := choices.most_confused) and one.count > 1 and one.count / one.total >= 0.1
    ]


def _wrong(facts: Facts) -> Found:
    told = facts.t("{part}: {n} of {total} had “{wrong}”; right is “{right}” ({exercise}).")
    return [
        (
            part.wrong_count / part.people,
            name,
            told.format(
                part=quoted(short(part.label, 80)),
                n=part.wrong_count,
                total=part.people,
                wrong=short(part.wrong_as),
                right=short(part.right_as),
                exercise=facts.label(name),
            ),
            f"confusion-{name}",
        )
        for name, choices in facts.choices.items()
        for part in choices.worst_first
        if part.wrong_count > 1 and part.wrong_count / part.people >= 0.15
    ]


def _open(facts: Facts) -> Found:
    shares = {name: (one.empty + one.partly) / one.people for name, one in facts.open.items()}
    if not shares:
        return []
    name = max(shares, key=lambda one: shares[one])
    if shares[name] < 0.2:
        return []
    one = facts.open[name]
    told = facts.t("{exercise} was left open wholly or in part by {n} of {total} participants.")
    told = told.format(exercise=facts.label(name), n=one.empty + one.partly, total=one.people)
    return [(shares[name] * 0.9, name, told, "open")]


def _against(facts: Facts) -> Found:
    if len(facts.basis.participants) < FEW:
        return []
    told = facts.t("Who did the rest well did {exercise} less well: check the key.")
    return [
        (0.5 - one.value, name, told.format(exercise=facts.label(name)), "discrimination")
        for name, one in facts.relations.items()
        if one and one.value < -0.1
    ]

"""What everybody scored; by name for the instructor, in groups for the class."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from statistics import fmean

from course.i18n import Translator
from course.report import figures
from course.report.elements import Element, Paragraph, PlotElement, TableElement
from course.report.facts import Facts
from course.report.scores import Cell, Participant, worth
from course.report.wording import brief, mean_points, points


def scores(facts: Facts) -> Iterator[Element]:
    """The distribution of the totals, and by name a table of points per exercise."""
    t = facts.t
    if facts.basis.max_score and facts.may_show(facts.measured):
        yield _chart(facts)
    if facts.anonymous:
        return
    yield _by_name(facts)
    if facts.scores.absent:
        yield Paragraph(t("Nothing handed in yet: {names}.").format(names=", ".join(facts.scores.absent)))
    if waiting := len(facts.scores.waiting):
        told = t.plural(
            "The total of {n} participant is provisional: what is still to be marked counts as 0 in it.",
            "The totals of {n} participants are provisional: what is still to be marked counts as 0 in them.",
            waiting,
        )
        yield Paragraph(told.format(n=waiting), "note")
    told = t(
        "This is how the gradebook counts: points that you give by hand replace automatic points. Bonus points are "
        "added and the penalty for handing in late is taken off; a total never falls below 0. The numbers per "
        "exercise below are about the work itself, without bonus and penalty."
    )
    yield Paragraph(told, "note")


def _chart(facts: Facts) -> PlotElement:
    t, totals, most = facts.t, facts.basis.totals, facts.basis.max_score
    above = sum(total >= most / 2 for total in totals)
    title = t.plural(
        "{n} of {total} participants earned at least half of the {points} points",
        "{n} of {total} participants earned at least half of the {points} points",
        above,
    )
    if above == len(totals):
        title = t("Everyone earned at least half of the {points} points")
    plot, groups = figures.score_groups(totals, most, t)
    alt = t("Distribution of {n} scores from 0 to {points} points, mean {mean}.")
    alt = alt.format(n=len(totals), points=points(most, t), mean=mean_points(fmean(totals), t))
    source = facts.from_scores()
    if not facts.anonymous:
        plot = figures.score_dots([one.name for one in facts.basis.participants], totals, most, t)
        source += " " + t("Each dot is one participant.")
    return PlotElement(
        "figure-scores",
        title.format(n=above, total=len(totals), points=points(most, t)),
        f"{alt} {'; '.join(f'{name}: {people}' for name, people in groups)}.",
        plot,
        source,
        TableElement(
            t("Number of participants per group of points"),
            (t("Points"), t("Participants")),
            [(name, str(people)) for name, people in groups],
            numbers=(1,),
        ),
    )


def _by_name(facts: Facts) -> TableElement:
    t, scores, total = facts.t, facts.scores, facts.t("Total")
    columns: list[tuple[str, Callable[[Participant], str]]] = [
        (t("Participant"), lambda one: one.name),
        (f"{total} ({points(scores.max_score, t)})", lambda one: points(one.total, t)),
        (t("By hand"), lambda one: t("still to be marked") if one.waits else t("done")),
    ]
    for name, cells in scores.exercises.items():
        head = f"{brief(facts.label(name))} ({points(worth(cells), t)})"
        columns.append((head, partial(_points, cells=cells, t=t)))
    if any(one.extra for one in scores.participants):
        columns.append((t("Bonus"), lambda one: points(one.extra, t)))
    if any(one.penalty for one in scores.participants):
        columns.append((t("Penalty"), lambda one: f"−{points(one.penalty, t)}" if one.penalty else "0"))
    return TableElement(
        t("Points per participant and exercise. “…” is still to be marked."),
        [head for head, _cell in columns],
        [[cell(one) for _head, cell in columns] for one in scores.participants],
        numbers=(1, *range(3, len(columns))),
        sortable=True,
        wide=True,
    )


def _points(one: Participant, cells: list[Cell], t: Translator) -> str:
    """Points so far; an ellipsis for the part that is still to be marked."""
    done = [cell for cell in cells if cell.name in one.scores and not one.waits_for(cell)]
    waits = any(one.waits_for(cell) for cell in cells)
    if waits and not done:
        return "…"
    return points(one.points(done), t) + (" + …" if waits else "")

"""What was left open."""

from __future__ import annotations

from course.report import figures
from course.report.elements import Paragraph, PlotElement, ReportSection, TableElement
from course.report.facts import Facts
from course.report.wording import listed, percent


def left_open(facts: Facts) -> ReportSection | None:
    """Per exercise the share of people that filled in nothing, or only a part."""
    t, label, found = facts.t, facts.label, facts.open
    section_title = t("What was left open?")
    if facts.no_answers:
        return ReportSection("open", section_title, [Paragraph(t(facts.no_answers), "note")])
    if not found:
        return None
    names = sorted(found, key=lambda name: found[name].whole / found[name].people)
    first = found[names[0]]
    if first.whole == first.people:
        title = t("Everyone filled in everything")
    else:
        title = t("{exercise} was most often unfinished: by {n} of {total}").format(
            exercise=label(names[0]), n=first.people - first.whole, total=first.people
        )
    rows = [
        (
            label(name),
            percent(found[name].whole / found[name].people, t),
            percent(found[name].partly / found[name].people, t),
            percent(found[name].empty / found[name].people, t),
        )
        for name in names
    ]
    alt = listed(t("Share of the hand-ins that is complete"), rows)
    table = TableElement(
        t("How complete is each exercise?"),
        (t("Exercise"), t("Complete"), t("In part"), t("Nothing")),
        rows,
        numbers=(1, 2, 3),
    )
    plot = figures.left_open([label(name) for name in names], [found[name] for name in names], t)
    source = facts.from_answers(facts.answers.people)
    return ReportSection("open", section_title, [PlotElement("figure-open", title, alt, plot, source, table)])

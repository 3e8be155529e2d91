"""What was left open."""

from __future__ import annotations

from collections.abc import Iterator

from course.report import figures
from course.report.elements import Element, Paragraph, PlotElement, TableElement
from course.report.facts import Facts
from course.report.wording import in_sentence, listed, percent


def left_open(facts: Facts) -> Iterator[Element]:
    """Per exercise the share of people that filled in nothing, or only a part."""
    t = facts.t
    if facts.no_answers:
        yield Paragraph(t(facts.no_answers), "note")
    elif facts.open:
        found = [(facts.label(name), one) for name, one in facts.open.items()]
        found.sort(key=lambda pair: pair[1].shares[0])
        name, least = found[0]
        title = t("Everyone filled in everything")
        if least.unfinished:
            title = t("{exercise} was most often unfinished: by {n} of {total}")
            title = title.format(exercise=in_sentence(name), n=least.unfinished, total=least.people)
        rows = [(name, *(percent(share, t) for share in one.shares)) for name, one in found]
        heads = (t("Exercise"), t("Complete"), t("In part"), t("Nothing"))
        yield PlotElement(
            "figure-open",
            title,
            listed(t("Share of the hand-ins that is complete"), rows),
            figures.left_open(found, t),
            facts.from_answers(facts.answers.people),
            TableElement(t("How complete is each exercise?"), heads, rows, numbers=(1, 2, 3)),
        )

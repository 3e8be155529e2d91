"""Which categories are confused with which, and which cards go wrong how."""

from __future__ import annotations

from collections.abc import Iterator

from course.i18n import Translator
from course.report.choices import Choices
from course.report.elements import Element, Heading, Paragraph, TableElement, matrix
from course.report.facts import SMALL, Facts
from course.report.wording import NOTHING, hand_ins, percent, quoted


def confusion(facts: Facts) -> Iterator[Element]:
    """A confusion matrix and a table per exercise with choices."""
    t = facts.t
    if facts.no_answers:
        yield Paragraph(t(facts.no_answers), "note")
    elif not facts.may_show(facts.people):
        return
    elif not facts.choices:
        told = t("Nobody has done an exercise yet of which the choices can be compared.")
        if facts.anonymous:
            told = t("No exercise with choices was done by at least {n} participants.").format(n=SMALL)
        yield Paragraph(told, "note")
    else:
        for name, choices in facts.choices.items():
            yield Heading(facts.label(name), f"confusion-{name}")
            yield Paragraph(_finding(choices, t), "finding")
            if choices.rows:
                yield matrix(choices, t)
            yield _parts(choices, t)
            yield Paragraph(facts.from_answers(choices.people), "source")
        if missing := len(facts.answers.missing):
            told = t("The graded files of {handins} are missing; those do not count here.")
            yield Paragraph(told.format(handins=hand_ins(missing, t)), "note")


def _finding(choices: Choices, t: Translator) -> str:
    part, pair = choices.hardest, choices.most_confused
    if pair:
        told = t("“{right}” was most often taken for “{chosen}”: {n} of {total} times.")
        return told.format(right=pair.right, chosen=pair.chosen, n=pair.count, total=pair.total)
    if part and choices.is_one_question:
        told = t.plural(
            "{n} of {total} chose something else.", "{n} of {total} chose something else.", part.wrong
        )
        return told.format(n=part.wrong, total=part.people)
    if part:
        told = t("{part} went wrong most often: for {n} of {total}.")
        return told.format(part=quoted(part.label), n=part.wrong, total=part.people)
    if any(one.nothing for one in choices.parts):
        return t("Nobody chose anything wrong, but some places stayed open.")
    return t("Nobody chose anything wrong.")


def _parts(choices: Choices, t: Translator) -> TableElement:
    rows = [
        (
            part.label,
            part.right_as,
            percent(part.right / part.people, t),
            f"{part.wrong_as} ({part.wrong_count}×)" if part.wrong_count else NOTHING,
            str(part.nothing or NOTHING),
            part.reason,
        )
        for part in choices.worst_first
    ]
    heads = (choices.part, t("Right is"), t("Right"), t("Most frequent mistake"), t("Left open"), t("Why"))
    return TableElement(t("What goes wrong most often comes first"), heads, rows, numbers=(2, 4), wide=True)

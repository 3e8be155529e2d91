"""How far the total can be trusted."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from statistics import fmean

from course.i18n import Translator
from course.report.elements import Element, Paragraph
from course.report.facts import Facts
from course.report.measures import FEW, Estimate, alpha_with_interval, measurement_error
from course.report.wording import between, coefficient, hand_ins, mean_points


def reliability(facts: Facts) -> Iterator[Element]:
    """Cronbach's alpha and the standard error of measurement, in words."""
    t = facts.t
    if not facts.may_show(facts.measured):
        return
    found = alpha_with_interval(facts.basis.items)
    if found is None:
        yield Paragraph(_undefined(facts), "note")
        return
    if facts.measured < FEW:
        told = t("With {handins} alpha is a rough estimate. Draw no conclusion from it.")
        yield Paragraph(f"{_alpha(facts, found)} {told.format(handins=hand_ins(facts.measured, t))}")
    else:
        yield Paragraph(f"{_alpha(facts, found)} {meaning(found.value, t)}")
        error = measurement_error(facts.basis.items)
        if error is not None:
            yield Paragraph(_error(facts, error))
    told = t(
        "Alpha shows whether exercises measure one thing together. A few exercises about different learning goals give "
        "a low alpha by themselves. That does not make the exercises bad, but the total then says less."
    )
    yield Paragraph(told, "note")


def _alpha(facts: Facts, found: Estimate) -> str:
    t = facts.t
    told = t("Cronbach's alpha is {alpha}, over {n} exercises and {handins}.")
    if found.interval:
        told = t("Cronbach's alpha is {alpha} (95% interval {interval}), over {n} exercises and {handins}.")
    return told.format(
        alpha=coefficient(found.value, t),
        interval=between(found.interval, t),
        n=len(facts.basis.exercises),
        handins=hand_ins(facts.measured, t),
    )


def _error(facts: Facts, error: float) -> str:
    t = facts.t
    middle = fmean(sum(row) for row in facts.basis.items)
    low, high = max(0.0, middle - error), min(facts.basis.max_score, middle + error)
    told = t(
        "The standard error of measurement is {error} points. Who has {middle} points now would get between {low} and "
        "{high} in about two of three cases on an equivalent assignment. So attach no value to smaller differences "
        "between participants."
    )
    numbers = {"error": error, "middle": middle, "low": low, "high": high}
    return told.format(**{name: mean_points(number, t) for name, number in numbers.items()})


def _undefined(facts: Facts) -> str:
    t = facts.t
    if facts.measured < 2:
        return t("With one hand-in there is no reliability to compute.")
    if len(facts.basis.exercises) < 2:
        return t("With fewer than two marked exercises there is no reliability to compute.")
    return t("Everyone has the same total. Without differences there is no reliability to compute.")


def meaning(alpha: float, t: Translator) -> str:
    """What alpha means for who gives marks."""
    sentences = (
        t(
            "A negative value: who did one exercise well did the other less well. The total then does not measure one "
            "thing; look at the exercises apart."
        ),
        t("That is low: another selection of exercises would have put participants in another order."),
        t("That is moderate: enough to talk about the work, too little to base a decision on."),
        t("That is fair: enough for a practice test, tight for a decision about one participant."),
        t("That is high: the total gives a reliable picture of who masters more and who less."),
    )
    return sentences[bisect((0.0, 0.6, 0.7, 0.8), alpha)]

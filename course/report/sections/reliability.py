"""How far the total can be trusted."""

from __future__ import annotations

from statistics import fmean

from course.i18n import Translator
from course.report.elements import Paragraph, ReportSection
from course.report.facts import Facts
from course.report.measures import FEW, Estimate, alpha_with_interval, measurement_error
from course.report.wording import between, coefficient, hand_ins, mean_points


def reliability(facts: Facts) -> ReportSection | None:
    """Cronbach's alpha and the standard error of measurement, in words."""
    t, items, n = facts.t, facts.basis.items, len(facts.basis.participants)
    if not facts.may_show(n):
        return None
    title = t("How reliable is the total?")
    found = alpha_with_interval(items) if items else None
    if found is None:
        return ReportSection("reliability", title, [Paragraph(_undefined(facts), "note")])
    elements = [Paragraph(f"{_alpha(facts, found)} {meaning(found.value, t)}")]
    error = measurement_error(items)
    if error is not None:
        elements.append(Paragraph(_error(facts, error)))
    if n < FEW:
        told = t("With {handins} alpha is a rough estimate. Draw no conclusion from it.")
        elements.append(Paragraph(told.format(handins=hand_ins(n, t)), "note"))
    told = t(
        "Alpha shows whether exercises measure one thing together. A few exercises about different learning goals give "
        "a low alpha by themselves. That does not make the exercises bad, but the total then says less."
    )
    return ReportSection("reliability", title, [*elements, Paragraph(told, "note")])


def _alpha(facts: Facts, found: Estimate) -> str:
    t = facts.t
    told = t("Cronbach's alpha is {alpha}, over {n} exercises and {handins}.")
    if found.interval:
        told = t("Cronbach's alpha is {alpha} (95% interval {interval}), over {n} exercises and {handins}.")
    return told.format(
        alpha=coefficient(found.value, t),
        interval=between(found.interval, t),
        n=len(facts.basis.exercises),
        handins=hand_ins(len(facts.basis.participants), t),
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
    return told.format(
        error=mean_points(error, t),
        middle=mean_points(middle, t),
        low=mean_points(low, t),
        high=mean_points(high, t),
    )


def _undefined(facts: Facts) -> str:
    t = facts.t
    if len(facts.basis.participants) < 2:
        return t("With one hand-in there is no reliability to compute.")
    if len(facts.basis.exercises) < 2:
        return t("With fewer than two marked exercises there is no reliability to compute.")
    return t("Everyone has the same total. Without differences there is no reliability to compute.")


def meaning(alpha: float, t: Translator) -> str:
    """What alpha means for who gives marks."""
    if alpha < 0:
        return t(
            "A negative value: who did one exercise well did the other less well. The total then does not measure one "
            "thing; look at the exercises apart."
        )
    if alpha < 0.6:
        return t("That is low: another selection of exercises would have put participants in another order.")
    if alpha < 0.7:
        return t("That is moderate: enough to talk about the work, too little to base a decision on.")
    if alpha < 0.8:
        return t("That is fair: enough for a practice test, tight for a decision about one participant.")
    return t("That is high: the total gives a reliable picture of who masters more and who less.")

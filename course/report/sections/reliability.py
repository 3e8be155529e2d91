"""How far the total can be trusted."""

from __future__ import annotations

from statistics import fmean

from course.report.blocks import Prose, Section
from course.report.facts import Facts
from course.report.measures import FEW, alpha_with_interval, measurement_error
from course.report.text import between, coefficient, mean_points

TITLE = "Hoe betrouwbaar is het totaal?"


def reliability(facts: Facts) -> Section | None:
    """Cronbach's alpha and the standard error of measurement, in words."""
    items, n = facts.basis.items, len(facts.basis.participants)
    if not facts.may_show(n):
        return None
    found = alpha_with_interval(items) if items else None
    if found is None:
        return Section("betrouwbaarheid", TITLE, [Prose(_undefined(facts), "note")])
    told = f"Cronbachs alfa is {coefficient(found.value)}"
    told += f" (95%-interval {between(found.interval)})" if found.interval else ""
    blocks = [
        Prose(
            f"{told}, over {len(facts.basis.exercises)} opdrachten en {n} inleveringen. {meaning(found.value)}"
        )
    ]
    error = measurement_error(items)
    if error is not None:
        middle = fmean(sum(row) for row in items)
        low, high = max(0.0, middle - error), min(facts.basis.max_score, middle + error)
        blocks.append(
            Prose(
                f"De standaardmeetfout is {mean_points(error)} punten. Wie nu {mean_points(middle)} punten heeft, zou "
                f"op een gelijkwaardige opdracht in ongeveer twee van de drie gevallen tussen {mean_points(low)} en "
                f"{mean_points(high)} uitkomen. Hecht dus geen waarde aan kleinere verschillen tussen deelnemers."
            )
        )
    if n < FEW:
        blocks.append(
            Prose(f"Met {n} inleveringen is alfa een ruwe schatting. Trek er geen conclusie uit.", "note")
        )
    blocks.append(
        Prose(
            "Alfa laat zien of opdrachten samen één ding meten. Een paar opdrachten over verschillende leerdoelen "
            "geven vanzelf een lage alfa. Dat maakt de opdrachten niet slecht, maar het totaal zegt dan minder.",
            "note",
        )
    )
    return Section("betrouwbaarheid", TITLE, blocks)


def _undefined(facts: Facts) -> str:
    if len(facts.basis.participants) < 2:
        return "Met één inlevering is er geen betrouwbaarheid te berekenen."
    if len(facts.basis.exercises) < 2:
        return "Met minder dan twee nagekeken opdrachten is er geen betrouwbaarheid te berekenen."
    return "Iedereen heeft hetzelfde totaal. Zonder verschillen is er geen betrouwbaarheid te berekenen."


def meaning(alpha: float) -> str:
    """What alpha means for who gives marks."""
    if alpha < 0:
        return (
            "Een negatieve waarde: wie de ene opdracht goed deed, deed de andere juist minder goed. "
            "Het totaal meet dan niet één ding; bekijk de opdrachten apart."
        )
    if alpha < 0.6:
        return "Dat is laag: een andere selectie opdrachten had een andere volgorde van deelnemers gegeven."
    if alpha < 0.7:
        return "Dat is matig: goed genoeg voor een gesprek over het werk, te weinig om er een besluit op te baseren."
    if alpha < 0.8:
        return "Dat is redelijk: genoeg voor een oefentoets, krap voor een besluit over één deelnemer."
    return "Dat is hoog: het totaal geeft een betrouwbaar beeld van wie meer en wie minder beheerst."

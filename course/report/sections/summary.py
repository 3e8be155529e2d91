"""The report in sentences, before any figure."""

from __future__ import annotations

from statistics import fmean, median, quantiles, stdev

from course.report.blocks import Points, Prose, Section
from course.report.facts import SMALL, Facts
from course.report.measures import FEW, item_rest
from course.report.text import count, mean_points, percent, points, quoted, short

MOST = 3
"""Things to discuss: what fits in one lesson."""


def summary(facts: Facts) -> Section:
    """Who handed in, how it went, and what to discuss next."""
    blocks: list[Prose | Points] = [Prose(" ".join([_handed_in(facts), _marked(facts)]), "lead")]
    if not facts.may_show(facts.people):
        few = (
            f"Er zijn minder dan {SMALL} inleveringen. Cijfers zouden dan te herleiden zijn tot één persoon, "
        )
        blocks.append(Prose(f"{few}dus ze staan hier niet.", "note"))
        return Section("samenvatting", "In het kort", blocks)
    if told := _level(facts):
        blocks.append(Prose(told, "lead"))
    if found := stand_outs(facts):
        blocks.append(Prose("Bespreek in de volgende bijeenkomst:"))
        blocks.append(Points(found))
    return Section("samenvatting", "In het kort", blocks)


def _handed_in(facts: Facts) -> str:
    n, absent = facts.people, len(facts.scores.absent)
    if absent:
        did = "leverde er 1" if n == 1 else f"leverden er {n}"
        told = f"Van de {n + absent} deelnemers in het cijferboek {did} in."
    else:
        told = f"{count(n, 'deelnemer leverde', 'deelnemers leverden')} in."
    if facts.not_graded:
        n = facts.not_graded
        many = (
            "Er ligt nog 1 inlevering klaar die niet is"
            if n == 1
            else f"Er liggen nog {n} inleveringen klaar die niet zijn"
        )
        told += f" {many} nagekeken: draai eerst ‘course grade’."
    return told


def _marked(facts: Facts) -> str:
    waiting = len(facts.scores.waiting)
    if not waiting:
        return "Alles is nagekeken."
    told = f"Bij {waiting} van de {facts.people} deelnemers is nog niet alles nagekeken."
    if facts.basis.whole:
        rest = len(facts.basis.participants)
        return f"{told} De cijfers hieronder gaan over de {rest} inleveringen die helemaal zijn nagekeken."
    most, part = points(facts.scores.max_score), points(facts.basis.max_score)
    return f"{told} De cijfers hieronder gaan over de {part} van de {most} punten die bij iedereen zijn nagekeken."


def _level(facts: Facts) -> str:
    totals, most = facts.basis.totals, facts.basis.max_score
    if not totals or not most or not facts.may_show(len(totals)):
        return ""
    told = f"Gemiddeld: {mean_points(fmean(totals))} van de {points(most)} punten ({percent(fmean(totals) / most)}). "
    told += f"De middelste score (mediaan) is {mean_points(median(totals))}"
    if len(totals) < 2:
        return f"{told}."
    if facts.anonymous or len(totals) < SMALL:
        return f"{told}; de spreiding (standaardafwijking) is {mean_points(stdev(totals))} punten."
    low, _middle, high = quantiles(totals, method="inclusive")
    return f"{told}; de middelste helft zit tussen {mean_points(low)} en {mean_points(high)}."


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
    shares = {name: fmean(column) for name, column in shares_of(facts).items()}
    if len(shares) < 2:
        return []
    name = min(shares, key=lambda one: shares[one])
    if shares[name] > 0.75:
        return []
    told = f"{facts.source.label(name)} was het moeilijkst: gemiddeld {percent(shares[name])} van de punten."
    return [(1 - shares[name], name, told, "figuur-moeilijk")]


def _confused(facts: Facts) -> Found:
    pairs = [
        (one.count / one.total, name, one)
        for name, choices in facts.choices.items()
        if choices.kind != "match" and (one := choices.most_confused)
    ]
    return [
        (
            weight,
            name,
            f"“{one.right}” werd {one.count} van de {one.total} keer aangezien voor “{one.chosen}” "
            f"({facts.source.label(name)}).",
            f"verwarring-{name}",
        )
        for weight, name, one in pairs
        if one.count > 1 and weight >= 0.1
    ]


def _wrong(facts: Facts) -> Found:
    parts = [
        (part.wrong_count / part.people, name, part)
        for name, choices in facts.choices.items()
        if choices.kind != "rewrite"
        for part in choices.parts
        if part.wrong_count > 1 and part.right_as
    ]
    return [
        (
            weight,
            name,
            f"{quoted(short(part.label, 80))} {part.wrong_count} van de {part.people} kozen “{short(part.wrong_as)}”; "
            f"goed is “{short(part.right_as)}” ({facts.source.label(name)}).",
            f"verwarring-{name}",
        )
        for weight, name, part in parts
        if weight >= 0.15
    ]


def _open(facts: Facts) -> Found:
    shares = {name: (one.empty + one.partly) / one.people for name, one in facts.open.items()}
    if not shares:
        return []
    name = max(shares, key=lambda one: shares[one])
    if shares[name] < 0.2:
        return []
    one = facts.open[name]
    told = f"{facts.source.label(name)} bleef bij {one.empty + one.partly} van de {one.people} deelnemers "
    return [(shares[name] * 0.9, name, f"{told}geheel of deels open.", "open")]


def _against(facts: Facts) -> Found:
    if len(facts.basis.participants) < FEW:
        return []
    totals = [sum(row) for row in facts.basis.items]
    found: Found = []
    for at, name in enumerate(facts.basis.exercises):
        one = item_rest([row[at] for row in facts.basis.items], totals)
        if one and one.value < -0.1:
            told = f"Wie de rest goed deed, deed {facts.source.label(name)} juist minder goed: kijk de sleutel na."
            found.append((0.5 - one.value, name, told, "onderscheid"))
    return found


def shares_of(facts: Facts) -> dict[str, list[float]]:
    """Share of the points per exercise, one number for each participant."""
    worth = {name: sum(cell.max_score for cell in cells) for name, cells in facts.basis.exercises.items()}
    return {
        name: [row[at] / worth[name] for row in facts.basis.items]
        for at, name in enumerate(facts.basis.exercises)
        if facts.basis.items
    }

"""Start against end test, where the author of the end test named its start test."""

from __future__ import annotations

from course.report import figures
from course.report.blocks import Chart, Prose, Section, Table
from course.report.facts import SMALL, Facts
from course.report.growth import Comparison, Growth
from course.report.measures import FEW
from course.report.text import count, percent, step

TITLE = "Van begin naar eind"


def growth(facts: Facts) -> Section | None:
    """The difference within people, for the whole and per goal."""
    if facts.no_comparison:
        return Section("groei", TITLE, [Prose(facts.no_comparison, "note")])
    found = facts.comparison
    if found is None:
        return None
    n = len(found.whole.people)
    if not facts.may_show(n):
        few = f"Minder dan {SMALL} deelnemers maakten beide toetsen; daarom staan hier geen cijfers."
        return Section("groei", TITLE, [Prose(few, "note")])
    source = f"Bron: cijferboek van de cursus, {count(n, 'deelnemer', 'deelnemers')} met beide toetsen, {facts.day}."
    blocks: list[Prose | Chart | Table] = [Prose(_told(found), "finding"), _overview(found, source)]
    if not facts.anonymous:
        blocks.append(_by_person(found.whole, source))
    blocks += [Prose(told, "note") for told in _reservations(found)]
    return Section("groei", TITLE, blocks)


def _told(found: Comparison) -> str:
    whole = found.whole
    n = len(whole.people)
    told = f"{count(n, 'deelnemer maakte', 'deelnemers maakten')} beide toetsen en gingen gemiddeld "
    if n == 1:
        told = "1 deelnemer maakte beide toetsen en ging "
    told += f"van {percent(whole.start)} naar {percent(whole.end)} van de punten"
    interval = whole.difference.interval
    if interval is None:
        return f"{told}. Een interval is niet te berekenen."
    low, high = _range(whole)
    told += f": een verschil van {step(whole.difference.value)} procentpunt (95%-interval {low} tot {high})."
    if interval[0] <= 0 <= interval[1]:
        told += " Het interval bevat 0, dus het kan ook toeval zijn."
    return told


def _range(one: Growth) -> tuple[str, str]:
    interval = one.difference.interval
    return (step(interval[0]), step(interval[1])) if interval else ("–", "–")


def _overview(found: Comparison, source: str) -> Chart:
    rows = [found.whole, *found.goals]
    best = max(found.goals, key=lambda one: one.difference.value, default=None)
    title = f"Van {percent(found.whole.start)} naar {percent(found.whole.end)} van de punten"
    if best is not None and len(found.goals) > 1 and best.difference.value > 0:
        title += f"; de grootste stap bij “{best.name.rstrip('.')}”"
    table = Table(
        "Gemiddeld deel van de punten aan het begin en aan het eind",
        ("Leerdoel", "Begin", "Eind", "Verschil (procentpunt)", "95%-interval"),
        [
            (
                one.name,
                percent(one.start),
                percent(one.end),
                step(one.difference.value),
                " tot ".join(_range(one)) if one.difference.interval else "–",
            )
            for one in rows
        ],
        numbers=(1, 2, 3, 4),
    )
    alt = "; ".join(f"{one.name}: van {percent(one.start)} naar {percent(one.end)}" for one in rows) + "."
    return Chart("figuur-groei", title, alt, figures.dumbbells(rows), source, table)


def _by_person(whole: Growth, source: str) -> Chart:
    better = sum(after > before for before, after in zip(whole.before, whole.after, strict=True))
    scored = "scoorde" if better == 1 else "scoorden"
    title = f"{better} van de {len(whole.people)} deelnemers {scored} hoger dan aan het begin"
    table = Table(
        "Deel van de punten per deelnemer",
        ("Deelnemer", "Begin", "Eind", "Verschil (procentpunt)"),
        [
            (name, percent(before), percent(after), step(after - before))
            for name, before, after in zip(whole.people, whole.before, whole.after, strict=True)
        ],
        numbers=(1, 2, 3),
    )
    alt = f"{title}. Elke lijn is een deelnemer; oranje gestippeld is gedaald."
    return Chart(
        "figuur-lijnen",
        title,
        alt,
        figures.slopes(whole),
        f"{source} Oranje gestippeld: lager dan aan het begin.",
        table,
    )


def _reservations(found: Comparison) -> list[str]:
    told = [
        "Een verschil bewijst niet dat de cursus het veroorzaakte. Wie twee keer een toets maakt, leert ook van de "
        "eerste keer, de toetsen kunnen in moeilijkheid verschillen en er is geen groep zonder cursus om mee te "
        "vergelijken."
    ]
    if len(found.whole.people) < FEW:
        told.append(f"Met {count(len(found.whole.people), 'deelnemer', 'deelnemers')} is het interval ruw.")
    if found.not_paired:
        told.append(
            f"{count(found.not_paired, 'deelnemer telt', 'deelnemers tellen')} niet mee: één van de toetsen ontbreekt "
            "of is nog niet helemaal nagekeken."
        )
    if found.excluded:
        told.append(
            "Onderdelen die nog niet bij iedereen zijn nagekeken, tellen in deze vergelijking niet mee."
        )
    return told

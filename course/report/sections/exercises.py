"""Per exercise: how hard it was, and whether it tells strong work from weak."""

from __future__ import annotations

from course.report import figures
from course.report.blocks import Chart, Heading, Prose, Section, Table
from course.report.facts import Facts
from course.report.measures import FEW, Estimate, item_rest, share_with_interval
from course.report.sections.summary import shares_of
from course.report.text import between, coefficient, count, percent


def exercises(facts: Facts) -> Section | None:
    """Difficulty and discrimination."""
    shares = shares_of(facts)
    if not shares or not facts.may_show(len(facts.basis.participants)):
        return None
    blocks = [*_difficulty(facts, shares), *_discrimination(facts, shares)]
    return Section("opdrachten", "De opdrachten", blocks)


def _difficulty(facts: Facts, shares: dict[str, list[float]]) -> list[Chart | Prose | Heading | Table]:
    found = {name: one for name, values in shares.items() if (one := share_with_interval(values))}
    names = sorted(found, key=lambda name: found[name].value)
    label, n = facts.source.label, len(facts.basis.participants)
    hardest, easiest = names[0], names[-1]
    title = f"{label(hardest)} was het moeilijkst: gemiddeld {percent(found[hardest].value)} van de punten"
    if len(names) == 1:
        title = f"Gemiddeld {percent(found[hardest].value)} van de punten"
    elif found[hardest].value == found[easiest].value:
        title = (
            f"Alle opdrachten waren even moeilijk: gemiddeld {percent(found[hardest].value)} van de punten"
        )
    rows = [
        (
            label(name),
            percent(found[name].value),
            between(found[name].interval, percent),
            percent(sum(share >= 1 for share in shares[name]) / n),
            hardness(found[name].value),
        )
        for name in names
    ]
    table = Table(
        "Hoe moeilijk was elke opdracht?",
        ("Opdracht", "Gemiddeld deel van de punten", "95%-interval", "Alle punten", "In woorden"),
        rows,
        numbers=(1, 2, 3),
    )
    alt = (
        "Gemiddeld deel van de punten per opdracht: " + "; ".join(f"{row[0]} {row[1]}" for row in rows) + "."
    )
    plot = figures.difficulty([label(name) for name in names], [found[name] for name in names])
    source = f"{facts.from_scores()} Streepjes: 95%-interval (bootstrap)."
    return [
        Heading("Hoe moeilijk?", "moeilijk"),
        Chart("figuur-moeilijk", title, alt, plot, source, table),
        *_partly(facts),
    ]


def _partly(facts: Facts) -> list[Prose]:
    missing = [cell for cell in facts.scores.cells if cell not in facts.basis.cells]
    if not missing:
        return []
    names = list(dict.fromkeys(facts.source.label(cell.exercise) for cell in missing))
    return [
        Prose(
            f"Van deze opdrachten telt alleen het deel mee dat al is nagekeken: {', '.join(names)}.", "note"
        )
    ]


def hardness(share: float) -> str:
    """The difficulty in words."""
    for least, told in (
        (0.95, "bijna alles goed"),
        (0.8, "makkelijk"),
        (0.5, "goed te doen"),
        (0.3, "moeilijk"),
    ):
        if share >= least:
            return told
    return "erg moeilijk"


def _discrimination(facts: Facts, shares: dict[str, list[float]]) -> list[Chart | Prose | Heading | Table]:
    n = len(facts.basis.participants)
    label = facts.source.label
    heading = Heading("Onderscheidt de opdracht sterk van zwak werk?", "onderscheid")
    if len(shares) < 2:
        return [heading, Prose("Bij één opdracht is er geen rest om mee te vergelijken.", "note")]
    totals = [sum(row) for row in facts.basis.items]
    found = {
        name: item_rest([row[at] for row in facts.basis.items], totals)
        for at, name in enumerate(facts.basis.exercises)
    }
    known: dict[str, Estimate] = {name: one for name, one in found.items() if one}
    blocks: list[Chart | Prose | Heading | Table] = [
        heading,
        Prose(
            "Deze maat laat zien of wie de rest goed deed, ook deze opdracht goed deed. Dicht bij 0 hangt de opdracht "
            "nauwelijks met de rest samen. Onder 0 klopt er misschien iets niet in de vraag of de sleutel."
        ),
    ]
    if n < FEW:
        blocks.append(
            Prose(
                f"Met {count(n, 'inlevering', 'inleveringen')} zeggen deze getallen weinig: "
                "één ander antwoord kan ze omkeren.",
                "note",
            )
        )
    if known:
        names = sorted(known, key=lambda name: known[name].value)
        rows = [
            (
                label(name),
                coefficient(known[name].value),
                between(known[name].interval),
                power(known[name], n),
            )
            for name in names
        ]
        table = Table(
            "Samenhang van elke opdracht met de rest",
            ("Opdracht", "Item-restcorrelatie (gecorrigeerd)", "95%-interval", "In woorden"),
            rows,
            numbers=(1, 2),
        )
        alt = "Samenhang met de rest per opdracht: " + "; ".join(f"{row[0]} {row[1]}" for row in rows) + "."
        plot = figures.discrimination([label(name) for name in names], [known[name] for name in names])
        source = f"{facts.from_scores()} Streepjes: 95%-interval (Fisher)."
        blocks.append(Chart("figuur-onderscheid", _title(facts, known, n), alt, plot, source, table))
    same = [label(name) for name, one in found.items() if one is None]
    if same:
        blocks.append(
            Prose(f"Niet te berekenen, want iedereen had evenveel punten: {', '.join(same)}.", "note")
        )
    return blocks


def _title(facts: Facts, known: dict[str, Estimate], n: int) -> str:
    weak = [name for name, one in known.items() if one.value < 0.2]
    if n < FEW:
        return "Te weinig inleveringen om opdrachten te vergelijken"
    if not weak:
        return "Elke opdracht hangt samen met de rest"
    if len(weak) == 1:
        return f"{facts.source.label(weak[0])} hangt nauwelijks met de rest samen"
    return f"{len(weak)} van de {len(known)} opdrachten hangen nauwelijks met de rest samen"


def power(one: Estimate, n: int) -> str:
    """The discrimination in words; none when the class is too small for it."""
    if n < FEW:
        return "te weinig inleveringen"
    for least, told in (
        (0.4, "onderscheidt goed"),
        (0.2, "onderscheidt redelijk"),
        (0.0, "onderscheidt zwak"),
    ):
        if one.value >= least:
            return told
    return "omgekeerd: kijk de sleutel na"

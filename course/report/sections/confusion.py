"""Which categories are confused with which, and which cards go wrong how."""

from __future__ import annotations

from course.report.blocks import Block, Heading, Prose, Section, Table, matrix
from course.report.choices import Choices
from course.report.facts import SMALL, Facts
from course.report.text import count, percent

TITLE = "Wat wordt met wat verward?"


def confusion(facts: Facts) -> Section | None:
    """A confusion matrix and a table per exercise with choices."""
    if facts.source.without_answers:
        return Section("verwarring", TITLE, [Prose(facts.source.without_answers, "note")])
    if not facts.may_show(facts.people):
        return None
    blocks: list[Block | Heading] = []
    for name, choices in facts.choices.items():
        blocks += _exercise(facts, name, choices)
    if not blocks:
        told = "Nog niemand maakte een oefening waarvan de keuzes te vergelijken zijn."
        if facts.anonymous:
            told = f"Geen oefening met keuzes is door minstens {SMALL} deelnemers gemaakt."
        return Section("verwarring", TITLE, [Prose(told, "note")])
    if facts.answers.missing:
        missing = count(len(facts.answers.missing), "inlevering", "inleveringen")
        blocks.append(
            Prose(f"Van {missing} ontbreken de nagekeken bestanden; die tellen hier niet mee.", "note")
        )
    return Section("verwarring", TITLE, blocks)


def _exercise(facts: Facts, name: str, choices: Choices) -> list[Block | Heading]:
    blocks: list[Block | Heading] = [
        Heading(facts.source.label(name), f"verwarring-{name}"),
        Prose(_finding(choices), "finding"),
    ]
    if choices.rows:
        blocks.append(matrix(choices))
    blocks.append(_criteria(choices) if choices.kind == "rewrite" else _parts(choices))
    blocks.append(Prose(facts.from_answers(choices.people), "source"))
    return blocks


def _finding(choices: Choices) -> str:
    part, pair = choices.hardest, choices.most_confused
    if choices.kind == "rewrite":
        if part is None:
            return "De coach zag in elke tekst alle kenmerken."
        return f"“{part.label}” ontbrak het vaakst: in {part.wrong} van de {part.people} teksten."
    if choices.kind in ("sort", "journey", "mark") and pair:
        return f"“{pair.right}” werd het vaakst aangezien voor “{pair.chosen}”: {pair.count} van de {pair.total} keer."
    if part is None:
        open_ones = sum(one.nothing for one in choices.parts)
        return "Niemand koos iets verkeerds." + (" Wel bleven er plekken open." if open_ones else "")
    return f"{part.label} ging het vaakst mis: bij {part.wrong} van de {part.people}."


def _parts(choices: Choices) -> Table:
    rows = [
        (
            part.label,
            part.right_as,
            percent(part.right / part.people),
            f"{part.wrong_as} ({part.wrong_count}×)" if part.wrong_count else "–",
            str(part.nothing) if part.nothing else "–",
            part.reason,
        )
        for part in choices.parts
    ]
    what = {"mark": "Passage", "choose": "Vraag of optie", "match": "Wat erbij gezocht werd"}.get(
        choices.kind, "Kaart"
    )
    return Table(
        "Wat het vaakst misgaat, staat bovenaan",
        (what, "Goed is", "Goed", "Vaakst fout gekozen", "Open", "Waarom"),
        rows,
        numbers=(2, 4),
        wide=True,
    )


def _criteria(choices: Choices) -> Table:
    rows = [
        (part.label, str(part.right), str(part.wrong), percent(part.right / part.people))
        for part in choices.parts
    ]
    return Table(
        "Wat de coach in de teksten zag. Hij let op woorden en kan zich vergissen.",
        ("Kenmerk", "Aanwezig", "Ontbreekt", "Deel"),
        rows,
        numbers=(1, 2, 3),
    )

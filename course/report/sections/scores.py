"""What everybody scored; by name for the instructor, in groups for the class."""

from __future__ import annotations

from statistics import fmean

from course.report import figures
from course.report.blocks import Chart, Prose, Section, Table
from course.report.facts import Facts
from course.report.scores import Cell, Participant
from course.report.text import brief, count, mean_points, points

WAITS = "nog na te kijken"


def scores(facts: Facts) -> Section | None:
    """The distribution of the totals, and by name a table of points per exercise."""
    totals, most = facts.basis.totals, facts.basis.max_score
    blocks: list[Prose | Chart | Table] = []
    if totals and most and facts.may_show(len(totals)):
        blocks.append(_chart(facts, totals, most))
    if not facts.anonymous:
        blocks.append(_by_name(facts))
        if facts.scores.absent:
            blocks.append(Prose(f"Nog niets ingeleverd: {', '.join(facts.scores.absent)}."))
        blocks += [Prose(told, "note") for told in _what_counts(facts)]
    return Section("scores", "Scores", blocks) if blocks else None


def _chart(facts: Facts, totals: list[float], most: float) -> Chart:
    middle = fmean(totals)
    above = sum(total >= most / 2 for total in totals)
    reached = "haalde" if above == 1 else "haalden"
    title = (
        f"{above} van de {len(totals)} deelnemers {reached} minstens de helft van de {points(most)} punten"
    )
    if above == len(totals):
        title = f"Iedereen haalde minstens de helft van de {points(most)} punten"
    plot, groups = figures.score_groups(totals, most)
    table = Table(
        "Aantal deelnemers per groep van punten",
        ("Punten", "Deelnemers"),
        [(name, str(people)) for name, people in groups],
        numbers=(1,),
    )
    alt = f"Verdeling van {len(totals)} scores van 0 tot {points(most)} punten, gemiddeld {mean_points(middle)}. "
    alt += "; ".join(f"{name}: {people}" for name, people in groups) + "."
    source = facts.from_scores()
    if not facts.anonymous:
        plot = figures.scores([one.name for one in facts.basis.participants], totals, most)
        source += " Elke stip is één deelnemer."
    return Chart("figuur-scores", title, alt, plot, source, table)


def _by_name(facts: Facts) -> Table:
    scores, label = facts.scores, facts.source.label
    exercises: dict[str, list[Cell]] = {}
    for cell in scores.cells:
        exercises.setdefault(cell.exercise, []).append(cell)
    late = any(one.penalty for one in scores.participants)
    extra = any(mark.extra for one in scores.participants for mark in one.marks.values())
    columns = ["Deelnemer", f"Totaal ({points(scores.max_score)})", "Met de hand"]
    columns += [
        f"{brief(label(name))} ({points(sum(c.max_score for c in cells))})"
        for name, cells in exercises.items()
    ]
    columns += (["Bonus"] if extra else []) + (["Aftrek"] if late else [])
    rows = []
    for one in scores.participants:
        row = [one.name, points(one.total), WAITS if one.waits else "klaar"]
        row += [_points(one, cells) for cells in exercises.values()]
        row += [points(sum(mark.extra for mark in one.marks.values()))] if extra else []
        row += [f"−{points(one.penalty)}" if one.penalty else "0"] if late else []
        rows.append(row)
    return Table(
        "Punten per deelnemer en opdracht. “…” is nog na te kijken.",
        columns,
        rows,
        numbers=(1, *range(3, len(columns))),
        sortable=True,
        wide=True,
    )


def _points(one: Participant, cells: list[Cell]) -> str:
    """Points so far; an ellipsis for the part that is still to be marked."""
    waits = any(cell.name in one.marks and one.marks[cell.name].waits for cell in cells)
    done = [cell for cell in cells if cell.name in one.marks and not one.marks[cell.name].waits]
    if waits and not done:
        return "…"
    return points(one.points(done)) + (" + …" if waits else "")


def _what_counts(facts: Facts) -> list[str]:
    told = [
        "Zo telt het cijferboek: punten die jij met de hand geeft, gaan voor automatische punten. Bonuspunten komen "
        "erbij en aftrek voor te laat inleveren gaat eraf; een totaal wordt nooit lager dan 0. De "
        "cijfers per opdracht hieronder gaan "
        "over het werk zelf, zonder bonus en aftrek."
    ]
    if facts.scores.waiting:
        waits = count(len(facts.scores.waiting), "deelnemer is", "deelnemers is")
        told.insert(0, f"Van {waits} het totaal voorlopig: wat nog na te kijken is, telt daarin als 0.")
    return told

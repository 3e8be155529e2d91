"""The table that instructors read: what was handed in, what happens, points, and what is said about it."""

from __future__ import annotations

from course.i18n import translator
from tests.grading.submission.corpus import CASES, Case, answers, clocks, files, mixed_up, names, notebooks
from tests.grading.submission.corpus.class_run import ClassRun
from tests.model_answers import ROOT

number = translator("nl").number
PAGE = ROOT / "docs" / "inleveringen.md"
TOP = """# Wat er met vreemde inleveringen gebeurt

Niet elke inlevering is een net ingevuld notebook. Deze tabel laat zien wat het nakijken doet met {count} inleveringen.
Ze zijn echt nagekeken, in één keer en als één klas: {graded} zijn nagekeken, {refused} geweigerd.

- **Nagekeken.** De antwoorden die te lezen zijn, tellen. Valt er iets op, dan staat dat bovenaan het nagekeken werk.
- **Geweigerd.** Er is niets van deze opdracht om na te kijken, of het is niet veilig. De deelnemer krijgt geen punten
  en ook geen nul. Je leest waarom, en wat je kunt doen. De rest van de klas gaat gewoon door.
- **Van de deelnemer wordt nooit iets uitgevoerd.** Wat is ingeleverd, blijft staan zoals het is.
- **Twee versies van één antwoord?** De nieuwste telt, in de map `answers` of in het notebook. Bij gelijke stand telt de
  map. Een tijdstip van vóór 2020 of in de toekomst telt alleen als er geen ander is.

De punten zijn de automatische, van de {points}. De meeste inleveringen bevatten hetzelfde, deels goede werk. Dat is
{half} punten waard.
"""
ORDER = [
    notebooks.CHANGED,
    notebooks.BROKEN,
    mixed_up.GROUP,
    answers.GROUP,
    clocks.GROUP,
    files.GROUP,
    names.GROUP,
]


def page(run: ClassRun) -> str:
    """The whole page."""
    graded = sum(run.is_graded(case.who) for case in CASES)
    top = TOP.format(
        count=len(CASES),
        graded=graded,
        refused=len(CASES) - graded,
        points=number(sum(check.points for check in run.course.checks.values())),
        half=number(round(sum(run.expected("gewoon").values()), 2)),
    )
    tables = []
    for group in ORDER:
        rows = "\n".join(_row(run, case) for case in CASES if case.group == group)
        head = "| Ingeleverd | Wat er gebeurt | Punten | Wat je leest |\n|---|---|---|---|"
        tables.append(f"## {group}\n\n{head}\n{rows}\n")
    return "\n".join([top, *tables])


def _row(run: ClassRun, case: Case) -> str:
    graded = run.is_graded(case.who)
    points = number(round(sum(run.course.automatic(case.who).values()), 2)) if graded else ""
    cells = [case.what, "nagekeken" if graded else "geweigerd", points, " ".join(run.told(case.who))]
    return "| " + " | ".join(_cell(cell) for cell in cells) + " |"


def _cell(text: str) -> str:
    for sign in "\\`*_[]<>|":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", " ")

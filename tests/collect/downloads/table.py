"""The table that instructors read: what a file is called, whose it becomes, and what is said about it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from course.collect.senders import PATTERNS
from course.i18n import translator
from tests.collect.downloads.cases import DOWNLOADS, LISTED
from tests.collect.downloads.sorting import NAME, Download, owners, sorted_out
from tests.model_answers import ROOT

PAGE = ROOT / "docs" / "downloads.md"
TOP = """# Van wie is een bestand?

Wie heeft ingeleverd, staat in de naam die de leeromgeving aan een bestand of map geeft. Die naam telt alleen als hij
helemaal klopt; een stuk van een naam zegt niets. Wat niet te bepalen is, wordt niet opgehaald: je leest van wie het kan
zijn en wat je doet. Nooit worden twee mensen er één.

Deze tabel laat zien wat er gebeurt met {count} bestanden. Ze zijn echt gesorteerd; wat bij elkaar staat, stond samen in
`downloaded/{name}/archive/`. Een zip heet daarbij zoals de eerste map.

## Wat wordt herkend

| Van | Zo ziet het eruit |
|---|---|
{patterns}

De opdracht heet in deze voorbeelden `01-w`. Past een naam nergens in, dan tellen de mappen: waar die verschillen, zijn
dat de deelnemers. Verschillen ze op meer dan één plaats, dan is het niet te bepalen.

## Een klassenlijst

Met een bestand `people.csv` naast `nbgrader_config.py` beslist de lijst. De kolommen heten `id` en `name`, en als je
wilt `email`; met een komma of puntkomma ertussen, bewaard als CSV UTF-8. Een `id` is de naam van de map in `submitted/`
en in het cijferboek. Wie niet op de lijst staat, wordt niet opgehaald. Zonder `people.csv` tellen de namen en
mailadressen die in het cijferboek staan; wie daar niet in staat, is dan gewoon nieuw.
"""


def page() -> str:
    """The whole page."""
    patterns = "\n".join(f"| {one.platform or 'Jouzelf'} | {_code(one.example)} |" for one in PATTERNS)
    parts = [TOP.format(count=sum(len(one.files) for one in DOWNLOADS), name=NAME, patterns=patterns)]
    for group in dict.fromkeys(one.group for one in DOWNLOADS):
        parts.append(f"## {group}\n")
        parts += [_table(one) for one in DOWNLOADS if one.group == group]
    return "\n".join(parts)


def _table(download: Download) -> str:
    t = translator("nl")
    with TemporaryDirectory() as folder:
        heap = sorted_out(list(download.files), Path(folder), download.people)
        whose = owners(heap)
    told = {one.path: t(one.reason) for one in heap.skipped}
    rows = [
        f"| {_code(file)} | {_cell(whose.get(file, 'niet opgehaald'))} | {_cell(told.get(file, ''))} |"
        for file in download.files
    ]
    listed = "; ".join(f"{one.id} = {one.name}" for one in LISTED)
    head = f"{download.what}\n"
    if download.people:
        head += f"\nOp de lijst: {listed}.\n"
    return f"{head}\n| Bestand | Wordt | Wat je leest |\n|---|---|---|\n" + "\n".join(rows) + "\n"


def _code(text: str) -> str:
    return f"`{text}`"


def _cell(text: str) -> str:
    for sign in "\\`*_[]<>|":
        text = text.replace(sign, f"\\{sign}")
    return text

"""The page to mark by: each assignment with its points, its rubrics step by step, and a model, made from the texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from course.authoring.block import Block
from course.authoring.manuscript import Manuscript, Written
from course.authoring.rubric import ladder, points
from course.i18n import LANGUAGES, Translator

PLACE = Path("docs/begeleiders/rubrieken.md")
HEAD = """# De opdrachten en hun rubrieken

Gemaakt uit de opdrachten door `make notebooks`; pas deze pagina niet met de hand aan. Hoe je ermee werkt, staat in
[Nakijken](nakijken.md).

- Achter elke trede staat hoe zo'n antwoord eruitziet. Meestal staat er een voorbeeld bij, tussen haakjes.
- De voorbeelden gaan over een zaak die in de opdracht niet voorkomt. Deelnemers zien dezelfde rubriek.
- Past een antwoord tussen twee treden, geef dan de hoogste waarvan elk woord klopt.
- *Wat snel wordt verward* is wat de schrijver verwacht. Wat jouw groep verwart, staat in `course report`.
"""
HEADING = re.compile(r"^### +(.+?)[ \t]*$", re.MULTILINE)


def marking(texts: Sequence[Manuscript]) -> str:
    """The page of the first language, as Markdown."""
    shown = [text for text in texts if text.is_assignment and text.header.language == LANGUAGES[0]]
    return "\n".join([HEAD, *(line for text in shown for line in _assignment(text))])


def _assignment(text: Manuscript) -> Iterator[str]:
    yield f"## {text.path.stem}\n"
    if text.header.test:
        yield f"{len(text.exercises)} vragen van 1 punt, alles automatisch. Er hoort geen cijfer bij.\n"
        return
    titled = list(_titled(text))
    yield "| Opdracht | Automatisch | Met de hand |\n|---|---|---|"
    for title, one in titled:
        hand = one.block.by_hand.points if one.block.by_hand else 0
        name = title.removeprefix("Opdracht ").replace(" · ", ". ", 1)
        yield f"| {name} | {_number(one.block.points or 0, text.t)} | {_number(hand, text.t)} |"
    hands = sum(one.block.by_hand.points for _, one in titled if one.block.by_hand)
    yield f"| **Samen** | **{text.t.number(text.points - hands)}** | **{text.t.number(hands)}** |\n"
    mixed = [(title, "; ".join(_mix_ups(one.block))) for title, one in titled if one.block.mix_ups]
    if mixed:
        yield "Wat snel wordt verward:\n"
        yield from (f"- {title.partition(' · ')[0]}: {pairs}." for title, pairs in mixed)
        yield ""
    for title, one in titled:
        yield from _by_hand(title, one.block, text.t)


def _titled(text: Manuscript) -> Iterator[tuple[str, Written]]:
    """Each exercise with the heading above it."""
    title = ""
    for part in text.parts:
        if isinstance(part, Written):
            yield title, part
        else:
            title = (HEADING.findall(part.text) or [title])[-1]


def _by_hand(title: str, block: Block, t: Translator) -> Iterator[str]:
    if not block.by_hand:
        return
    yield f"### {title}\n\n{block.by_hand.intro}\n"
    for line in block.by_hand.rubric:
        about, note, found = ladder(line)
        yield f"**{about[0].upper()}{about[1:]}** ({points(line.points, t)}){note and f'. {note}'}\n"
        yield from (f"- **{step}:** {told}" if step else f"- *{told}*" for step, told in found)
        yield ""
    if model := block.model_text().strip():
        quoted = "\n".join(f"> {row}".rstrip() for row in model.splitlines())
        yield f"<details>\n<summary>Een antwoord dat alles krijgt</summary>\n\n{quoted}\n\n</details>\n"


def _mix_ups(block: Block) -> Iterator[str]:
    """What is taken for what, in the words of the page; what goes both ways once."""
    for place, other in block.mix_ups.items():
        if block.mix_ups.get(other) == place and other < place:
            continue
        yield f"‘{_told(block, place)}’ met ‘{_told(block, other)}’"


def _told(block: Block, name: str) -> str:
    """What a participant reads for the place `name`: its first sentence."""
    for field in type(block).model_fields:
        known = getattr(block, field)
        if isinstance(known, Mapping) and name in known and field != "mix_ups":
            return str(getattr(known[name], "text", known[name])).rstrip(".").partition(". ")[0]
    return name


def _number(value: float, t: Translator) -> str:
    return t.number(value) if value else ""

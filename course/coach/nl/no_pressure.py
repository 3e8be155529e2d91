"""Zonder druk: no guilt, no shame, no false urgency or scarcity."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from course.coach.criterion import Verdict
from course.coach.nl import lexicon
from course.coach.nl.acts import clause_around
from course.coach.nl.negation import negated
from course.coach.text import Span, Text

# Points from which weak cues together count as pressure.
LIMIT = 2
_READER = re.compile(r"(?<!\w)(?:je|jij|jou|jouw|jullie|u|uw)(?!\w)")

_REASONS = {
    "guilt": (
        "Dit legt een schuld bij je lezer neer. Wie zich schuldig voelt, geeft misschien één keer en mijdt "
        "je daarna."
    ),
    "urgency": "Dit jaagt je lezer op. Haast haalt de rust weg om zelf te kiezen, en wantrouwen blijft over.",
    "scarcity": "Dit wekt schaarste. Als die niet echt en controleerbaar is, verlies je er vertrouwen mee.",
    "missing": (
        "Dit speelt in op de angst om iets te missen of buiten de groep te vallen. Dat overtuigt niet, het "
        "drukt."
    ),
}
_STEPS = {
    "guilt": "Schrap het verwijt en zeg in één zin wat je vraagt, met erbij dat nee ook goed is.",
    "urgency": "Laat de haast weg. Is er een echte einddatum, noem dan alleen die datum en de reden.",
    "scarcity": "Noem het echte aantal en waarom dat zo is, of laat de schaarste weg.",
    "missing": "Beschrijf wat je lezer eraan heeft, in plaats van wat die anders misloopt.",
}
_HINTED = (
    "Elk van deze zinnen lijkt onschuldig, maar samen maken ze een verwijt of dreigement. Je lezer voelt dat "
    "en trekt zich terug."
)
_HINTED_STEP = "Schrap wat je lezer of een ander niet deed. Zeg wat je vraagt, en dat nee ook goed is."
_MET = "Ik zie geen schuldgevoel, haast of schaarste. Je lezer houdt de ruimte om zelf te kiezen."


def judge(text: Text) -> Verdict:
    """Met when nothing pushes the reader."""
    found = _pushes(text)
    if not found:
        hints = _hints(text)
        return Verdict(False, hints, _HINTED, _HINTED_STEP) if hints else Verdict(True, (), _MET)
    kind = found[0][2]
    return Verdict(False, tuple(Span(start, end) for start, end, _ in found), _REASONS[kind], _STEPS[kind])


def pushing(text: Text) -> frozenset[int]:
    """The sentences that press, by index."""
    spans = [Span(start, end) for start, end, _ in _pushes(text)]
    return frozenset(text.sentence_at(span.start).index for span in (*spans, *_hints(text)))


@lru_cache(maxsize=8)
def _pushes(text: Text) -> list[tuple[int, int, str]]:
    return sorted((span.start, span.end, kind) for kind in _REASONS for span in _pressure(text, kind))


@lru_cache(maxsize=8)
def _hints(text: Text) -> tuple[Span, ...]:
    """The cues that press together: each counts once, with its weight in hints.toml or levers.toml."""
    points = 0
    seen: list[Span] = []
    for name, cue, entry in _cues():
        match = _first_real(text, name, cue, entry)
        if match is None:
            continue
        points += entry["weight"]
        if entry["weight"] > 0:
            sentence = text.sentence_at(match.start())
            seen.append(clause_around(text, sentence, match.start(), match.end()))
    return tuple(sorted(seen, key=lambda span: span.start)) if points >= LIMIT else ()


def _cues() -> Iterator[tuple[str, str, dict[str, Any]]]:
    return ((name, cue, entry) for name in ("hints", "levers") for cue, entry in lexicon.file(name).items())


def _first_real(text: Text, name: str, cue: str, entry: dict[str, Any]) -> re.Match[str] | None:
    """The first hit of a cue, in the kind of sentence it needs, that is no talk about pressure."""
    for match in lexicon.cue(name, cue).find(text.plain):
        sentence = text.sentence_at(match.start())
        if entry["weight"] < 0:
            return match
        if entry.get("asks") and not sentence.asks:
            continue
        if entry.get("opens") and match.start() != sentence.start:
            continue
        if entry.get("you") and not _READER.search(text.plain, sentence.start, sentence.end):
            continue
        talk = lexicon.phrases("pressure", "talk").first(text.plain, sentence.start, match.start())
        kind = lexicon.phrases("pressure", "understood").first(text.plain, sentence.start, sentence.end)
        if not (talk or kind):
            return match
    return None


def _pressure(text: Text, kind: str) -> list[Span]:
    found = []
    for match in lexicon.phrases("pressure", kind).find(text.plain):
        sentence = text.sentence_at(match.start())
        if negated(text, match.start(), match.end(), sentence):
            continue
        before = text.sentences[max(0, sentence.index - 1)]
        if kind == "urgency" and lexicon.phrases("pressure", "serious").first(
            text.plain, before.start, sentence.end
        ):
            continue
        understood = lexicon.phrases("pressure", "understood")
        if kind == "guilt" and understood.first(text.plain, sentence.start, sentence.end):
            continue
        if lexicon.phrases("pressure", "talk").first(text.plain, sentence.start, match.start()):
            continue
        found.append(clause_around(text, sentence, match.start(), match.end()))
    return found

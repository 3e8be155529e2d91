"""Zonder druk: no guilt, no shame, no false urgency or scarcity."""

from __future__ import annotations

from course.coach.criterion import Verdict
from course.coach.nl import lexicon
from course.coach.nl.acts import clause_around
from course.coach.nl.negation import negated
from course.coach.text import Span, Text

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
_MET = "Ik zie geen schuldgevoel, haast of schaarste. Je lezer houdt de ruimte om zelf te kiezen."


def judge(text: Text) -> Verdict:
    """Met when nothing pushes the reader."""
    found = sorted((span.start, span.end, kind) for kind in _REASONS for span in _pressure(text, kind))
    if not found:
        return Verdict(True, (), _MET)
    kind = found[0][2]
    return Verdict(False, tuple(Span(start, end) for start, end, _ in found), _REASONS[kind], _STEPS[kind])


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

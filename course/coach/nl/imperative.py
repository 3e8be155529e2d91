"""Imperatives: the verb stem that opens a Dutch clause ("Zet hem op 60 graden", "Meld je aan").

A verb in front is no imperative when a subject follows it: then it is a question or a condition
("Kom je op de fiets?", "Koop je een brood, dan krijg je …").
"""

from __future__ import annotations

import re

import course.coach.nl.lexicon as lexicon
from course.coach.draft import Clause, Draft

# Words that may stand before the imperative without changing the word order.
_LEAD = re.compile(
    r"[^\w\n]*(?:(?:en|of|maar|dus|ja|oh|nou|kortom|tip(?: \d+)?|stap \w+|ps|p\.s\.|\d{1,2}[.)]?|"
    r"ten eerste|let op|kom op|doen|ofwel|oproep|actie|bonus|hup)"
    r"[^\w\n]+){0,3}+"
)
_GREETING = re.compile(
    r"\W*(?:hoi|hallo|hee|hey|he|hi|beste|dag|geachte|lieve|goedemorgen|goedemiddag|goedenavond|ha|meneer|mevrouw)(?!\w)"
)
_NEXT = re.compile(r"(\w+)(?:[^\w.!?]{1,3}(\w+))?(?:[^\w.!?]{1,3}(\w+))?")
_ANSWER = re.compile(
    r"\W*(?:dan|krijgt?|ontvangt?|maak je|zie je|ziet u|heb je|hebt u|scheelt|is|geven (?:we|wij))(?!\w)"
)
_FRESH = ":•*|–—"
_OBJECT = frozenset(
    [
        *(
            "de",
            "het",
            "een",
            "je",
            "uw",
            "jouw",
            "dit",
            "deze",
            "hem",
            "ze",
            "er",
            "m",
            "alle",
            "elke",
            "iedere",
        ),
        *("eerst", "altijd", "nooit", "daarna", "dan", "eens", "vaker", "rustig", "langzaam", "goed"),
        *("voorzichtig", "minstens", "minder", "meer", "regelmatig", "tussendoor"),
    ]
)
_NO_STEM = re.compile(r"(?:en|e|t|s|ing|heid|isch|lijk|ig|tie|er|schap|iteit|eur|or|aar|ment|\d+)$")


def opening(text: Draft, clause: Clause) -> int:
    """Where the first word of a clause stands, after "en", "maar", "tip 1:"."""
    lead = _LEAD.match(text.plain, clause.start, clause.end)
    return lead.end() if lead else clause.start


def is_condition(text: Draft, clause: Clause, start: int) -> bool:
    """A verb with its subject in front, answered by "dan …" or "krijg je …"."""
    following = _NEXT.match(text.plain, start, clause.sentence.end)
    if not following or following[2] not in ("je", "u", "jij", "jullie", "ge"):
        return False
    if clause.sentence.asks:
        return True
    # "Bewaar je tomaten buiten, dan …": a noun after "je" makes it a possessive, so this is an order.
    owned = following[2] == "je" and following[3] and following[3] not in lexicon.words("grammar")
    answered = _ANSWER.match(text.plain, clause.end, clause.sentence.end)
    return bool(answered) and not (owned and following[3] not in lexicon.words("moments"))


def order_end(text: Draft, clause: Clause, after_order: bool) -> int | None:
    """Where the imperative of this clause ends, if it opens with one.

    Args:
        text: the text.
        clause: the clause to look at.
        after_order: whether this sentence already had one ("Ga zitten en *leg* …").
    """
    start = opening(text, clause)
    following = _NEXT.match(text.plain, start, clause.sentence.end)
    if not following:
        return None
    verb, second, third = following.groups()
    if second == "u" and verb in lexicon.words("polite") and not clause.sentence.asks:
        return None if is_condition(text, clause, start) else following.end(2)
    if second in lexicon.words("subjects") and verb not in (
        "lees",
        "bekijk",
        "doe",
        "probeer",
        "gebruik",
    ):
        return None
    if clause.sentence.asks and second in ("je", "u", "het", "de", "uw", "jouw", "een", None):
        return None
    if is_condition(text, clause, start):
        return None
    first = _opens_sentence(text, clause)
    if verb in lexicon.words("verbs"):
        bare = clause.end - start <= len(verb) + 1
        if verb in lexicon.words("ambiguous") and (not (first or after_order) or (bare and first)):
            return None
        return following.end(1)
    if first and _looks_like_stem(verb) and second in _OBJECT and third:
        return following.end(1)
    return None


def _opens_sentence(text: Draft, clause: Clause) -> bool:
    if clause.start == clause.sentence.start or text.plain[clause.start - 1] in _FRESH:
        return True
    return bool(_GREETING.match(text.plain, clause.sentence.start, clause.start))


def _looks_like_stem(word: str) -> bool:
    """An unknown word that could be a verb stem; better than missing every rare verb."""
    if not 3 <= len(word) <= 14 or _GREETING.match(word):
        return False
    return not _NO_STEM.search(word) and word not in lexicon.words("grammar")

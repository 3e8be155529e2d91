"""Faults of a text that can be told without understanding it; each rule gives what is wrong, in the author's words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from course.authoring.manuscript import Manuscript
from course.authoring.markdown import Prose
from course.kinds.flashcards.exercise import Flashcards
from course.kinds.journey.exercise import Journey
from course.kinds.sort.exercise import Sort, accepted
from tests.model_answers import strings_in

TERM = re.compile(r"\*\*([^*\n.:?]{3,40})\*\*(?! *[:.])")
"""A word in bold inside a sentence: there it is said what it means."""
LAW = re.compile(r"\b(AVG|GDPR|Burgerlijk Wetboek|Reclamecode|[A-Z]\w+wet)\b")
ARTICLE = re.compile(r"\b(artikel(en)?|art\.|lid|article)\b|(AVG|[Ww]et(boek)?),? \d", re.IGNORECASE)
TITLE = re.compile(r"^(meneer|mevrouw|dokter) ")
ENDINGS = re.compile(r"(jes|tjes|en|s|e|t)$")
LEAST = 4
"""Letters of a word that can give a bin away."""


def told(text: Manuscript) -> Iterator[tuple[str, str]]:
    """Everything to read: (where it stands, the words)."""
    for part in text.parts:
        if isinstance(part, Prose):
            yield from ((f"line {part.line}", paragraph) for paragraph in part.text.split("\n\n"))
        else:
            exercise = part.exercise
            words = strings_in([exercise.content(), exercise.reasons, part.block.model() or {}])
            yield from ((exercise.id, one) for word in words for one in word.split("\n\n") if " " in one)


def two_definitions(text: Manuscript) -> list[str]:
    """A word whose meaning is said twice in the prose, or on two cards."""
    prose = "\n\n".join(part.text for part in text.parts if isinstance(part, Prose))
    terms = [term.casefold() for term in TERM.findall(prose)]
    cards = [
        front.casefold()
        for one in text.exercises
        if isinstance(one.exercise, Flashcards)
        for front, _back in one.exercise.cards.values()
    ]
    return sorted(term for names in (terms, cards) for term, count in Counter(names).items() if count > 1)


def card_holds_its_bins_word(text: Manuscript) -> list[str]:
    """A card that is sorted by recognising a word of the bin it belongs in."""
    found = []
    for one in text.exercises:
        exercise = one.exercise
        if exercise.key is None or not isinstance(exercise, Sort | Journey):
            continue
        bins = exercise.bins if isinstance(exercise, Sort) else {**exercise.phases, **exercise.labels}
        for card, place in exercise.key.items():
            named = {stem for each in accepted(place) for stem in stems(bins[each].split(":")[0])}
            found += [
                f"{exercise.id}.{card}: {stem}" for stem in sorted(named & stems(exercise.parts()[card]))
            ]
    return found


def stems(text: str) -> set[str]:
    """Words of some length without their endings."""
    words = (ENDINGS.sub("", word) for word in re.findall(r"\w+", text.casefold()))
    return {word for word in words if len(word) >= LEAST}


def unbalanced_quotation(text: Manuscript) -> list[str]:
    """A paragraph with a quotation mark that opens and does not close, or closes and was not opened."""
    found = []
    for where, words in told(text):
        plain = re.sub(r"`[^`]*`", "", words)
        if plain.count("“") != plain.count("”") or plain.count('"') % 2:
            found.append(f"{where}: {words[:60]}")
    return found


def law_without_article(text: Manuscript) -> list[str]:
    """A law that is appealed to without saying where it stands: nobody can look it up."""
    found = []
    for where, words in told(text):
        for sentence in re.split(r"(?<=[.?!])\s|;", words):
            law = LAW.search(sentence)
            if law and not ARTICLE.search(sentence):
                found.append(f"{where}: {law[0]}")
    return found


RULES = (two_definitions, card_holds_its_bins_word, unbalanced_quotation, law_without_article)


def two_people_with_one_name(cast: str) -> list[str]:
    """Names that two people have in the list of who is who: the table under the last heading, a row for each person."""
    rows = re.findall(r"^\| *([^|]+?) *\|", cast.split("\n## ")[-1], re.MULTILINE)
    people = [name for row in rows[2:] for name in row.split(", ")]  # below the head and its line
    names = [TITLE.sub("", name) for name in people]
    first = [name if name.startswith("Van ") else name.split()[0] for name in names]
    return sorted(name for name, count in Counter(first).items() if count > 1)

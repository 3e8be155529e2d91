"""Whom a clause is about: the reader or the sender."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

import course.coach.nl.lexicon as lexicon
from course.coach.draft import Clause, Draft
from course.coach.nl.acts import acts
from course.coach.nl.imperative import opening

# What the reader is made to say: "Ja, ik wil de gids", "Stuur mij de lijst".
_BUTTON = re.compile(r"\W*(?:ja|nee)\W+(?:\w+\W+)?(?:ik|graag)\b|\W*(?:stuur|geef|mail) (?:mij|me)\b")
_SELF = frozenset({"ik", "mij", "me", "mijn", "mezelf"})
MOST = 2


@dataclass(frozen=True)
class Address:
    """How much one clause is about its reader and about its sender, each from 0 to 2."""

    clause: Clause
    reader: float
    sender: float


def addressing(text: Draft) -> Iterator[Address]:
    """Whom each clause is about, in reading order."""
    orders = [act.start for act in acts(text) if act.order]
    for clause in text.clauses:
        orders_reader = bisect_left(orders, clause.start) < bisect_left(orders, clause.end)
        reader, sender = _address(text, clause, orders_reader)
        yield Address(clause, min(reader, MOST), min(sender, MOST))


def _address(text: Draft, clause: Clause, orders_reader: bool) -> tuple[float, float]:
    words = text.words(clause)
    if _BUTTON.match(text.norm, clause.sentence.start):
        words = ["je" if word in _SELF else word for word in words]
    you = sum(word in lexicon.words("reader") for word in words)
    we = sum(word in lexicon.words("sender") for word in words)
    we += any(word in lexicon.words("institution") for word in words)
    if _says(text, clause, "spectator"):
        you, we = 0, max(you, we, 1)
    invited = lexicon.phrases("address", "invitation").at(text.plain, opening(text, clause), clause.end)
    if not you and (invited or orders_reader):
        you = 1
    if you and _says(text, clause, "data_wanted"):
        # "Laat je adres achter": what the sender wants from the reader.
        return 0, max(we, 0.5)
    if you and we:
        # "Ik heb het voor je uitgerekend": the sender works, for the reader.
        return you, 0.5
    return you, we


def _says(text: Draft, clause: Clause, sort: str) -> bool:
    return lexicon.phrases("address", sort).first(text.plain, clause.start, clause.end) is not None

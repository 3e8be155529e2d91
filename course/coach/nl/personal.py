"""Persoonlijk: the text speaks to the reader more than about its sender."""

from __future__ import annotations

import re
from bisect import bisect_left

from course.coach.criterion import Verdict
from course.coach.nl import lexicon
from course.coach.nl.acts import acts
from course.coach.nl.imperative import opening
from course.coach.text import Span, Text

# What the reader is made to say: "Ja, ik wil de gids", "Stuur mij de lijst".
_BUTTON = re.compile(r"\W*(?:ja|nee)\W+(?:\w+\W+)?(?:ik|graag)\b|\W*(?:stuur|geef|mail) (?:mij|me)\b")

_MET = "De tekst gaat over je lezer: wat die meemaakt, wil of kan doen. Dan voelt een lezer zich gezien."
_ABOUT_US = "De tekst gaat vaker over jullie dan over je lezer. Wie zichzelf niet terugziet, haakt af."
_NOBODY = "Je spreekt hier niemand aan. Zo lijkt de tekst voor iedereen, en dus voor niemand."
_ABOUT_US_STEP = (
    "Kies één zin die met ‘wij’ of ‘ons’ begint en schrijf hem opnieuw met ‘je’ of ‘u’ als onderwerp."
)
_NOBODY_STEP = "Spreek één lezer aan met ‘je’ of ‘u’, en noem iets uit het leven van die lezer."


def judge(text: Text) -> Verdict:
    """Met when clauses about the reader outnumber those about the sender."""
    reader, sender = 0.0, 0.0
    to_reader: list[Span] = []
    to_sender: list[Span] = []
    ordered = [act.start for act in acts(text) if act.order]
    for clause in text.clauses:
        words = text.words(clause)
        if _BUTTON.match(text.norm, clause.sentence.start):
            words = ["je" if word in ("ik", "mij", "me", "mijn", "mezelf") else word for word in words]
        you: float = sum(word in lexicon.words("office", "reader") for word in words)
        we: float = sum(word in lexicon.words("office", "sender") for word in words)
        we += any(word in lexicon.words("office", "institution") for word in words)
        if lexicon.phrases("office", "spectator").first(text.plain, clause.start, clause.end):
            you, we = 0, max(you, we, 1)
        if not you and lexicon.phrases("office", "invitation").at(
            text.plain, opening(text, clause), clause.end
        ):
            you = 1
        if not you and bisect_left(ordered, clause.start) < bisect_left(ordered, clause.end):
            you = 1
        if you and lexicon.phrases("office", "data_wanted").first(text.plain, clause.start, clause.end):
            # "Laat je adres achter": what the sender wants from the reader.
            you, we = 0, max(we, 0.5)
        if you and we:
            # "Ik heb het voor je uitgerekend": the sender works, for the reader.
            we = 0.5
        reader += min(you, 2)
        sender += min(we, 2)
        if you > we:
            to_reader.append(clause)
        elif we:
            to_sender.append(clause)
    # A tie goes to the reader when the text tells them what to do.
    if reader > sender or (ordered and reader == sender):
        return Verdict(True, tuple(to_reader), _MET)
    if sender:
        return Verdict(False, tuple(to_sender), _ABOUT_US, _ABOUT_US_STEP)
    return Verdict(False, (), _NOBODY, _NOBODY_STEP)

"""Persoonlijk: the text speaks to the reader more than about its sender."""

from __future__ import annotations

from course.coach.criterion import Reading
from course.coach.draft import Draft
from course.coach.nl.acts import acts
from course.coach.nl.address import addressing

_MET = "De tekst gaat over je lezer: wat die meemaakt, wil of kan doen. Dan voelt een lezer zich gezien."
_MET_QUESTION = "Waar merkt je lezer dat het over hem of haar gaat, en niet over jullie?"
_ABOUT_US = "De tekst gaat vaker over jullie dan over je lezer. Wie zichzelf niet terugziet, haakt af."
_ABOUT_US_STEP = (
    "Kies één zin over ‘ik’, ‘wij’ of ‘ons’ en schrijf hem opnieuw met ‘je’ of ‘u’ als onderwerp."
)
_ABOUT_US_QUESTION = "Deze zinnen gaan over jullie. Wat heeft je lezer eraan om dit te weten?"
_NOBODY = "Je spreekt hier niemand aan. Zo lijkt de tekst voor iedereen, en dus voor niemand."
_NOBODY_STEP = "Spreek één lezer aan met ‘je’ of ‘u’, en noem iets uit het leven van die lezer."


def rule(text: Draft) -> Reading:
    """Met when clauses about the reader outnumber those about the sender."""
    found = [*addressing(text)]
    reader, sender = sum(one.reader for one in found), sum(one.sender for one in found)
    to_reader = tuple(one.clause for one in found if one.reader > one.sender)
    to_sender = tuple(one.clause for one in found if one.sender and one.reader <= one.sender)
    # A tie goes to the reader when the text tells them what to do.
    if reader > sender or (reader == sender and any(act.order for act in acts(text))):
        return Reading(to_reader, _MET, _MET_QUESTION, met=True)
    if sender:
        return Reading(to_sender, _ABOUT_US, _ABOUT_US_QUESTION, met=False, next_step=_ABOUT_US_STEP)
    return Reading((), _NOBODY, "", met=False, next_step=_NOBODY_STEP)

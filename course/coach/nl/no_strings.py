"""Zonder voorwaarde: does a gift hang on details, a purchase, a favour or a clock?"""

from __future__ import annotations

from course.coach.criterion import Reading, varied
from course.coach.draft import Draft
from course.coach.nl.acts import of

_REASONS = {
    "data": "Wie eerst gegevens moet achterlaten, betaalt daarmee. Dan lijkt je gebaar op een ruil.",
    "purchase": "Wat pas na een aankoop komt, is eerder een aanbieding dan een cadeau.",
    "social": "Wat pas na een gunst komt, is eerder loon dan een cadeau.",
    "deadline": "Een klok of een maximum vraagt om haast, ook bij een cadeau.",
}
_QUESTIONS = {
    "data": (
        "Krijgt iemand dit ook zonder gegevens achter te laten?",
        "Wat zou je verliezen als je dit gewoon open neerlegt?",
    ),
    "purchase": (
        "Krijgt iemand dit ook als die vandaag niets koopt of afsluit?",
        "Noem je dit tegen een vriend een cadeau of een aanbieding?",
    ),
    "social": (
        "Krijgt iemand dit ook zonder iets voor je te delen, te volgen of te schrijven?",
        "Zou je dit ook geven aan iemand die daarna niets voor je doet?",
    ),
    "deadline": (
        "Wat krijgt iemand die dit pas volgende week leest?",
        "Waarvoor is deze grens nodig: voor je lezer of voor jou?",
    ),
}


def rule(text: Draft) -> Reading | None:
    """Points at a gift and its condition, and asks what happens without."""
    tied = of(text, "tied_gift")
    if not tied:
        return None
    gift = tied[0]
    near = range(gift.sentence.index - 1, gift.sentence.index + 2)
    strings = [act for act in of(text, "condition") if act.sort == gift.sort and act.sentence.index in near]
    return Reading((gift, *strings), _REASONS[gift.sort], varied(gift.sentence, _QUESTIONS[gift.sort]))

"""Zonder druk: does a sentence work with guilt, haste, scarcity or the fear of missing out?"""

from __future__ import annotations

from course.coach.criterion import Reading, varied
from course.coach.draft import Draft
from course.coach.nl.acts import of

_REASONS = {
    "guilt": "Wie zich schuldig voelt, geeft misschien één keer en mijdt je daarna.",
    "urgency": "Haast haalt de rust weg om zelf te kiezen, en laat wantrouwen achter.",
    "scarcity": "Schaarste die niet echt of niet na te gaan is, kost je vertrouwen.",
    "missing": "De angst om iets te missen drukt. Wat je lezer eraan heeft, overtuigt.",
}
_QUESTIONS = {
    "guilt": (
        "Hoe leest deze zin voor iemand die nee wil zeggen?",
        "Zou je dit zo zeggen tegen iemand die tegenover je aan tafel zit?",
    ),
    "urgency": (
        "Wat gebeurt er als je lezer hier een nacht over slaapt?",
        "Is deze haast echt, en kan je lezer dat nagaan?",
    ),
    "scarcity": (
        "Kan je lezer nagaan dat er echt niet meer zijn?",
        "Wat zou je schrijven als er genoeg van was?",
    ),
    "missing": (
        "Wat blijft er over als je alleen zegt wat je lezer eraan heeft?",
        "Hoe klinkt deze zin als je het voordeel noemt in plaats van het verlies?",
    ),
}


def rule(text: Draft) -> Reading | None:
    """Points at what may press, and asks how it reads on the other side."""
    found = of(text, "pressure")
    if not found:
        return None
    first = found[0]
    return Reading(tuple(found), _REASONS[first.sort], varied(first.sentence, _QUESTIONS[first.sort]))

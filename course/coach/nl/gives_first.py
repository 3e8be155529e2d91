"""Geeft vóór vraagt: what comes first, a gift or a request?"""

from __future__ import annotations

from course.coach.criterion import Reading, varied
from course.coach.draft import Draft
from course.coach.nl.acts import Act, of

# A greeting is shorter than this many words, and does not count as a sentence that came before.
GREETING = 4

_REASON = "Wie eerst iets krijgt, leest een vraag anders dan wie er meteen een voor de voeten krijgt."
_ASKED_AT_ONCE = (
    "Je vraagt al in de eerste zin iets. Heeft je lezer dan al iets in handen?",
    "Je begint met iets te vragen. Wat zou je in plaats daarvan als eerste kunnen geven?",
)
_ASKED = (
    "Hier vraag je iets. Wat heeft je lezer tot dat punt al van je gekregen?",
    "Stel dat je lezer vlak vóór deze zin stopt met lezen. Wat heeft die dan al in handen?",
)
_GIVEN_THEN_ASKED = (
    "Wat houdt je lezer over als die nee zegt op je vraag?",
    "Zou je dit ook geven als je daarna niets te vragen had?",
)
_GIVEN = (
    "Is dit iets waar je lezer vandaag al wat mee kan?",
    "Wat doet je lezer hier vanmiddag mee, ook zonder iets van jullie te kopen?",
    "Zou je lezer dit bewaren als de rest van de tekst wegviel?",
    "Wie heeft hier het meest aan: je lezer of jij?",
)


def rule(text: Draft) -> Reading | None:
    """Points at the first request and the first gift, and asks about their order."""
    asks, gifts = of(text, "request")[:1], of(text, "gift", "advice")[:1]
    if not asks and not gifts:
        return None
    first = min(asks + gifts, key=lambda act: act.start)
    if not asks:
        question: tuple[str, ...] = _GIVEN
    elif first.kind != "request":
        question = _GIVEN_THEN_ASKED
    else:
        question = _ASKED_AT_ONCE if _opens(text, first) else _ASKED
    return Reading((*asks, *gifts), _REASON, varied(first.sentence, question))


def _opens(text: Draft, act: Act) -> bool:
    """Whether nothing but a greeting comes before it."""
    return all(len(text.words(sentence)) < GREETING for sentence in text.sentences[: act.sentence.index])

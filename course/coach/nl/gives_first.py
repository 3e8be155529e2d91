"""Geeft vóór vraagt: something of use is offered before the first request."""

from __future__ import annotations

from itertools import islice

from course.coach.criterion import Verdict
from course.coach.nl import lexicon
from course.coach.nl.acts import Act, asking, giving, is_paid, is_stuffed
from course.coach.nl.naming import named
from course.coach.nl.no_pressure import pushing
from course.coach.nl.no_strings import is_tied
from course.coach.nl.selling import in_sales, is_sale, sells
from course.coach.nl.service import is_service
from course.coach.text import Sentence, Text

# Service information counts when it names this many things.
INFORMS = 4

_GIVEN = "Je lezer heeft iets in handen voordat je iets vraagt. Dat maakt een latere vraag lichter."
_ONLY_GIVEN = "Je geeft iets en vraagt er niets voor. Zo is het gebaar op zichzelf iets waard."
_ASKED = "Je vraagt al iets voordat je lezer er iets aan heeft. Dan begint het contact met een rekening."
_SOLD = "Wat je hier aanbiedt, moet je lezer kopen of verdienen. Dat mag, maar het is geen geven."
_NOTHING = (
    "Ik zie nog niets waar je lezer vandaag iets aan heeft. Zonder gebaar valt er niets terug te geven."
)
_ASK_STEP = (
    "Begin met een tip, antwoord of hulpmiddel waar je lezer meteen iets aan heeft, en schuif je vraag "
    "naar het eind."
)
_SOLD_STEP = (
    "Zet vooraan iets wat je lezer ook zonder aankoop kan gebruiken, bijvoorbeeld één advies dat meteen"
    " werkt."
)
_NOTHING_STEP = (
    "Voeg één ding toe dat je lezer vandaag kan gebruiken: een tip, een voorbeeld of een antwoord op "
    "een vraag die leeft."
)


def judge(text: Text) -> Verdict:
    """Met when the first gift comes before the first request."""
    asks = asking(text)
    real = (act for act in giving(text) if _counts(text, act, bool(asks)))
    gifts = [] if is_stuffed(text) else [*islice(real, 2)] or _news(text)
    if gifts and not (asks and asks[0].start <= gifts[0].start):
        return Verdict(True, tuple(act.span for act in gifts), _GIVEN if asks else _ONLY_GIVEN)
    if asks and gifts:
        return Verdict(False, (asks[0].span,), _ASKED, _ASK_STEP)
    sold = [act for act in giving(text) if act.kind == "give"]
    if sold and not asks:
        return Verdict(False, (sold[0].span,), _SOLD, _SOLD_STEP)
    if asks:
        return Verdict(False, (asks[0].span,), _ASKED, _ASK_STEP)
    return Verdict(False, (), _NOTHING, _NOTHING_STEP)


def _news(text: Text) -> list[Act]:
    """Service information that is no sale: when, where and how the reader is helped."""
    if is_paid(text) or sells(text):
        return []
    pushed = pushing(text)
    news = (
        Act("knowledge", sentence, sentence)
        for sentence in text.sentences
        if is_service(text, sentence)
        and sentence.index not in pushed
        and named(text, sentence) >= INFORMS
        and not is_tied(text, sentence)
        and _is_useful(text, sentence)
    )
    return [*islice(news, 2)]


def _is_useful(text: Text, sentence: Sentence) -> bool:
    """Whether news says to the reader, or says when and where; "Marloes stopt na dertig jaar" does neither."""
    if not lexicon.words("office", "reader").isdisjoint(text.words(sentence)):
        return True
    return bool(lexicon.phrases("give", "when_where").first(text.plain, sentence.start, sentence.end))


def _counts(text: Text, act: Act, asks: bool) -> bool:
    """Whether an act is a gift: not sold, not bait, not about the sender."""
    where = act.sentence
    if act.kind == "advice":
        return _is_advice(text, act) and (act.specific or not asks)
    if is_paid(text) or in_sales(text, where) or is_tied(text, where) or (asks and not act.specific):
        return False
    if act.kind in ("knowledge", "attention") and sells(text):
        return False
    barred = "price" if act.kind == "give" else "boast"
    return not lexicon.phrases("give", barred).first(text.plain, where.start, where.end)


def _is_advice(text: Text, act: Act) -> bool:
    """Whether an order says what to do; a slogan and a sales line do not."""
    if is_sale(text, act.sentence) or (act.sentence.asks and not act.specific):
        return False
    return not any(
        lexicon.phrases(file, "slogan").at(text.plain, act.span.start, act.sentence.end)
        for file in ("give", "sell")
    )

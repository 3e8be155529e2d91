"""Concreet: the text names what is given or offered, and what it is good for.

What a sentence names is what is left of it without function words, vague words and abstract words
(lexicon/abstract.toml). Only sentences that give, advise, offer or inform count; a story, a request or a
reproach can be vivid and still offer nothing.
"""

from __future__ import annotations

import re

from course.coach.criterion import Verdict
from course.coach.nl import lexicon
from course.coach.nl.acts import acts, asking, is_stuffed
from course.coach.nl.naming import named
from course.coach.nl.no_pressure import pushing
from course.coach.nl.service import is_service
from course.coach.text import Sentence, Span, Text

# Points: one for each thing named or figure given. With a use near it, fewer are needed.
RICH = 8
NAMED = 3
# A text that names less than one thing in so many words is mostly air, unless it is rich.
THINNEST = 12

_MET = "Je noemt wat je geeft en waar het goed voor is. Zo ziet je lezer voor zich wat die eraan heeft."
_NO_THING = (
    "Ik kan niet aanwijzen wat je lezer precies krijgt. Een vage belofte kun je niet gebruiken en "
    "onthoud je niet."
)
_NO_USE = "Je noemt wel iets, maar niet wat je lezer ermee kan. Juist dat maakt het de moeite waard."
_THING_STEP = "Noem het ding zelf: welk advies, welk hulpmiddel, hoeveel, en voor welke situatie."
_USE_STEP = "Vul aan met ‘zodat je …’ of ‘handig als je …’, en noem een situatie uit het leven van je lezer."


def judge(text: Text) -> Verdict:
    """Met when enough is named, or something is named with its use near it."""
    telling = [] if is_stuffed(text) else [(named(text, s), s) for s in _substance(text)]
    points = sum(count for count, _ in telling)
    best = sorted(telling, key=lambda pair: -pair[0])[:2]
    seen = tuple(sorted((sentence for count, sentence in best if count), key=lambda s: s.start))
    if points >= RICH:
        return Verdict(True, seen, _MET)
    use = next((use for count, sentence in telling if count for use in _use(text, sentence)), None)
    length = sum(len(text.words(sentence)) for _, sentence in telling)
    if points >= NAMED and use and points * THINNEST >= length:
        return Verdict(True, (*seen, use), _MET)
    if points >= NAMED:
        return Verdict(False, seen, _NO_USE, _USE_STEP)
    promised = tuple(act.span for act in acts(text) if act.kind == "give")
    return Verdict(False, promised[:1], _NO_THING, _THING_STEP)


def _substance(text: Text) -> list[Sentence]:
    """The sentences that give, advise, offer or inform."""
    telling = {act.sentence.index for act in acts(text) if act.kind in ("give", "advice", "knowledge")}
    pushed = pushing(text)
    asks = asking(text)
    # After a request, loose facts are about the request ("Het is een avondje"), not about a gift.
    until = asks[0].start if asks and not telling else len(text.norm)
    found = []
    for sentence in text.sentences:
        offer = lexicon.phrases("give", "offer").first(text.plain, sentence.start, sentence.end)
        bill = lexicon.phrases("give", "bill").first(text.plain, sentence.start, sentence.end)
        informs = sentence.start < until and sentence.index not in pushed and is_service(text, sentence)
        if sentence.index in telling or (offer and not bill) or informs:
            found.append(sentence)
    return found


def _use(text: Text, thing: Sentence) -> tuple[Span, ...]:
    """What it is good for: said near it, or asked just before ("Beslagen ramen? Zet…")."""
    last = len(text.sentences) - 1
    earlier = text.sentences[max(0, thing.index - 3) : thing.index]
    problem = [sentence for sentence in earlier if sentence.asks]
    if problem:
        return (problem[-1],)
    start = (earlier[-1] if earlier else thing).start
    end = text.sentences[min(last, thing.index + 4)].end
    for match in lexicon.phrases("give", "use").find(text.plain, start, end):
        sentence = text.sentence_at(match.start())
        if not lexicon.phrases("give", "boast").first(
            text.plain, match.start(), min(match.end() + 12, sentence.end)
        ):
            return (Span(match.start(), _clause_end(text, match.end(), sentence.end)),)
    return ()


def _clause_end(text: Text, start: int, end: int) -> int:
    stop = re.compile(r"[,;:.!?\n]").search(text.norm, start, end)
    return stop.start() if stop else end

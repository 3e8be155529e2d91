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
from course.coach.nl.naming import named, things
from course.coach.nl.offering import offering, wants
from course.coach.text import Sentence, Span, Text

# Points: one for each thing named or figure given. The nearer its use, the fewer are needed.
RICH, NAMED, FITTED = 4, 3, 4
# Things in sentences that give or advise speak for themselves, when nothing is asked in return.
GIVEN = 3
# Of so many words one must name something, or the text is mostly air.
DENSE, THIN = 7, 12

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
    telling = [] if is_stuffed(text) else [(named(text, s), s) for s in offering(text)]
    points = sum(count for count, _ in telling)
    best = sorted(telling, key=lambda pair: -pair[0])[:2]
    seen = tuple(sorted((sentence for count, sentence in best if count), key=lambda s: s.start))
    length = sum(len(text.words(sentence)) for _, sentence in telling)
    named_things = sum(things(text, sentence) for _, sentence in telling)
    use = next((use for count, sentence in telling if count for use in _use(text, sentence)), None)
    apart = named_things - (things(text, use) if use else 0)
    if use and apart and points >= NAMED and named_things > 1 and points * THIN >= length:
        return Verdict(True, (*seen, use), _MET)
    speaking = [sentence for count, sentence in telling if count]
    if (apart or not use) and points * DENSE >= length and _speaks(text, speaking, points, named_things):
        return Verdict(True, seen, _MET)
    if points >= NAMED:
        return Verdict(False, seen, _NO_USE, _USE_STEP)
    promised = tuple(act.span for act in acts(text) if act.kind == "give")
    return Verdict(False, promised[:1], _NO_THING, _THING_STEP)


def _speaks(text: Text, telling: list[Sentence], points: int, named_things: int) -> bool:
    """What is named shows its own use: it is rich, it fits a situation, or it is plainly given."""
    if points >= RICH and named_things >= NAMED:
        return True
    strong = {act.sentence.index for act in acts(text) if act.kind in ("give", "advice")}
    given = sum(things(text, sentence) for sentence in telling if sentence.index in strong)
    fits = any(
        lexicon.phrases("abstract", "situation").first(text.plain, sentence.start, sentence.end)
        for sentence in telling
    )
    if fits and points >= FITTED and named_things > 1:
        return True
    return given >= GIVEN and not asking(text)


def _use(text: Text, thing: Sentence) -> tuple[Span, ...]:
    """What it is good for: said near it, or asked just before ("Beslagen ramen? Zet…")."""
    last = len(text.sentences) - 1
    earlier = text.sentences[max(0, thing.index - 3) : thing.index]
    problem = [sentence for sentence in earlier if sentence.asks and not wants(text, sentence)]
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

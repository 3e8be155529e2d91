"""Concreet: the text names what is given or offered, and what it is good for."""

from __future__ import annotations

import re

from course.coach.criterion import Verdict
from course.coach.nl import lexicon
from course.coach.nl.acts import Act, acts, content_words, is_stuffed
from course.coach.text import Span, Text

_NUMBER = re.compile(r"\d+")
_MET = "Je noemt wat je geeft en waar het goed voor is. Zo ziet je lezer voor zich wat die eraan heeft."
_NO_THING = (
    "Ik kan niet aanwijzen wat je lezer precies krijgt. Een vage belofte kun je niet gebruiken en "
    "onthoud je niet."
)
_NO_USE = "Je noemt wel iets, maar niet wat je lezer ermee kan. Juist dat maakt het de moeite waard."
_THING_STEP = "Noem het ding zelf: welk advies, welk hulpmiddel, hoeveel, en voor welke situatie."
_USE_STEP = "Vul aan met ‘zodat je …’ of ‘handig als je …’, en noem een situatie uit het leven van je lezer."


def judge(text: Text) -> Verdict:
    """Met when something is named, and its use is named near it."""
    things = [] if is_stuffed(text) else _things(text)
    for thing, rich in things:
        use = _use(text, thing)
        if use or rich:
            return Verdict(True, (thing.span, *use), _MET)
    if things:
        return Verdict(False, (things[0][0].span,), _NO_USE, _USE_STEP)
    promised = tuple(act.span for act in acts(text) if act.kind == "give")
    return Verdict(False, promised[:1], _NO_THING, _THING_STEP)


def _things(text: Text) -> list[tuple[Act, bool]]:
    """What is named, and whether its figures say enough by themselves."""
    found = []
    named: set[int] = set()
    for act in acts(text):
        if act.kind in ("give", "advice") and act.specific and act.sentence.index not in named:
            named.add(act.sentence.index)
            found.append((act, False))
    for sentence in text.sentences:
        offer = lexicon.phrases("give", "offer").first(text.plain, sentence.start, sentence.end)
        bill = lexicon.phrases("give", "bill").first(text.plain, sentence.start, sentence.end)
        if offer and not bill and len(content_words(text, sentence)) >= 2:
            rich = len(_NUMBER.findall(text.norm, sentence.start, sentence.end)) >= 3
            found.append((Act("offer", sentence, sentence), rich))
    return found


def _use(text: Text, thing: Act) -> tuple[Span, ...]:
    """What it is good for: said near it, or asked just before ("Beslagen ramen? Zet…")."""
    last = len(text.sentences) - 1
    earlier = text.sentences[max(0, thing.sentence.index - 3) : thing.sentence.index]
    problem = [sentence for sentence in earlier if sentence.asks]
    if problem and thing.kind == "advice":
        return (problem[-1],)
    start = (earlier[-1] if earlier else thing.sentence).start
    end = text.sentences[min(last, thing.sentence.index + 4)].end
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

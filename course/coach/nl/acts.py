"""What a Dutch text does, act by act: it gives, asks, ties, presses, advises or promises.

An act is read from a few precise phrases (``phrases.toml``): what they miss costs a question, what they mark wrongly
costs trust. The criteria are rules over acts; only `readable` counts words itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

import course.coach.nl.lexicon as lexicon
from course.coach.draft import Clause, Draft, Sentence, Span
from course.coach.nl.imperative import is_condition, opening, order_end
from course.coach.nl.negation import negated


@dataclass(frozen=True)
class Act(Span):
    """One thing the text does, with the words it rests on.

    Args:
        kind: "gift" (the reader has it), "tied_gift" (it hangs on a condition), "advice" (an order that serves the
            reader), "request" (it serves the sender), "condition", "pressure", or "promise" (nothing is named).
        sentence: where it stands.
        sort: of a condition, and of the gift tied to it, "data", "purchase", "social" or "deadline"; of pressure
            "urgency", "scarcity", "missing" or "guilt".
        order: whether it is an imperative, which speaks to the reader by itself.
    """

    kind: str
    sentence: Sentence
    sort: str = ""
    order: bool = False


@lru_cache(maxsize=8)
def acts(text: Draft) -> tuple[Act, ...]:
    """All acts, in reading order."""
    conditions = [act for sort in lexicon.sorts("condition") for act in _find(text, "condition", sort)]
    by_sentence: dict[int, Act] = {act.sentence.index: act for act in reversed(conditions)}
    gifts = [_tie(text, gift, by_sentence) for gift in _find(text, "gift") if not _is_hollow(text, gift)]
    pressure = [act for sort in lexicon.sorts("pressure") for act in _pressure(text, sort)]
    found = [*_orders(text), *_statements(text), *gifts, *conditions, *pressure, *_find(text, "promise")]
    return tuple(sorted(found, key=lambda act: (act.start, act.kind)))


def of(text: Draft, *kinds: str) -> list[Act]:
    """The acts of some kinds, in reading order."""
    return [act for act in acts(text) if act.kind in kinds]


def has(text: Draft, span: Span, act: str, sort: str = "") -> bool:
    """Whether a phrase of that act stands in `span`."""
    return lexicon.phrases(act, sort).first(text.plain, span.start, span.end) is not None


def _find(text: Draft, kind: str, sort: str = "") -> Iterator[Act]:
    for match in lexicon.phrases(kind, sort).find(text.plain):
        sentence = text.sentence_at(match.start())
        if not negated(text, match.start(), match.end(), sentence):
            yield Act(match.start(), match.end(), kind, sentence, sort)


def _orders(text: Draft) -> Iterator[Act]:
    """The imperatives; one that is joined to a request is a request too ("Bel ons en leg uit …")."""
    before: Act | None = None
    for clause in text.clauses:
        if before and before.sentence is not clause.sentence:
            before = None
        act = _order(text, clause, before)
        if act:
            yield act
            before = act


def _order(text: Draft, clause: Clause, before: Act | None) -> Act | None:
    start, sentence = opening(text, clause), clause.sentence
    asked = lexicon.phrases("request", "order").at(text.plain, start, sentence.end)
    if asked and not is_condition(text, clause, start):
        end, asks = max(clause.end, asked.end()), True
    elif order_end(text, clause, before is not None) is not None:
        end = clause.end
        # "Hou onze pagina in de gaten": an order about what is ours serves us.
        ours = not lexicon.words("sender").isdisjoint(text.words(Span(start, end)))
        asks = ours or (before is not None and before.kind == "request")
    else:
        return None
    kind = "request" if asks and not has(text, sentence, "request", "free") else "advice"
    return Act(start, end, kind, sentence, order=True)


def _statements(text: Draft) -> Iterator[Act]:
    for match in lexicon.phrases("request", "statement").find(text.plain):
        sentence = text.sentence_at(match.start())
        denied = negated(text, match.start(), match.end(), sentence, verb=True)
        if not denied and not has(text, sentence, "request", "free"):
            yield Act(match.start(), match.end(), "request", sentence)


def _is_hollow(text: Draft, gift: Act) -> bool:
    """A bill, a discount, "gratis" that is denied: getting that is no gift."""
    near = Span(max(gift.sentence.start, gift.start - 20), min(gift.sentence.end, gift.end + 40))
    return has(text, near, "no_gift")


def _tie(text: Draft, gift: Act, conditions: dict[int, Act]) -> Act:
    """The gift, tied when a condition stands in its sentence or, linked to it, in a neighbouring one."""
    here = gift.sentence.index
    if here in conditions and not has(text, gift.sentence, "link", "apart"):
        return _tied(gift, conditions[here])
    for there, link in ((here + 1, "after"), (here - 1, "before")):
        if there in conditions:
            beside = text.sentences[there]
            linked = beside if link == "after" else gift.sentence
            if has(text, linked, "link", link) and not has(text, beside, "link", "apart"):
                return _tied(gift, conditions[there])
    return gift


def _tied(gift: Act, condition: Act) -> Act:
    return replace(gift, kind="tied_gift", sort=condition.sort)


def _pressure(text: Draft, sort: str) -> Iterator[Act]:
    for act in _find(text, "pressure", sort):
        before = text.sentences[max(0, act.sentence.index - 1)]
        if has(text, Span(before.start, act.sentence.end), "calm", "serious"):
            continue
        talk = has(text, Span(act.sentence.start, act.start), "calm", "talk")
        if not talk and not (sort == "guilt" and has(text, act.sentence, "calm", "understood")):
            yield act

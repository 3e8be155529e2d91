"""What a text does, sentence by sentence: it asks, gives, advises, informs or pays attention.

Each act has the words it rests on. The criteria reason about acts, not about loose words.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from course.coach.nl import lexicon
from course.coach.nl.imperative import advice, is_condition, opening
from course.coach.nl.negation import negated
from course.coach.text import Clause, Sentence, Span, Text

GIVING = ("give", "advice", "knowledge", "attention")


@dataclass(frozen=True)
class Act:
    """One thing the text does.

    Args:
        kind: "ask", "give", "advice", "knowledge" or "attention".
        span: the clause it stands in, from its first telling word.
        sentence: the sentence it stands in.
        specific: whether it names anything ("een lijst met…" does, "iets leuks" does not).
        order: whether it is an imperative, which speaks to the reader by itself.
    """

    kind: str
    span: Span
    sentence: Sentence
    specific: bool = True
    order: bool = False

    @property
    def start(self) -> int:
        """Where it begins, to put acts in reading order."""
        return self.span.start


@lru_cache(maxsize=8)
def acts(text: Text) -> tuple[Act, ...]:
    """All acts, in reading order."""
    found: list[Act] = []
    before: Act | None = None
    for clause in text.clauses:
        if before and before.sentence is not clause.sentence:
            before = None
        act = _imperative(text, clause, before)
        if act:
            found.append(act)
            before = act
    for sentence in text.sentences:
        found += _requests(text, sentence)
        for kind in ("give", "knowledge", "attention"):
            found += _gives(text, sentence, kind)
        found += _answer(text, sentence)
    return tuple(sorted(found, key=lambda act: (act.start, act.kind)))


def _imperative(text: Text, clause: Clause, before: Act | None) -> Act | None:
    """The order in a clause; one that is joined to a request is a request too ("Bel ons en leg uit…")."""
    start, sentence = opening(text, clause), clause.sentence
    span = Span(start, clause.end)
    asked = lexicon.phrases("ask", "imperative").at(text.plain, start, sentence.end)
    if asked and not is_condition(text, clause, start) and not _serves_reader(text, sentence, asked.start()):
        return Act("ask", Span(start, max(clause.end, asked.end())), sentence, order=True)
    end = advice(text, clause, before is not None)
    if end is None:
        return None
    if (before and before.kind == "ask") or _serves_sender(text, sentence, span):
        return Act("ask", span, sentence, order=True)
    return Act(
        "advice", span, sentence, specific=bool(content_words(text, Span(end, sentence.end))), order=True
    )


def _serves_sender(text: Text, sentence: Sentence, span: Span) -> bool:
    """An order that is about what is ours: "Neem even de tijd voor ons onderzoek"."""
    ours = lexicon.phrases("ask", "ours").first(text.plain, span.start, span.end)
    free = lexicon.phrases("ask", "free_to_refuse").first(text.plain, sentence.start, sentence.end)
    return bool(ours) and not free


def _serves_reader(text: Text, sentence: Sentence, start: int) -> bool:
    """An order that is help or an invitation: a tool to use, "bel gerust", "bel dan de afdeling"."""
    if lexicon.phrases("ask", "tool").at(text.plain, start, sentence.end):
        return not lexicon.phrases("strings", "identity").first(text.plain, start, sentence.end)
    if lexicon.phrases("ask", "free_to_refuse").first(text.plain, sentence.start, sentence.end):
        return True
    before = text.sentences[sentence.index - 1] if sentence.index else None
    contact = lexicon.phrases("ask", "contact").at(text.plain, start, sentence.end)
    hurried = lexicon.phrases("pressure", "urgency").first(text.plain, sentence.start, sentence.end)
    needed = lexicon.phrases("ask", "in_case").first(text.plain, sentence.start, sentence.end)
    if contact and not hurried and (needed or (before and before.asks)):
        return True
    return bool(lexicon.phrases("ask", "prohibition").at(text.plain, start, sentence.end))


def _requests(text: Text, sentence: Sentence) -> list[Act]:
    free = lexicon.phrases("ask", "free_to_refuse").first(text.plain, sentence.start, sentence.end)
    if free:
        return []
    favour = _favour(text, sentence)
    return [*favour] + [
        Act("ask", Span(match.start(), match.end()), sentence)
        for match in lexicon.phrases("ask", "request").find(text.plain, sentence.start, sentence.end)
        if not negated(text, match.start(), match.end(), sentence, verb=True)
    ]


def _favour(text: Text, sentence: Sentence) -> list[Act]:
    """A question that opens with what it wants from the reader: "Kun jij zaterdag …?"."""
    if not sentence.asks:
        return []
    match = lexicon.phrases("ask", "question").first(text.plain, sentence.start, sentence.end)
    own = lexicon.phrases("ask", "own_need").first(text.plain, sentence.start, sentence.end)
    return [Act("ask", Span(match.start(), sentence.end), sentence)] if match and not own else []


def _gives(text: Text, sentence: Sentence, kind: str) -> list[Act]:
    found: dict[Span, Act] = {}
    if (
        kind == "give"
        and sentence.asks
        and lexicon.phrases("give", "bait").at(text.plain, sentence.start, sentence.end)
    ):
        return []
    for match in lexicon.phrases("give", kind).find(text.plain, sentence.start, sentence.end):
        if kind == "give" and _is_empty(text, match.start(), match.end(), sentence):
            continue
        clause = clause_around(text, sentence, match.start(), match.end())
        if clause not in found:
            found[clause] = Act(kind, clause, sentence, specific=bool(content_words(text, clause)))
    return [*found.values()]


def _answer(text: Text, sentence: Sentence) -> list[Act]:
    """A plain answer to a question about the reader: "Je band is lek? In de kelder hangt een pomp."."""
    before = text.sentences[sentence.index - 1] if sentence.index else None
    if not before or not before.asks or sentence.asks or _requests(text, before) or _requests(text, sentence):
        return []
    start, end = before.start, sentence.end
    if lexicon.phrases("give", "bait").at(text.plain, start, before.end):
        return []
    about_us = lexicon.words("office", "sender").intersection(text.words(Span(start, end)))
    pushes = any(
        lexicon.phrases("pressure", kind).first(text.plain, start, end)
        for kind in ("missing", "urgency", "guilt")
    )
    if about_us or pushes or lexicon.phrases("give", "price").first(text.plain, start, end):
        return []
    words = content_words(text, sentence)
    return [Act("knowledge", sentence, sentence, specific=len(words) > 1)] if len(words) > 1 else []


def _is_empty(text: Text, start: int, end: int, sentence: Sentence) -> bool:
    """A bill, a discount, "je krijgt geen…": getting that is no gift."""
    if negated(text, start, end, sentence, verb=True):
        return True
    if lexicon.phrases("give", "denied").at(text.plain, end + 1, sentence.end):
        return True
    return any(
        match.start() <= end + 30 and match.end() >= start
        for match in lexicon.phrases("give", "hollow").find(
            text.plain, max(sentence.start, start - 30), min(sentence.end, end + 60)
        )
    )


@lru_cache(maxsize=8)
def _by_sentence(text: Text) -> dict[int, list[Clause]]:
    table: dict[int, list[Clause]] = {}
    for clause in text.clauses:
        table.setdefault(clause.sentence.index, []).append(clause)
    return table


def clause_around(text: Text, sentence: Sentence, start: int, end: int) -> Span:
    """The clause or clauses that hold a match."""
    low, high = start, end
    for clause in _by_sentence(text).get(sentence.index, ()):
        if clause.start <= start < clause.end:
            low = min(low, clause.start)
        if clause.start < end <= clause.end:
            high = max(high, clause.end)
            break
    while low < high and not text.norm[low].isalnum():
        low += 1
    return Span(low, high)


def content_words(text: Text, span: Span) -> list[str]:
    """The words in `span` that name something."""
    empty = lexicon.words("give", "filler") | lexicon.words("give", "vague")
    return [word for word in text.words(span) if len(word) > 2 and word not in empty]


def giving(text: Text) -> list[Act]:
    """The acts that give something, in reading order."""
    return [act for act in acts(text) if act.kind in GIVING]


@lru_cache(maxsize=8)
def asking_sentences(text: Text) -> frozenset[int]:
    """The sentences that ask something, by index."""
    return frozenset(act.sentence.index for act in asking(text))


def asking(text: Text) -> list[Act]:
    """The acts that ask something, in reading order."""
    return [act for act in acts(text) if act.kind == "ask"]


@lru_cache(maxsize=8)
def is_stuffed(text: Text) -> bool:
    """Whether one sentence keeps repeating gift words, as nobody speaks."""
    for sentence in text.sentences:
        gifts = list(lexicon.phrases("strings", "gift").find(text.plain, sentence.start, sentence.end))
        count = len(text.words(sentence))
        if len(gifts) >= 4 and len(gifts) * 8 > count:
            return True
    return False


def is_paid(text: Text) -> bool:
    """Whether the text sells: it names a price and calls nothing free."""
    if lexicon.phrases("strings", "gift").first(text.plain):
        return False
    return any(
        not lexicon.phrases("give", "no_price").first(text.plain, sentence.start, sentence.end)
        for sentence in text.sentences
        if lexicon.phrases("give", "price").first(text.plain, sentence.start, sentence.end)
    )

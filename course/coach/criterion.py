"""A criterion: what it is called, the rule that reads a text, and whether it may judge."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from course.coach.draft import Draft, Sentence, Span
from course.coach.finding import Finding, Passage

MOST_PASSAGES = 3


@dataclass(frozen=True)
class Reading:
    """What a rule reads in a text.

    Args:
        spans: what it is about; whole sentences are shown.
        reason: why it matters.
        question: what to ask the reader when the coach may not judge.
        met: what the rule would judge; None when it only asks.
        next_step: what to do when it is not met.
    """

    spans: tuple[Span, ...]
    reason: str
    question: str
    met: bool | None = None
    next_step: str = ""


@dataclass(frozen=True)
class Criterion:
    """One thing the coach looks at.

    Args:
        id: the same in every language.
        title: as the reader sees it.
        rule: from a text to a reading; None when there is nothing to look at.
        reliable: whether it was measured to agree with people on texts that it had never seen, see
            `course.coach.reliability`. Until then it only asks.
    """

    id: str
    title: str
    rule: Callable[[Draft], Reading | None]
    reliable: bool

    def read(self, text: Draft) -> Finding | None:
        """What this criterion says about `text`; None when it has nothing to say."""
        reading = self.rule(text)
        if reading is None:
            return None
        passages = _passages(text, reading.spans)
        if self.reliable and reading.met is not None:
            if reading.met:
                return Finding(self.id, self.title, "seen", passages, reading.reason)
            return Finding(
                self.id, self.title, "not_yet", passages, reading.reason, next_step=reading.next_step
            )
        if not passages:
            return None
        return Finding(self.id, self.title, "look", passages, reading.reason, question=reading.question)


def varied(sentence: Sentence, wordings: Sequence[str]) -> str:
    """One of several wordings: another sentence gets another one, the same text always the same."""
    return wordings[sentence.index % len(wordings)]


def _passages(text: Draft, spans: Iterable[Span]) -> tuple[Passage, ...]:
    """The sentences that hold the spans: the first few of them, each once, in reading order."""
    indexes = dict.fromkeys(text.sentence_at(span.start).index for span in spans)
    sentences = [text.sentences[index] for index in sorted([*indexes][:MOST_PASSAGES])]
    return tuple(Passage(one.start, one.end, text.raw[one.start : one.end]) for one in sentences)

"""A criterion: an id, a title in the reader's language, and how a text is judged."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from course.coach.finding import Finding
from course.coach.text import Span, Text

MOST_QUOTES = 3
LONGEST_QUOTE = 400


@dataclass(frozen=True)
class Verdict:
    """What a language says about one text: met or not, where it saw that, why, and what to do."""

    met: bool
    seen: tuple[Span, ...]
    reason: str
    next_step: str = ""


@dataclass(frozen=True)
class Criterion:
    """One thing the coach looks at.

    Args:
        id: the same in every language.
        title: as the reader sees it.
        judge: from a text to a verdict.
    """

    id: str
    title: str
    judge: Callable[[Text], Verdict]

    def read(self, text: Text) -> Finding:
        """What this criterion says about `text`."""
        verdict = self.judge(text)
        step = "" if verdict.met else verdict.next_step
        return Finding(self.id, self.title, verdict.met, _quotes(text, verdict.seen), verdict.reason, step)


def _quotes(text: Text, spans: Iterable[Span]) -> list[str]:
    """The passages, each once, in the writer's words."""
    quotes: list[str] = []
    for span in spans:
        quote = text.quote(span)[:LONGEST_QUOTE].strip()
        if quote and quote not in quotes:
            quotes.append(quote)
    return quotes[:MOST_QUOTES]

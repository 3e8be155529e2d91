"""Phrases of a lexicon, found in a text.

A phrase is written as it is said, with four signs:

- `*` stands for any ending or beginning of a word: `bestel*`, `*formulier`;
- `..` stands for up to six words: `meld .. aan`;
- `[even]` is a word that may be absent;
- `<je>` stands for a group that the lexicon names.

Everything else is a regular expression for one word, such as `(geef|geeft)`. Gaps and endings are bounded
or possessive, so a search takes time in proportion to the text, whatever the text is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

_BETWEEN = r"[^\w.!?;:\n]{1,3}"
_GAP = rf"(?:{_BETWEEN}\w++){{0,6}}?"


class Phrases:
    """A list of phrases that is compiled when it is first used."""

    def __init__(self, phrases: Iterable[str], groups: Mapping[str, str] | None = None) -> None:
        self.phrases = tuple(phrases)
        self.groups = groups or {}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        body = "|".join(self._translate(phrase) for phrase in self.phrases)
        return re.compile(rf"(?<![\w'])(?:{body})(?!\w)" if body else r"(?!)")

    def _translate(self, phrase: str) -> str:
        for name, group in self.groups.items():
            phrase = phrase.replace(f"<{name}>", f"({group})")
        pattern, gap = "", ""
        for part in _tokens(phrase):
            if part == "..":
                gap = _GAP
                continue
            pattern, before = pattern + gap, _BETWEEN if pattern else ""
            gap = ""
            if part.startswith("[") and part.endswith("]") and pattern:
                pattern += rf"(?:{before}(?:{_word(part[1:-1])}))?"
            else:
                pattern += rf"{before}{_word(part)}"
        return pattern

    def at(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """The phrase that begins exactly at `start`."""
        return self._pattern.match(text, start, end)

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Every phrase between `start` and `end`, in reading order."""
        return self._pattern.finditer(text, start, len(text) if end is None else end)

    def first(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first phrase between `start` and `end`."""
        return self._pattern.search(text, start, len(text) if end is None else end)


def _tokens(phrase: str) -> list[str]:
    """The words of a phrase; a group in parentheses is one word."""
    tokens, depth, start = [], 0, 0
    for index, char in enumerate(phrase):
        depth += (char in "([") - (char in ")]")
        if char == " " and depth == 0:
            tokens.append(phrase[start:index])
            start = index + 1
    return [token for token in (*tokens, phrase[start:]) if token]


def _word(token: str) -> str:
    token = re.sub(r"(?<![\])\\.])\*", r"\\w*", token)
    return re.sub(r"\((?!\?)", "(?:", token).replace(" ", _BETWEEN)

"""A text as the coach reads it: sentences and clauses with offsets into the reader's own words.

Nothing here depends on a language, apart from the abbreviations that do not end a sentence. All
copies of the text have the same length, so an offset found in one is valid in every other.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property

_SHORT = (
    "bijv bv dhr mevr mw dr drs ing ir prof mr nr nrs tel kl ca incl excl evt enz etc resp art blz pag "
    "min max str jr sr st vgl zgn afd jan feb mrt apr aug sept okt nov dec ma di wo do vr za zo"
)
ABBREVIATIONS = frozenset(_SHORT.split())

# Spaces in disguise; the last four count as letters in Unicode and show nothing.
_BLANKS = "\t\v\f\r\u00a0\u2007\u2009\u202f\u200b\ufeff\u115f\u1160\u3164\uffa0"
_SPACES = str.maketrans(dict.fromkeys(_BLANKS, " "))
_QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "‛": "'"})
_TAG = re.compile(r"</?[a-zA-Z!][^<>\n]{0,300}>")
_BLOCK = re.compile(r"</?(?:p|br|li|ul|ol|div|h\d|tr|td|table|section)\b", re.IGNORECASE)
_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"]{1,2000}")
_QUOTED = re.compile(
    r"“[^“”\n]{2,300}”|„[^„”“\n]{2,300}[”“]|«[^«»\n]{2,300}»|\"[^\"\n]{2,300}\""
    r"|(?<![\w'])'(?!(?:s|t|n|k|m|r)\b)[^\s'\n](?:[^'\n]|'(?=\w)){1,300}'(?!\w)"
)
_EMOJI = "\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f"
# A run of marks is read once, from its first mark to its last, so a long row of "!" takes no more time than it is long.
_END = re.compile(
    rf"(?<![.!?…])[.!?…]++[\"'”»)\]]*+(?=\s|$|[{_EMOJI}])|\n++|(?<![{_EMOJI}])[{_EMOJI}]++(?=\s{{0,9}}[a-z])"
)
# A text without full stops is cut here, so the work per sentence stays bounded.
LONGEST_SENTENCE = 600
_CAPITAL = re.compile(r"\s{0,9}[A-Z]")
_CONTINUES = re.compile(r"[ ]*+[a-z]")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_CLAUSE = re.compile(
    rf"[,;:()\[\]•*|/{_EMOJI}]++|[–—]|\s-\s|\s(?=(?:en|of|maar|want|zodat|omdat|dus|waarna|waarbij|waarvoor|"
    r"waarmee|nadat|zodra|terwijl|als|wanneer|mits|tenzij|voordat|dan)\b)"
)


@dataclass(frozen=True)
class Span:
    """A stretch of the text, from `start` up to `end`."""

    start: int
    end: int


@dataclass(frozen=True)
class Sentence(Span):
    """A sentence; `asks` when it ends in a question mark."""

    index: int
    asks: bool


@dataclass(frozen=True)
class Clause(Span):
    """A piece of a sentence between commas, colons and conjunctions."""

    sentence: Sentence


@dataclass(eq=False)
class Draft:
    """The reader's text (`raw`) with copies that are easier to match in.

    `norm` is lower case without accents, tags and links; in `plain` quoted passages are blank too,
    because somebody else's words are no act of the writer.
    """

    raw: str
    norm: str = field(init=False, repr=False)
    plain: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        text = _TAG.sub(lambda m: ("\n" if _BLOCK.match(m[0]) else " ").ljust(len(m[0])), self.raw)
        self._cased = _URL.sub(lambda m: " " * len(m[0]), text.translate(_SPACES))
        self.norm = _fold(self._cased).translate(_QUOTES)
        quoted = sum(len(m[0]) for m in _QUOTED.finditer(self.norm))
        speaks_itself = quoted * 2 < len(self.norm.strip())
        self.plain = _QUOTED.sub(_blank, self.norm) if speaks_itself else self.norm

    def quote(self, span: Span) -> str:
        """The reader's own words in `span`, without space around them."""
        return self.raw[span.start : span.end].strip()

    @cached_property
    def sentences(self) -> list[Sentence]:
        """Sentences and loose lines, without space around them."""
        found: list[Sentence] = []
        start = 0
        for match in _END.finditer(self.norm):
            if match.start() >= start and self._ends(match):
                self._add(found, start, match.end())
                start = match.end()
        self._add(found, start, len(self.norm))
        return found

    def _ends(self, match: re.Match[str]) -> bool:
        mark, rest = match[0], match.end()
        if mark[0] == "\n":
            # A wrapped line goes on: lower case after a line without an end.
            before = self.norm[max(0, match.start() - 1) : match.start()]
            wrapped = _CONTINUES.match(self._cased, rest) and (before.isalnum() or before == ",")
            return not (mark == "\n" and wrapped)
        if mark[0] not in ".!?…":
            return bool(_CAPITAL.match(self._cased, rest))
        if mark[-1] in "\"'”»)]":
            return not _CONTINUES.match(self._cased, rest)
        if mark == ".":
            word = re.search(r"[\w.]{1,12}$", self.norm[max(0, match.start() - 12) : match.start()])
            if word and (word[0] in ABBREVIATIONS or re.fullmatch(r"\w(\.\w)*", word[0])):
                return word[0].isdigit() or not _CONTINUES.match(self._cased, rest)
        return True

    def _add(self, found: list[Sentence], start: int, end: int) -> None:
        while end - start > LONGEST_SENTENCE:
            space = self.norm.rfind(" ", start + 1, start + LONGEST_SENTENCE)
            cut = space if space > start else start + LONGEST_SENTENCE
            self._add(found, start, cut)
            start = cut
        piece = self.norm[start:end]
        start += len(piece) - len(piece.lstrip())
        end = start + len(piece.strip())
        if any(char.isalnum() for char in self.norm[start:end]):
            asks = "?" in self.norm[max(start, end - 4) : end]
            found.append(Sentence(start, end, len(found), asks))

    @cached_property
    def clauses(self) -> list[Clause]:
        """The clauses of all sentences, in reading order; quoted words do not count."""
        found = []
        for sentence in self.sentences:
            start = sentence.start
            for match in _CLAUSE.finditer(self.plain, sentence.start, sentence.end):
                found.append(Clause(start, match.start(), sentence))
                start = match.end()
            found.append(Clause(start, sentence.end, sentence))
        return [clause for clause in found if self.plain[clause.start : clause.end].strip()]

    def words(self, span: Span) -> list[str]:
        """The words in `span`, folded."""
        return _WORD.findall(self.norm, span.start, span.end)

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds `offset`."""
        low, high = 0, len(self.sentences) - 1
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.sentences[middle].start <= offset else (low, middle - 1)
        return self.sentences[low]


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _fold(text: str) -> str:
    """Lower case without accents, letter for letter."""
    if text.isascii():
        return text.lower()
    return "".join(char.lower() if char.isascii() else _base(char) for char in text)


def _base(char: str) -> str:
    base = unicodedata.normalize("NFD", char)[0].lower()
    return base if len(base) == 1 and char.isalpha() else char

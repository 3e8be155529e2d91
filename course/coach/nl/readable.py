"""Leesbaar: an indication of how much work the text is, and the sentence that costs the most.

The indication combines three things that any reader can check:

- the reading ease of Flesch as fitted to Dutch by W.H. Douma, *De leesbaarheid van landbouwbladen*
  (Wageningen, 1960): 206.84 - 0.77 x syllables per 100 words - 0.93 x words per sentence; higher is easier;
- the length of each sentence, where the items of a plain list count once ("een tent, sokken, een lamp");
- office words, jargon and very long words.

It is an indication and no language level: a formula sees length, not meaning.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from course.coach.criterion import Verdict
from course.coach.nl import lexicon
from course.coach.text import Sentence, Text

LONG_SENTENCE = 25
LONG_WORD = 14
HARD = 30.0

_VOWELS = re.compile(r"aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|oe|ie|ei|ij|ui|eu|au|ou|[aeiouy]")
_LIST_ITEM = re.compile(r",")
_TANGLE = re.compile(
    r"(?<!\w)(?:die|dat|waar\w*|omdat|hoewel|terwijl|nadat|voordat|zodra|zodat|mits|tenzij|aangezien|doordat|welke|hetgeen|indien|"
    r"alsmede|als|om|wat|zoals|of|maar|en)(?!\w)"
)
_MET = "De zinnen zijn te volgen bij één keer lezen. Deze zin vraagt nog het meest."
_LONG = "Deze zin vraagt te veel tegelijk. Je lezer moet het begin onthouden om het eind te begrijpen."
_OFFICE = "Deze zin klinkt als een formele brief. Je lezer moet hem eerst vertalen voor die hem begrijpt."
_JARGON = "In deze zin staan veel vakwoorden bij elkaar. Wie het vak niet kent, raakt de draad kwijt."
_DENSE = "Lange woorden en zinnen stapelen zich op. Deze zin kost je lezer het meest."
_LONG_STEP = "Knip deze zin in twee of drie zinnen, met in elke zin één gedachte."
_OFFICE_STEP = "Zeg deze zin hardop tegen iemand die je kent, en schrijf op wat je dan zegt."
_JARGON_STEP = "Vervang de vakwoorden door gewone woorden, of leg het ene woord dat echt nodig is kort uit."
_DENSE_STEP = "Maak deze zin korter en vervang het langste woord door een gewoon woord."


@dataclass(frozen=True)
class Load:
    """What one sentence asks of the reader."""

    sentence: Sentence
    length: int
    office: int
    jargon: int
    long_words: int
    joints: int

    @property
    def cost(self) -> float:
        """One number to rank sentences by."""
        return self.length + 3 * self.office + 3 * self.jargon + 2 * self.long_words + self.joints


def judge(text: Text) -> Verdict:
    """Met when no sentence is tangled and the words are everyday words."""
    loads = [load(text, sentence) for sentence in text.sentences]
    if not loads:
        return Verdict(True, (), "Er staat nog te weinig om iets over de zinnen te zeggen.")
    worst = max(loads, key=lambda load: load.cost)
    total = sum(len(text.words(load.sentence)) for load in loads)
    office, jargon = sum(load.office for load in loads), sum(load.jargon for load in loads)
    seen = (worst.sentence,)
    if jargon >= 3 and jargon * 14 >= total:
        return Verdict(False, (max(loads, key=lambda load: load.jargon).sentence,), _JARGON, _JARGON_STEP)
    if office >= 3 and office * 16 >= total:
        return Verdict(False, (max(loads, key=lambda load: load.office).sentence,), _OFFICE, _OFFICE_STEP)
    tangled = [load for load in loads if _is_tangled(load)]
    if tangled:
        return Verdict(False, (max(tangled, key=lambda load: load.cost).sentence,), _LONG, _LONG_STEP)
    if total >= 12 and flesch_douma(text) < HARD:
        return Verdict(False, seen, _DENSE, _DENSE_STEP)
    return Verdict(True, seen, _MET)


def _is_tangled(load: Load) -> bool:
    if load.length >= LONG_SENTENCE + 7:
        return True
    return load.length >= LONG_SENTENCE and load.joints + load.office + load.long_words >= 3


def load(text: Text, sentence: Sentence) -> Load:
    """How much one sentence asks."""
    words = text.words(sentence)
    pieces = [piece.split() for piece in _LIST_ITEM.split(text.norm[sentence.start : sentence.end])]
    items = [piece for piece in pieces[1:] if len(piece) <= 3]
    length = len(words)
    if len(items) >= 3:
        length -= sum(len(piece) - 1 for piece in items) + len(items) // 2
    office = sum(word in lexicon.words("office", "office") for word in words)
    office += sum(
        1 for _ in lexicon.phrases("office", "office_phrases").find(text.norm, sentence.start, sentence.end)
    )
    jargon = sum(word in lexicon.words("office", "jargon") for word in words)
    long_words = sum(len(word) >= LONG_WORD for word in words)
    joints = len(_TANGLE.findall(text.norm, sentence.start, sentence.end)) + max(
        0, len(pieces) - 1 - len(items)
    )
    return Load(sentence, length, office, jargon, long_words, joints)


def flesch_douma(text: Text) -> float:
    """The Flesch-Douma reading ease of the whole text."""
    words = [word for sentence in text.sentences for word in text.words(sentence)]
    if not words:
        return 100.0
    per_hundred = 100 * sum(map(syllables, words)) / len(words)
    return 206.84 - 0.77 * per_hundred - 0.93 * len(words) / len(text.sentences)


def syllables(word: str) -> int:
    """The vowel groups of a Dutch word, at least one."""
    return max(1, len(_VOWELS.findall(word[:60])))

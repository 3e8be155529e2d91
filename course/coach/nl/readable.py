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

import course.coach.nl.lexicon as lexicon
from course.coach.criterion import Reading
from course.coach.draft import Draft, Sentence

LONG_SENTENCE = 25
LONG_WORD = 14
HARD = 30.0
# The reading ease says little about fewer words than this.
ENOUGH = 12
# A heap is at least so many jargon or office words, and one in so many of all words.
HEAP, JARGON, OFFICE = 3, 14, 16

_VOWELS = re.compile(r"aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|oe|ie|ei|ij|ui|eu|au|ou|[aeiouy]")
_LIST_ITEM = re.compile(r",")
_TANGLE = re.compile(
    r"(?<!\w)(?:die|dat|waar\w*|omdat|hoewel|terwijl|nadat|voordat|zodra|zodat|mits|tenzij|aangezien|doordat|welke|hetgeen|indien|"
    r"alsmede|als|om|wat|zoals|of|maar|en)(?!\w)"
)
_QUESTION = "Lees deze zin één keer hardop. Waar moet je ademhalen, of terug naar het begin?"
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
    words: int
    length: int
    office: int
    jargon: int
    long_words: int
    joints: int

    @property
    def cost(self) -> float:
        """One number to rank sentences by."""
        return self.length + 3 * self.office + 3 * self.jargon + 2 * self.long_words + self.joints


def rule(text: Draft) -> Reading:
    """Met when no sentence is tangled and the words are everyday words."""
    loads = [load(text, sentence) for sentence in text.sentences]
    total = sum(load.words for load in loads)
    if _is_heaped(sum(load.jargon for load in loads), total, JARGON):
        return _unmet(max(loads, key=lambda load: load.jargon), _JARGON, _JARGON_STEP)
    if _is_heaped(sum(load.office for load in loads), total, OFFICE):
        return _unmet(max(loads, key=lambda load: load.office), _OFFICE, _OFFICE_STEP)
    worst = max(loads, key=lambda load: load.cost)
    tangled = [load for load in loads if _is_tangled(load)]
    if tangled:
        return _unmet(max(tangled, key=lambda load: load.cost), _LONG, _LONG_STEP)
    if total >= ENOUGH and flesch_douma(text) < HARD:
        return _unmet(worst, _DENSE, _DENSE_STEP)
    return Reading((worst.sentence,), _MET, _QUESTION, met=True)


def _unmet(load: Load, reason: str, step: str) -> Reading:
    return Reading((load.sentence,), reason, _QUESTION, met=False, next_step=step)


def _is_heaped(count: int, total: int, one_in: int) -> bool:
    return count >= HEAP and count * one_in >= total


def _is_tangled(load: Load) -> bool:
    if load.length >= LONG_SENTENCE + 7:
        return True
    return load.length >= LONG_SENTENCE and load.joints + load.office + load.long_words >= 3


def load(text: Draft, sentence: Sentence) -> Load:
    """How much one sentence asks."""
    words = text.words(sentence)
    pieces = [piece.split() for piece in _LIST_ITEM.split(text.norm[sentence.start : sentence.end])]
    items = [piece for piece in pieces[1:] if len(piece) <= 3]
    length = len(words)
    if len(items) >= 3:
        length -= sum(len(piece) - 1 for piece in items) + len(items) // 2
    office = sum(word in lexicon.words("office") for word in words)
    phrases = lexicon.phrases("office").find(text.norm, sentence.start, sentence.end)
    office += sum(1 for _ in phrases)
    jargon = sum(word in lexicon.words("jargon") for word in words)
    long_words = sum(len(word) >= LONG_WORD for word in words)
    joints = len(_TANGLE.findall(text.norm, sentence.start, sentence.end)) + max(
        0, len(pieces) - 1 - len(items)
    )
    return Load(sentence, len(words), length, office, jargon, long_words, joints)


def flesch_douma(text: Draft) -> float:
    """The Flesch-Douma reading ease of the whole text."""
    words = [word for sentence in text.sentences for word in text.words(sentence)]
    if not words:
        return 100.0
    per_hundred = 100 * sum(map(syllables, words)) / len(words)
    return 206.84 - 0.77 * per_hundred - 0.93 * len(words) / len(text.sentences)


def syllables(word: str) -> int:
    """The vowel groups of a Dutch word, at least one."""
    return max(1, len(_VOWELS.findall(word[:60])))

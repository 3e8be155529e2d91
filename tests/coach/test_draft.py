"""Sentences, clauses and phrases."""

import pytest

from course.coach.draft import Draft
from course.coach.nl import lexicon
from course.coach.nl.readable import flesch_douma, syllables
from course.coach.phrases import Phrases


def sentences(raw):
    text = Draft(raw)
    return [text.quote(sentence) for sentence in text.sentences]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Hoi. Dag!", ["Hoi.", "Dag!"]),
        ("Bel bijv. je zus. Of om 17.00 uur.", ["Bel bijv. je zus.", "Of om 17.00 uur."]),
        ("Neem mee:\n- een pen\n- papier", ["Neem mee:", "- een pen", "- papier"]),
        ("Dit is een regel die\ndoorloopt. Klaar", ["Dit is een regel die\ndoorloopt.", "Klaar"]),
        ("Laat ‘Mis dit niet!’ weg. Ja.", ["Laat ‘Mis dit niet!’ weg.", "Ja."]),
        ("Fijn 😀 Tot snel", ["Fijn 😀", "Tot snel"]),
        ("ik ❤ je", ["ik ❤ je"]),
        ("kom je? dan zet ik koffie", ["kom je?", "dan zet ik koffie"]),
        ("", []),
        ("😀", []),
    ],
)
def test_sentences(raw, expected):
    assert sentences(raw) == expected


def test_offsets_survive_letters_that_change_length():
    text = Draft("İ Één cadeau")
    assert len(text.norm) == len(text.raw)
    assert text.norm.endswith("een cadeau")


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("meld .. aan", "meld je vandaag aan", True),
        ("meld .. aan", "meld je vandaag. aan", False),
        ("meld .. aan", "meld een twee drie vier vijf zes zeven acht aan", False),
        ("*formulier", "het inschrijfformulier", True),
        ("nog [maar] <getal>", "nog maar 3", True),
        ("nog [maar] <getal>", "nog drie", True),
        ("nog [maar] <getal>", "nogmaar 3", False),
        ("(op is op|weg is weg)", "weg is weg", True),
    ],
)
def test_phrases(phrase, text, found):
    groups = {"getal": r"drie|\d+"}
    assert bool(Phrases([phrase], groups).first(text)) is found


@pytest.mark.parametrize(
    ("act", "sort"),
    [
        *((act, "") for act in ("gift", "no_gift", "promise", "use", "office")),
        *(
            (act, sort)
            for act in ("request", "condition", "link", "pressure", "calm", "address")
            for sort in lexicon.sorts(act)
        ),
    ],
)
def test_every_phrase_can_be_read(act, sort):
    phrases = lexicon.phrases(act, sort)
    assert phrases.phrases
    assert phrases.first("") is None
    assert all(phrase.count("(") == phrase.count(")") for phrase in phrases.phrases)


@pytest.mark.parametrize("mark", ["!", "?!", "...", "!)", "?”"])
def test_a_row_of_marks_ends_one_sentence(mark):
    assert sentences(f"Hoi{mark} Dag") == [f"Hoi{mark}", "Dag"]


def test_syllables():
    assert [syllables(word) for word in ("ja", "lezen", "leesbaarheid", "ooievaar", "zzp")] == [1, 2, 3, 3, 1]


def test_short_words_and_sentences_read_more_easily():
    assert flesch_douma(Draft("Je pakt je tas. Je gaat weg.")) > flesch_douma(
        Draft("Vergunningaanvragen behoeven gemeentelijke goedkeuring voorafgaand aan de bouwwerkzaamheden.")
    )

"""No text has a fault of a kind that was found before; and each rule finds the fault that it is for."""

from __future__ import annotations

import pytest

from course.authoring.opening import manuscript
from tests.authoring.texts import HEAD, SORT, put
from tests.model_answers import ROOT
from tests.modules.faults import (
    RULES,
    card_holds_its_bins_word,
    law_without_article,
    two_definitions,
    two_people_with_one_name,
    unbalanced_quotation,
)
from tests.modules.named import named
from tests.texts import TEXTS

CAST = ROOT / "modules" / "cast.md"


def name_of(text):
    return f"{text.path.relative_to(ROOT).parts[0]}-{text.header.language}-{text.path.stem}"


CASES = [(f"{rule.__name__}-{name_of(text)}", (rule, text)) for rule in RULES for text in TEXTS]


@pytest.mark.parametrize("case", named(CASES))
def test_no_text_has_a_fault_that_can_be_told(case):
    rule, text = case
    assert rule(text) == []


@pytest.mark.skipif(not CAST.is_file(), reason="there is no list of who is who yet")
def test_no_two_people_have_one_name():
    assert two_people_with_one_name(CAST.read_text("utf-8")) == []


FLASHCARDS = "```{flashcards} deck\nquestion: Weet je het?\ncards:\n"
CARDS = f"{FLASHCARDS}  a: {{front: Ruil, back: Een.}}\n  b: {{front: ruil, back: Twee.}}\n```\n"


@pytest.mark.parametrize(
    ("rule", "body", "found"),
    [
        (two_definitions, "Een **ruil** is dit. Later heet **ruil** iets anders.", ["ruil"]),
        (two_definitions, "Een **ruil** is dit. Een **cadeau** is dat.", []),
        (two_definitions, "**Begin.** Geef. **Begin.** Geef nog eens.", []),
        (two_definitions, CARDS, ["ruil"]),
        (card_holds_its_bins_word, SORT, []),
        (card_holds_its_bins_word, SORT.replace("Zaadjes bij", "Cadeautjes bij"), ["forms.seeds: cadeau"]),
        (card_holds_its_bins_word, SORT.replace("Cadeau,", '"Cadeau: zaadjes bij de deur",'), []),
        (unbalanced_quotation, "Zij zegt “ja en loopt door.", ["line 11: Zij zegt “ja en loopt door."]),
        (unbalanced_quotation, 'Zij zegt "ja en loopt door.', ['line 11: Zij zegt "ja en loopt door.']),
        (unbalanced_quotation, 'Zij zegt “ja” en hij "nee". ’s Avonds niet.', []),
        (unbalanced_quotation, SORT.replace("bij de deur", "bij “de deur"), ["forms: Zaadjes bij “de deur"]),
        (law_without_article, "Dat mag niet van de AVG.", ["line 11: AVG"]),
        (law_without_article, "Dat mag niet van de Telecommunicatiewet.", ["line 11: Telecommunicatiewet"]),
        (law_without_article, "Dat mag niet (Telecommunicatiewet 11.7; AVG, artikel 9).", []),
        (law_without_article, "Zo is de wet. Dat zegt artikel 9 van de AVG.", []),
    ],
)
def test_a_rule_finds_its_fault_and_nothing_else(tmp_path, rule, body, found):
    head = HEAD.replace("# Les\n\nTekst.\n\n", "# Les\n\n+++\n\n")
    assert rule(manuscript(put(tmp_path, head + body))) == found


def test_two_people_with_one_name_are_seen():
    cast = "## Mensen\n\n| wie | wat |\n|---|---|\n| Noor | winkel |\n| Noor Bos | zorg |\n| Mo, Joke | klant |\n"
    cast = f"# Wie\n\n{cast}"
    assert two_people_with_one_name(cast) == ["Noor"]
    assert two_people_with_one_name(cast.replace("Noor Bos", "mevrouw Bos")) == []

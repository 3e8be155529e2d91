"""What an author reads when something is wrong: file, line, field and what to do, in plain words."""

import pytest

from course.authoring import AuthoringError, notebook_from
from tests.authoring.texts import CHOOSE, HEAD, REFLECT, SORT, put

FIRST = HEAD.count("\n") + 1
"""The line on which the first block begins."""
MARK = """```{mark} page
question: Wat is dit?
labels:
  gift: {text: Cadeau, why: Het is vrij.}
text: "[Neem mee.]{gift} Bel ons."
```
"""
MATCH = """```{match} pairs
question: Wat hoort bij wat?
left:
  one: {text: Een, with: uno, why: Zo heet het.}
  two: {text: Twee, with: due, why: Zo heet het.}
right: {uno: Uno, due: Due}
```
"""
JOURNEY = """```{journey} road
question: Waar leg je het?
phases: {before: {text: Vooraf}, after: {text: Daarna}}
cards:
  tip: {text: Een tip, in: before, why: Dan helpt het.}
  note: {text: Een kaart, in: after, why: Dan past het.}
```
"""
BOARD = """```{journey} board
question: Wat is er?
labels: {empty: Leeg, cold: Zakelijk}
at-most: 1
phases:
  before: {text: Vooraf, moments: {form: {text: Een formulier, is: cold, why: Geen mens.}}}
  after: {text: Daarna, is: empty, why: Het is er stil.}
cards:
  tip: {text: Een tip, in: before, lift: 1, why: Dan helpt het.}
  coupon: {text: Een bon, in: [], lift: 1, why: Dat is geld.}
```
"""
OWN = """```{journey} own
question: Teken je eigen weg.
own: true
phases: {one: {text: begin}, two: {text: einde}}
cards: {warm: {text: Mijn gebaar}}
```
"""
REWRITE = """```{rewrite} better
question: Herschrijf.
original: Koop nu.
criteria: [personal]
```
"""
DILEMMA = """```{dilemma} case
question: Wat doe je?
scenes:
  start:
    text: Je krijgt een bon.
    choices:
      keep: {text: Houden, next: later}
      give: {text: Geven}
  later:
    text: Hij belt.
    choices: {help: {text: Helpen}, wait: {text: Wachten}}
rule: {text: Vraag het na., basis: Code, date: november 2026}
```
"""
EXPERIMENT = """```{experiment} shelf
question: Is er haast?
simulation: stock
start: {stock: 3}
controls: [rate]
options:
  yes-hurry: {text: Ja, why: Dat ligt eraan.}
  depends: {text: Dat ligt eraan, right: true, why: Het tempo telt ook.}
```
"""
CARDS = """```{flashcards} deck
question: Weet je het nog?
cards: {gift: {front: Cadeau, back: Je houdt het.}}
```
"""
MAIL = """```{material} late
form: mail
from: Noor
subject: Schoenen
text: Loop ze in.
```
"""
REVIEWS = """```{material} stars
form: reviews
reviews:
  - {name: Ravi, stars: 4, text: Prima.}
```
"""
SEEN = CHOOSE.replace("options:", "material:\n  form: note\n  text: Vrijdag?\noptions:")
AROUND = REWRITE.replace("criteria", "material: {form: letter, sender: Nabij}\ncriteria")
SCENE = DILEMMA.replace(
    "    text: Hij belt.\n", "    text: Hij belt.\n    material: {form: note, text: Bel Rik.}\n"
)

WRONG = {
    # what: (block, change, line within the block counted from its fence as 0, field, words)
    "unknown field": (SORT, ("question:", "vraag:"), 2, "vraag", "Hier bestaat geen vraag"),
    "misspelt field": (SORT, ("    why: Nie", "    wy: Nie"), 8, "cards.seeds.wy", "Bedoel je why"),
    "missing reason": (SORT, ("    why: Niemand vraagt iets terug.\n", ""), 5, "cards.seeds.why", "why ontbreekt"),
    "missing question": (SORT, ("question: Waar hoort het?\n", ""), 0, "question", "question ontbreekt"),
    "place that does not exist": (SORT, ("in: gift", "in: gifts"), 7, "cards.seeds.in", "Bedoel je gift"),
    "one of several places": (SORT, ("in: gift", "in: [gift, bin]"), 7, "cards.seeds.in", "geen bin"),
    "a place twice": (SORT, ("in: gift", "in: [gift, gift]"), 7, "cards.seeds.in", "twee keer"),
    "empty list of places": (SORT, ("in: gift", "in: []"), 7, "cards.seeds.in", "aanhalingstekens"),
    "place is a number": (SORT, ("in: gift", "in: 3"), 7, "cards.seeds.in", '"3"'),
    "tab": (SORT, ("    in: gift", "\t\tin: gift"), 7, "", "tab"),
    "the same card twice": (SORT, ("  stamps:", "  seeds:"), 9, "", "seeds staat hier twee keer"),
    "the same field twice": (SORT, ("goal: give\n", "goal: give\ngoal: give\n"), 2, "", "goal staat hier twee keer"),
    "number as id": (SORT, ("  seeds:", "  7:"), 5, "cards.7", "7 kan geen naam zijn"),
    "id that begins with a digit": (SORT, ("  seeds:", "  7a:"), 5, "cards.7a", "7a kan geen naam zijn"),
    "mix-up with a place that does not exist": (
        SORT, ("bins: {", "mix-ups: {gift: trde}\nbins: {"), 3, "mix-ups.gift", "Bedoel je trade?"
    ),
    "mix-up of a place that does not exist": (
        SORT, ("bins: {", "mix-ups: {gfit: trade}\nbins: {"), 3, "mix-ups", "Bedoel je gift?"
    ),
    "id with a capital": (SORT, ("  seeds:", "  Seeds:"), 5, "cards.Seeds", "kleine letters"),
    "id with a space": (SORT, ("  seeds:", "  zaadjes hier:"), 5, "cards.zaadjes hier", "streepjes"),
    "id with an accent": (SORT, ("  seeds:", "  café:"), 5, "cards.café", "kleine letters"),
    "emoji as id": (SORT, ("  seeds:", "  🌱:"), 5, "cards.🌱", "kleine letters"),
    "colon in a text": (SORT, ("Zaadjes bij de deur", "Pak maar: zaadjes"), 6, "", "dubbele punt"),
    "text that begins with a sign": (SORT, ("Zaadjes bij de deur", "@thuis"), 6, "", "aanhalingstekens"),
    "quote that is not closed": (SORT, ("Zaadjes bij de deur", '"Zaadjes'), 6, "", "aanhalingstekens"),
    "bracket that is not closed": (SORT, ("{gift: Cadeau, trade: Ruil}", "{gift: Cadeau, trade: Ruil"), 3, "", "haken"),
    "empty text": (SORT, ("Zaadjes bij de deur", '""'), 6, "cards.seeds.text", "leeg"),
    "invisible text": (SORT, ("Zaadjes bij de deur", '"\u200b \u00ad"'), 6, "cards.seeds.text", "leeg"),
    "nothing behind the colon": (SORT, (" Zaadjes bij de deur", ""), 6, "cards.seeds.text", "niets ingevuld"),
    "number as text": (SORT, ("Zaadjes bij de deur", "2026"), 6, "cards.seeds.text", '"2026"'),
    "truth value as text": (SORT, ("Zaadjes bij de deur", "true"), 6, "cards.seeds.text", '"true"'),
    "list in place of a text": (SORT, ("Zaadjes bij de deur", "[a, b]"), 6, "cards.seeds.text", "Hier hoort een tekst"),
    "fields in place of a text": (SORT, ("Waar hoort het?", "{nl: Waar}"), 2, "question", "Hier hoort een tekst"),
    "text in place of fields": (SORT, ("{gift: Cadeau, trade: Ruil}", "Cadeau en ruil"), 3, "bins", "Hier horen velden"),
    "list in place of fields": (SORT, ("{gift: Cadeau, trade: Ruil}", "[Cadeau, Ruil]"), 3, "bins", "Hier horen velden"),
    "one bin": (SORT, ("{gift: Cadeau, trade: Ruil}", "{gift: Cadeau}"), 3, "bins", "minstens 2"),
    "no cards": (SORT, (SORT[SORT.index("  seeds") : SORT.index("```\n")], ""), 4, "cards", "niets ingevuld"),
    "goal that does not exist": (SORT, ("goal: give", "goal: gives"), 1, "goal", "Bedoel je give"),
    "row that does not exist": (SORT, ("goal: give", "rows: [R3]"), 1, "rows.0", "geen rij van het leerplan"),
    "points in a lesson": (SORT, ("goal: give", "points: 2"), 0, "", "In een les heeft niets punten"),
    "unknown kind": (SORT, ("{sort}", "{sorteer}"), 0, "", "geen sorteer"),
    "misspelt kind": (SORT, ("{sort}", "{sorts}"), 0, "", "Bedoel je sort"),
    "no id": (SORT, ("{sort} forms", "{sort}"), 0, "", "geen naam"),
    "id of a block that is none": (SORT, ("{sort} forms", "{sort} Forms"), 0, "", "kleine letters"),
    "empty block": (SORT, (SORT[SORT.index("goal") : SORT.index("```\n")], ""), 0, "", "leeg"),
    "a block of prose": (SORT, (SORT[SORT.index("goal") : SORT.index("```\n")], "Zomaar een zin\n"), 0, "", "geen velden"),
    "block without an end": (SORT, ("betaald.\n```", "betaald.\n"), 0, "", "geen einde"),
    "comma between braces": (CHOOSE, ("why: Dat kan ook", "why: Graag, dat kan ook"), 4, "options.no-thanks.dat kan ook.", "komma"),
    "no as a truth value": (CHOOSE, ("right: true", "right: no"), 3, "options.yes-please.right", "true of false"),
    "yes in quotes": (CHOOSE, ("right: true", 'right: "true"'), 3, "options.yes-please.right", "true of false"),
    "two right options": (CHOOSE, (", why: Dat kan ook", ", right: true, why: Dat kan ook"), 2, "options", "many: true"),
    "a mark without a figure": (CHOOSE, ("options:", "about: tips.none\noptions:"), 2, "about", "geen figuur"),
    "an option without its number": (CHOOSE, ("options:", "then: tips\nabout: tips.none\noptions:"), 5, "options.yes-please", "een getal in at"),
    "told without a check": (REFLECT, ("min-words: 5", "after: Zo zit het.\nmin-words: 5"), 2, "after", "Laat after weg"),
    "option without a reason": (CHOOSE, (", why: Dat kan ook.", ""), 4, "options.no-thanks", "reden ontbreekt"),
    "one option": (CHOOSE, ("  no-thanks: {text: Liever niet, why: Dat kan ook.}\n", ""), 2, "options", "minstens 2"),
    "number in quotes": (REFLECT, ("min-words: 5", 'min-words: "5"'), 2, "min-words", "Hier hoort een getal"),
    "negative number": (REFLECT, ("min-words: 5", "min-words: -5"), 2, "min-words", "te klein"),
    "number too large": (REFLECT, ("min-words: 5", "min-words: 50000"), 2, "min-words", "te groot"),
    "underscore in place of a hyphen": (REFLECT, ("min-words", "min_words"), 2, "min_words", "Bedoel je min-words"),
    "text in place of a list": (REFLECT, ("min-words: 5", "guide: Denk na."), 2, "guide", "Hier hoort een lijst"),
    "label that does not exist": (MARK, ("]{gift}", "]{gave}"), 4, "text", "geen gave"),
    "passage that stands twice": (MARK, (" Bel ons.", " Neem mee."), 4, "text", "twee keer in de tekst"),
    "label without a reason": (MARK, (", why: Het is vrij.", ""), 3, "labels.gift.why", "why ontbreekt"),
    "partner that does not exist": (MATCH, ("with: due", "with: tre"), 4, "left.two.with", "geen tre"),
    "partner is a truth value": (MATCH, ("with: due", "with: true"), 4, "left.two.with", '"true"'),
    "phase that does not exist": (JOURNEY, ("in: after", "in: later"), 5, "cards.note.in", "geen later"),
    "card without a place": (JOURNEY, (", in: after", ""), 5, "cards.note", "plek ontbreekt"),
    "label of a moment that does not exist": (BOARD, ("is: cold", "is: old"), 5, "phases.before.moments.form.is", "Bedoel je cold"),
    "label of a phase that does not exist": (BOARD, ("is: empty", "is: empt"), 6, "phases.after.is", "Bedoel je empty"),
    "silent phase that nobody judged": (BOARD, (", is: empty, why: Het is er stil.", ""), 6, "phases.after", "Geef deze fase moments"),
    "phase with moments that is judged too": (BOARD, ("{text: Vooraf,", "{text: Vooraf, is: empty,"), 5, "phases.before", "Haal is weg"),
    "moments without labels": (BOARD, ("labels: {empty: Leeg, cold: Zakelijk}\n", ""), 4, "phases.before", "labels ontbreken"),
    "moment with the name of a card": (BOARD, ("{form: {", "{tip: {"), 4, "phases", "twee keer"),
    "card that fits nowhere while each is placed": (BOARD, ("at-most: 1\n", ""), 8, "cards.coupon", "at-most"),
    "cards that all fit nowhere": (BOARD, ("in: before", "in: []"), 7, "cards", "past ergens"),
    "card that lifts nothing": (BOARD, ("in: [], lift: 1", "in: []"), 9, "cards.coupon", "lift"),
    "lift without a line": (BOARD, ("at-most: 1", "at-most: 1\nfeelings: false"), 4, "feelings", "geen lijn"),
    "lift too high": (BOARD, ("lift: 1", "lift: 4"), 8, "cards.tip.lift", "te groot"),
    "own road with right places": (OWN, ("Mijn gebaar}", "Mijn gebaar, in: one, why: Zo.}"), 4, "cards.warm", "geen goede plekken"),
    "own road with contact": (OWN, ("text: begin}", "text: begin, touchpoints: [belt]}"), 3, "phases.one", "als voorzet"),
    "criterion that does not exist": (REWRITE, ("[personal]", "[persoonlijk]"), 3, "criteria", "geen persoonlijk"),
    "no original": (REWRITE, ("original: Koop nu.\n", ""), 0, "original", "original ontbreekt"),
    "scene that does not exist": (DILEMMA, ("next: later", "next: laters"), 6, "scenes.start.choices.keep.next", "Bedoel je later"),
    "scene that nobody reaches": (DILEMMA, (", next: later", ""), 8, "scenes.later", "Geen enkele keuze"),
    "no beginning": (DILEMMA, ("  start:", "  begin:"), 2, "scenes", "geen begin"),
    "scenes that go round": (DILEMMA, ("help: {text: Helpen}", "help: {text: Helpen, next: start}"), 3, "scenes.start", "start → later → start"),
    "choice that goes on and ends": (DILEMMA, ("next: later", "next: later, ending: Klaar."), 6, "scenes.start.choices.keep", "Haal next weg"),
    "rule without a date": (DILEMMA, (", date: november 2026", ""), 11, "rule.date", "date ontbreekt"),
    "simulation that does not exist": (EXPERIMENT, ("simulation: stock", "simulation: stocks"), 2, "simulation", "Bedoel je stock"),
    "start of nothing": (EXPERIMENT, ("{stock: 3}", "{stok: 3}"), 3, "start.stok", "Bedoel je stock"),
    "start out of bounds": (EXPERIMENT, ("{stock: 3}", "{stock: 99}"), 3, "start.stock", "van 1 tot 20"),
    "control that does not exist": (EXPERIMENT, ("[rate]", "[price]"), 4, "controls", "geen price"),
    "no right conclusion": (EXPERIMENT, ("right: true, ", ""), 5, "options", "Geen enkele conclusie"),
    "conclusion without a reason": (EXPERIMENT, (", why: Dat ligt eraan.", ""), 6, "options.yes-hurry.why", "why ontbreekt"),
    "form that does not exist": (MAIL, ("form: mail", "form: email"), 1, "form", "Bedoel je mail"),
    "material without a form": (MAIL, ("form: mail\n", ""), 0, "form", "form ontbreekt"),
    "field of another form": (MAIL, ("subject:", "title:"), 3, "title", "from, text, to, subject, caption"),
    "field that a form needs": (MAIL, ("from: Noor\n", ""), 0, "from", "from ontbreekt"),
    "field that no form has": (MAIL, ("subject:", "onderwerp:"), 3, "onderwerp", "geen onderwerp"),
    "six stars": (REVIEWS, ("stars: 4", "stars: 6"), 3, "reviews.0.stars", "te groot"),
    "stars in words": (REVIEWS, ("stars: 4", "stars: vier"), 3, "reviews.0.stars", "Hier hoort een getal"),
    "review without a text": (REVIEWS, (", text: Prima.", ""), 3, "reviews.0.text", "text ontbreekt"),
    "material without an id": (MAIL, ("{material} late", "{material}"), 0, "", "geen naam"),
    "material of an exercise": (SEEN, ("  text: Vrijdag?", "  title: Vrijdag?"), 4, "material.title", "geen title"),
    "text of its own where another lies": (AROUND, ("sender: Nabij", "text: Nabij"), 3, "material.text", "original"),
    "form in which no text lies": (AROUND, ("form: letter, sender: Nabij", "form: chat, with: Rik"), 3, "material.form", "geen plek"),
    "material of a scene": (SCENE, ("form: note", "form: chat"), 10, "scenes.later.material.text", "geen text"),
    "card without a back": (CARDS, (", back: Je houdt het.", ""), 2, "cards.gift.back", "back ontbreekt"),
}  # fmt: skip


@pytest.mark.parametrize(("block", "change", "line", "field", "words"), WRONG.values(), ids=WRONG)
def test_a_mistake_is_told_with_line_field_and_what_to_do(tmp_path, block, change, line, field, words):
    assert change[0] in block
    path = put(tmp_path, HEAD + block.replace(*change, 1))
    with pytest.raises(AuthoringError) as told:
        notebook_from(path)
    begin = f"{path}:{FIRST + line}: " + (f"{field}: " if field else "")
    assert [one for one in str(told.value).splitlines() if one.startswith(begin) and words in one]


@pytest.mark.parametrize(
    "block",
    [
        SORT,
        CHOOSE,
        REFLECT,
        MARK,
        MATCH,
        JOURNEY,
        BOARD,
        OWN,
        REWRITE,
        DILEMMA,
        EXPERIMENT,
        CARDS,
        SEEN,
        AROUND,
        SCENE,
    ],
    ids=lambda b: b.split("\n")[0][4:],
)
def test_the_same_blocks_without_the_mistake_are_built(tmp_path, block):
    assert len(notebook_from(put(tmp_path, HEAD + block)).cells) == 3


@pytest.mark.parametrize(
    ("value", "as_text"),
    [
        ("no", "no"),
        ("on", "on"),
        ("off", "off"),
        ("Ja", "Ja"),
        ("'null'", "null"),
        ("1e", "1e"),
        ("🌱 groen", "🌱 groen"),
    ],
)
def test_a_word_is_a_word(tmp_path, value, as_text):
    notebook = notebook_from(put(tmp_path, HEAD + SORT.replace("Zaadjes bij de deur", value)))
    assert f"'seeds': '{as_text}'" in notebook.cells[-1].source


def test_all_mistakes_are_told_at_once_in_their_order(tmp_path):
    wrong = (
        HEAD
        + SORT.replace("in: gift", "in: gifts").replace("in: trade", "in: trades")
        + "\n"
        + CHOOSE.replace("right: true", "right: no")
    )
    with pytest.raises(AuthoringError) as told:
        notebook_from(put(tmp_path, wrong))
    lines = [int(line.split(":")[1]) for line in str(told.value).splitlines()]
    assert len(lines) == 3
    assert lines == sorted(lines)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("# Les\n", 1, "geen kop"),
        ("---\ntitle: [\n---\n# Les\n", 2, "haken"),
        ("---\ntitle: Les\n---\n# Les\n", 1, "language ontbreekt"),
        ("---\ntitle: Les\nlanguage: en\n---\n# Les\n", 3, "nl"),
        ("---\ntitle: Les\nlanguage: Nederlands\n---\n# Les\n", 3, "geen Nederlands. Wel: nl, en"),
        ("---\ntitle: Les\nlanguage: nl\nminutes: 5\n---\n# Les\n", 4, "geen minutes"),
        (HEAD.replace("Tekst.", "Nog {{ minuten }} minuten."), 7, "minuten"),
        (HEAD + SORT + "\n" + SORT, FIRST, "heet ook forms"),
        (HEAD.replace("Tekst.", "Het was {evidence}`bestaat-niet`."), 9, "bestaat-niet"),
    ],
)  # fmt: skip
def test_a_mistake_outside_a_block_is_told_too(tmp_path, text, line, words):
    path = put(tmp_path, text)
    with pytest.raises(AuthoringError) as told:
        notebook_from(path)
    assert words in str(told.value)
    assert line == FIRST or f"{path}:{line}: " in str(told.value)


def test_a_text_that_is_no_utf_8_says_from_which_line_on(tmp_path):
    path = put(tmp_path, "")
    path.write_bytes(HEAD.encode() + b"caf\xe9\n")
    with pytest.raises(AuthoringError, match=rf":{FIRST}: .*UTF-8"):
        notebook_from(path)


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path):
    path = put(tmp_path, "")
    path.write_bytes(b"\xef\xbb\xbf" + (HEAD + SORT).encode())
    assert notebook_from(path).metadata.course["title"] == "Les"


@pytest.mark.parametrize(
    ("block", "words"),
    [
        (REFLECT, "elke oefening points"),
        (REWRITE.replace("question", "points: 2\nquestion"), "by-hand"),
        (
            CHOOSE.replace("right: true, ", "").replace("question", "points: 2\nquestion"),
            "niets te verdienen",
        ),
    ],
)
def test_an_assignment_says_where_points_are_missing_or_cannot_be(tmp_path, block, words):
    with pytest.raises(AuthoringError, match=words):
        notebook_from(put(tmp_path, HEAD + block, "solutions/nl/01-les/01-les.md"))

"""What is wrong in a data file is said with the file and the entry; what is right is read exactly."""

from decimal import Decimal

import pytest

from course.evidence import EvidenceError
from course.evidence.printing import claim, filled, finding, spoken
from course.evidence.reading import read

GOOD = """
[sources.blog]
authors = "Blog"
short = "Blog"
title = "Alles over fooi"
where = "Blog"

[studies.one-2001]
authors = "One, A."
short = "One"
year = 2001
title = "Title"
where = "Journal"
grade = "B"
n = "one.people"
[studies.one-2001.nl]
design = "Opzet."
caveat = "Let op."

[values.one]
unit = "percent"
source = "one-2001"
mark = "sure"
basis = "source"
low = { number = 20, count = 10, n = 50, interval = "wilson" }
high = { number = 30.5, interval = [25.0, 36.0] }
about = { number = 12, about = true }
price = { number = 4.95, unit = "euro" }
whole = { number = 1200, unit = "dollar" }
d = { number = -0.80, unit = "d", se = 0.1 }
people = { number = 1050, unit = "count" }
guess = { number = 77, mark = "verify" }
said = { number = 93, mark = "claim", source = "blog" }

[values.sum]
unit = "percent"
mark = "calc"
digits = 1
rise = { formula = "100 * (one.high / one.low - 1)" }

[figures.fig]
family = "bars"
panels = [["one.low", "one.high"]]
[figures.fig.nl]
title = "Van {one.low} naar {one.high}"
alt = "Twee staven."
axes = ["In %"]
[figures.fig.nl.labels]
"one.low" = "Laag"
"one.high" = "Hoog"
"""


def test_good_data_is_read_exactly():
    data = read({"a.toml": GOOD})
    assert data.values["one.high"].number == Decimal("30.5")
    assert data.values["sum.rise"].sources[0].id == "one-2001"
    assert [source.id for source in data.figures["fig"].sources] == ["one-2001"]
    low = data.values["one.low"]
    assert [round(float(end or 0), 1) for end in (low.low, low.high)] == [11.2, 33.0]


@pytest.mark.parametrize(
    ("id", "nl", "en"),
    [
        ("one.low", "20%", "20%"),
        ("one.low.low", "11,2%", "11.2%"),
        ("one.low.n", "50", "50"),
        ("one.low.count", "10", "10"),
        ("one.high", "30,5%", "30.5%"),
        ("one.high.high", "36,0%", "36.0%"),
        ("one.about", "ongeveer 12%", "about 12%"),
        ("one.price", "€\N{NO-BREAK SPACE}4,95", "€4.95"),
        ("one.whole", "1.200 dollar", "$1,200"),
        ("one.d", "−0,80", "−0.80"),
        ("one.people", "1.050", "1,050"),
        ("sum.rise", "52,5%", "52.5%"),
        ("one-2001.year", "2001", "2001"),
    ],
)
def test_numbers_are_printed_as_the_language_writes_them(id: str, nl: str, en: str):
    data = read({"a.toml": GOOD})
    assert finding(data, id, "nl") == nl
    assert finding(data, id, "en") == en


def test_what_was_not_verified_is_never_printed():
    data = read({"a.toml": GOOD})
    for id in ("one.guess", "one.guess.n"):
        with pytest.raises(EvidenceError, match=r"one\.guess is marked verify"):
            finding(data, id, "nl")
    with pytest.raises(EvidenceError, match="is no claim but is marked verify"):
        claim(data, "one.guess", "nl")
    with pytest.raises(EvidenceError, match="verify"):
        filled(data, "Wel {one.guess} deed mee", "nl")


def test_a_claim_is_printed_only_as_a_claim():
    data = read({"a.toml": GOOD})
    assert claim(data, "one.said", "nl") == "93%"
    with pytest.raises(EvidenceError, match="a claim, not a finding"):
        finding(data, "one.said", "nl")
    with pytest.raises(EvidenceError, match="is no claim but is marked sure"):
        claim(data, "one.low", "nl")


def test_a_mistyped_id_names_the_ones_near():
    with pytest.raises(EvidenceError, match=r"no number one\.lwo .*one\.low"):
        finding(read({"a.toml": GOOD}), "one.lwo", "nl")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('year = 2001', 'yaer = 2001', r"a\.toml, studies\.one-2001: unknown field 'yaer'"),
        ('title = "Title"\n', "", r"studies\.one-2001: field 'title' is missing"),
        ('year = 2001', 'year = "2001"', r"field 'year' must be int"),
        ('grade = "B"', 'grade = "E"', r"grade 'E' is not one of A, B, C, D"),
        ('n = "one.people"', 'n = "one.guess"', r"n 'one\.guess' is not a sure number"),
        ('design = "Opzet."', 'design = "Met 50 mensen."', r"studies\.one-2001\.nl: a number stands in the text"),
        ('source = "one-2001"\n', "", r"values\.one\.low: field 'source' is missing"),
        ('source = "one-2001"', 'source = "two"', r"source 'two' is not one of"),
        ('mark = "sure"', 'mark = "sur"', r"mark 'sur' is not one of sure, calc, claim, verify"),
        ('basis = "source"', 'basis = "heard"', r"basis 'heard' is not one of"),
        ('basis = "source"\n', "", r"values\.one\.low: field 'basis' is missing"),
        ('unit = "euro"', 'unit = "pound"', r"values\.one\.price: unit 'pound' is not one of"),
        ("number = 30.5, ", "", r"values\.one\.high: field 'number' is missing"),
        ("number = 30.5", 'number = "30"', r"field 'number' must be int or number"),
        ("interval = [25.0, 36.0]", "interval = [31, 36]", r"interval 31 to 36 does not contain 30\.5"),
        ("interval = [25.0, 36.0]", "interval = [25.0]", r"neither two numbers nor 'wilson'"),
        ("interval = [25.0, 36.0]", 'interval = "wilson"', r"needs a percentage and its n"),
        ("count = 10", "count = 11", r"11 of 50 is 22%, not 20%"),
        ("count = 10", "count = 51", r"count 51 is no part of n 50"),
        ("n = 50", "n = 0", r"n is 0"),
        ("low = {", "Low = {", r"values\.one: 'Low': an id has lower case"),
        ("about = {", "low = {", r"a\.toml: "),
        ("one.high / one.low", "one.high / one.lo", r"values\.sum\.rise: formula names 'one\.lo', which is no number"),
        ("one.high / one.low", "one.guess / one.low", r"formula needs 'one\.guess', which is marked verify"),
        ("one.high / one.low", "one.said / one.low", r"formula needs 'one\.said', which is marked claim"),
        ("one.high / one.low", "sum.rise / one.low", r"needs the number itself"),
        ("one.high / one.low", "one.high / (one.low - one.low)", r"division by zero"),
        ("one.high / one.low", "open(1)", r"only numbers, names"),
        ("one.high / one.low", "one.high)", r"is no sum"),
        ('rise = { formula', "rise = { number = 3, formula", r"has a formula and digits, no 'number'"),
        ("digits = 1\n", "", r"values\.sum\.rise: field 'digits' is missing"),
        ("about = true", 'formula = "1"', r"only a number marked calc has a formula"),
        ('family = "bars"', 'family = "pie"', r"figures\.fig: family 'pie' is not one of bars, slope"),
        ('family = "bars"', 'family = "bars"\ncolor = "red"', r"figures\.fig: unknown field 'color'"),
        ('"one.low", "one.high"]]', '"one.low", "one.x"]]', r"draws 'one\.x', which is no number"),
        ('"one.low", "one.high"]]', '"one.low", "one.guess"]]', r"draws 'one\.guess', which is marked verify"),
        ('"one.low", "one.high"]]', '"one.low", "one.said"]]', r"draws 'one\.said', which is marked claim"),
        ('axes = ["In %"]\n', "", r"figures\.fig\.nl: field 'axes' is missing"),
        ('"one.high" = "Hoog"', "", r"labels has no text for 'one\.high'"),
        ("naar {one.high}", "naar 30%", r"figures\.fig\.nl: a number stands in the text 'Van \{one\.low\} naar 30%'"),
        ("naar {one.high}", "naar {one.guess}", r"figures\.fig\.nl: one\.guess is marked verify"),
        ('"Laag"', '"{one.said} laag"', r"figures\.fig\.nl: one\.said is a claim"),
        ("[sources.blog]", "[source.blog]", r"a\.toml: unknown table 'source'"),
        ("[sources.blog]", "[sources.one-2001]", r"studies\.one-2001: this id is a source as well"),
    ],
)  # fmt: skip
def test_wrong_data_is_refused_with_its_place(old: str, new: str, message: str):
    assert GOOD.count(old) >= 1
    with pytest.raises(EvidenceError, match=message):
        read({"a.toml": GOOD.replace(old, new, 1)})


def test_dutch_comes_first():
    with pytest.raises(EvidenceError, match=r"a\.toml, figures\.fig: field 'nl' is missing"):
        read({"a.toml": GOOD.replace("figures.fig.nl", "figures.fig.en")})


def test_an_id_in_two_files_is_refused():
    with pytest.raises(EvidenceError, match=r"b\.toml, values\.one: this id stands in a\.toml as well"):
        read({"a.toml": GOOD, "b.toml": '[values.one]\nmark = "sure"\n'})


def test_a_figure_without_a_study_says_it_is_calculated():
    claims = GOOD.replace('source = "one-2001"', 'source = "blog"', 1)
    with pytest.raises(EvidenceError, match="has no study"):
        read({"a.toml": claims})
    data = read({"a.toml": claims.replace('family = "bars"', 'family = "bars"\ncalculated = true')})
    assert data.figures["fig"].calculated


CLAIM = """
[claims.rise]
nl = "Van {one.low} naar {one.high}, en op een blog {one.said}."
[claims.words]
nl = "Het helpt."
sources = ["blog"]
at = ["some-exercise"]
"""


def test_a_claim_has_the_sources_of_its_numbers_and_may_say_what_others_claim():
    data = read({"a.toml": GOOD + CLAIM})
    assert [source.id for source in data.claims["rise"].sources] == ["one-2001", "blog"]
    assert spoken(data, data.claims["rise"].texts["nl"], "nl") == "Van 20% naar 30,5%, en op een blog 93%."
    assert data.claims["words"].at == ("some-exercise",)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("{one.said}", "93%", r"claims\.rise: a number stands in the text"),
        ("{one.said}", "{one.guess}", r"claims\.rise: one\.guess is marked verify"),
        ("{one.said}", "{one.nothing}", r"claims\.rise: There is no number one\.nothing"),
        ('["blog"]', '["log"]', r"claims\.words: source 'log' is not there"),
        ('sources = ["blog"]\n', "", r"claims\.words: has no source"),
        ('at = ["some-exercise"]\n', "", r"claims\.words: names no number, so 'at' must tell"),
        ("[claims.words]", "[claims.fig]", r"claims\.fig: this id is a figure as well"),
    ],
)
def test_a_claim_that_does_not_hold_together_is_refused(old: str, new: str, message: str):
    assert old in CLAIM
    with pytest.raises(EvidenceError, match=message):
        read({"a.toml": GOOD + CLAIM.replace(old, new)})

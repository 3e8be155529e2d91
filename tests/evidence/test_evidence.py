"""The course's own evidence: every number is marked, every figure can be drawn, importing is light."""

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest

from course.evidence import EvidenceError, Figure, figure, printed
from course.evidence.figure import PLOTLY
from course.evidence.model import Certainty, Study
from course.evidence.reading import evidence
from course.i18n import LANGUAGES

DATA = [file for file in (files("course.evidence") / "data").iterdir() if file.name.endswith(".toml")]


@pytest.fixture(params=sorted(evidence().figures))
def shown(request: pytest.FixtureRequest) -> Figure:
    return figure(request.param, "nl")


def html(shown: Figure) -> str:
    return "".join(bundle.get("text/html", "") for bundle in shown.outputs())


# ---------------------------------------------------------------- data


def test_every_finding_prints_and_nothing_else_does():
    for value in evidence().values.values():
        if value.mark in (Certainty.SURE, Certainty.CALC):
            for language in LANGUAGES:
                assert re.search(r"\d", printed(value.id, language))
        else:
            with pytest.raises(EvidenceError):
                printed(value.id, "nl")


def test_every_study_of_a_figure_says_how_strong_it_is(shown: Figure):
    text = html(shown)
    for source in shown.data.sources:
        assert source.short.replace("&", "&amp;") in text
        if isinstance(source, Study):
            assert f"Bewijs: {source.grade.letter}, " in text
    assert "Bewijs: " in text or "Berekening: hier is niets gemeten" in text


def test_a_figure_shows_no_number_that_was_never_verified(shown: Figure):
    sure = {value.id for value in shown.data.values.values() if value.findable}
    assert sure == set(shown.data.values)


def test_data_is_frozen():
    with pytest.raises(AttributeError):
        evidence().sources["falk-2007"].year = 2008  # type: ignore[misc]
    with pytest.raises(TypeError):
        evidence().values["other"] = evidence().values["tips.none"]  # type: ignore[index]


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from strings(inner)


def test_texts_end_well_and_do_not_shout():
    for file in DATA:
        raw = tomllib.loads(file.read_text("utf-8"))
        for entry in (*raw.get("figures", {}).values(), *raw.get("studies", {}).values()):
            texts = entry["nl"]
            assert not any("!" in text or "  " in text for text in strings(texts))
            assert all(note.endswith(".") for note in texts.get("notes", ()))
            assert not texts.get("title", "").endswith(".")


# ---------------------------------------------------------------- figures


def test_the_three_figures_of_the_first_lesson_say_what_they_said():
    assert figure("tips", "nl").title == (
        "Gasten gaven 23,0% fooi als ze een snoepje kregen en daarna nog één; zonder snoepje 19,0%"
    )
    assert figure("christmas_cards", "nl").title == (
        "Kerstkaart van een onbekende: ongeveer 20% antwoordde in het onderzoek uit 1976, 2% in dat uit 2016"
    )
    assert "1,2% tot 3,3%" in html(figure("christmas_cards", "nl"))
    text = html(figure("gift_before_or_after", "nl"))
    assert "75% meer" in text
    assert "ongeveer 10.000 brieven in drie gelijke groepen van ongeveer 3.300" in text
    assert [row[1:] for row in figure("tips", "nl").chart().table().rows] == [
        ("19,0%", "0%"),
        ("19,6%", "+3,4%"),
        ("21,6%", "+14,1%"),
        ("23,0%", "+21,3%"),
    ]


def test_nothing_comes_from_the_network(shown: Figure):
    assert not re.search(r"src=|cdn|<script|<link|url\(", json.dumps(shown.outputs()))


def test_bundles_are_plain_json(shown: Figure):
    bundles = shown.outputs()
    assert json.loads(json.dumps(bundles)) == bundles
    assert all("text/plain" in bundle for bundle in bundles)


def test_the_table_holds_every_number_that_is_drawn(shown: Figure):
    cells = " ".join(cell for row in shown.chart().table().rows for cell in row)
    for value in shown.data.values.values():
        if shown.data.family not in ("forest", "curve"):
            assert shown.chart().write(value).lstrip("+−") in cells


def test_a_figure_that_is_not_translated_is_a_clear_error():
    with pytest.raises(EvidenceError, match=r"figure 'tips' has no texts in 'en': add \[figures.tips.en\]"):
        figure("tips", "en")


def test_an_unknown_figure_names_the_known_ones():
    with pytest.raises(EvidenceError, match=r"no figure 'tip'; there are: .*tips"):
        figure("tip", "nl")


def test_only_the_scatter_needs_plotly_and_has_svg_beside_it():
    with_plot = [id for id in evidence().figures if any(PLOTLY in b for b in figure(id, "nl").outputs())]
    assert with_plot == ["faces"]
    bundle = next(b for b in figure("faces", "nl").outputs() if PLOTLY in b)
    assert "<svg" in bundle["text/html"]
    assert len(bundle[PLOTLY]["data"][0]["x"]) == 119


def test_plotly_accepts_the_scatter():
    import plotly.graph_objects as go

    bundle = next(b for b in figure("faces", "nl").outputs() if PLOTLY in b)
    assert go.Figure({key: bundle[PLOTLY][key] for key in ("data", "layout")}).layout.separators == ",."


def test_displays_what_it_outputs(monkeypatch: pytest.MonkeyPatch):
    seen: list[dict[str, Any]] = []
    monkeypatch.setattr("IPython.display.display", lambda bundle, raw: seen.append(bundle))
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    figure("tips", "nl")._ipython_display_()
    assert seen == figure("tips", "nl").outputs()


def test_import_is_light_and_so_is_drawing():
    heavy = "('plotly', 'numpy', 'pandas', 'nbformat', 'anywidget', 'ipywidgets')"
    code = (
        "import sys, course.evidence as e, course.evidence.reading as r;"
        "read = r.evidence.cache_info().currsize;"
        "[e.figure(id, 'nl').outputs() for id in r.evidence().figures];"
        f"sys.exit(bool(read) or any(m in sys.modules for m in {heavy}))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

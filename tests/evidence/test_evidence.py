"""Evidence: only sure numbers, correct sums, and figures that any Jupyter front end can show."""

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from importlib.resources import files
from typing import Any

import plotly.graph_objects as go
import pytest

from course.evidence import EvidenceFigure, christmas_cards, gift_before_or_after, tips
from course.evidence.figure import PLOTLY
from course.evidence.figures.tips import rises
from course.evidence.numbers import dutch, percent, wilson, wilson_share
from course.evidence.study import SURE, Study, evidence, read
from course.evidence.style import INK, PAPER, QUIET

FIGURES = (tips, christmas_cards, gift_before_or_after)
SOURCE = (files("course.evidence") / "studies.toml").read_text(encoding="utf-8")


@pytest.fixture(params=FIGURES, ids=lambda make: make.__name__)
def shown(request: pytest.FixtureRequest) -> EvidenceFigure:
    return request.param()


def everything(shown: EvidenceFigure) -> str:
    return json.dumps(shown.outputs(), ensure_ascii=False)


# ---------------------------------------------------------------- data


def tables(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from tables(inner)


def test_every_number_carries_a_sure_mark():
    raw = tomllib.loads(SOURCE)
    numbers = [t for t in tables(raw) if any(isinstance(v, int | float) for v in t.values())]
    assert len(numbers) >= 16
    assert {table.get("mark") for table in numbers} <= SURE


def test_participant_texts_hold_no_numbers_of_their_own():
    """Numbers reach a text by placeholder, so they cannot drift from the data or escape their mark."""
    for figure in evidence().figures.values():
        for text in (figure.title, figure.alt, *figure.notes, *figure.labels.values()):
            assert not re.search(r"\d", text.replace("95%-interval", "")), text
    for study in evidence().studies.values():
        assert not re.search(r"\d", study.design + study.caveat)


def test_every_figure_names_its_studies():
    for figure in evidence().figures.values():
        named = {study.id for study in figure.studies}
        assert named
        assert {point.study for point in figure.points.values() if point.study} <= named


def test_unsure_marks_are_refused():
    with pytest.raises(ValueError, match="verify"):
        read(SOURCE.replace('value = 755, mark = "sure-L"', 'value = 755, mark = "verify"'))


def test_data_is_frozen():
    study = evidence().studies["falk-2007"]
    with pytest.raises(AttributeError):
        study.year = 2008  # type: ignore[misc]
    with pytest.raises(TypeError):
        evidence().studies["other"] = study  # type: ignore[index]


# ---------------------------------------------------------------- sums


@pytest.mark.parametrize(
    ("x", "n", "low", "high"),
    [
        (38, 50, 62.6, 85.7),
        (24, 50, 34.8, 61.5),
        (18, 50, 24.1, 49.9),
        (2, 18, 3.1, 32.8),
        (21, 22, 78.2, 99.2),
    ],
)
def test_wilson_gives_the_known_intervals(x: int, n: int, low: float, high: float):
    assert [round(end, 1) for end in wilson(x, n)] == [low, high]


def test_wilson_of_a_rounded_share_uses_whole_people():
    assert wilson_share(Decimal(2), 755) == wilson(15, 755)


def test_relative_rises_follow_from_the_tips():
    values = [point.value for point in evidence().figures["tips"].points.values()]
    assert values == [Decimal(text) for text in ("18.95", "19.59", "21.62", "22.99")]
    assert [percent(rise, 1, sign=True) for rise in rises(values)[1:]] == ["+3,4%", "+14,1%", "+21,3%"]


def test_dutch_numbers():
    assert dutch(10000) == "10.000"
    assert percent(Decimal("18.95"), 1) == "19,0%"


# ---------------------------------------------------------------- figures


def test_bundles_are_plain_json_and_valid_plotly(shown: EvidenceFigure):
    plot, text = shown.outputs()
    assert json.loads(json.dumps([plot, text])) == [plot, text]
    assert "bdata" not in json.dumps(plot)
    figure = go.Figure(plot[PLOTLY])
    assert figure.layout.separators == ",."
    assert figure.layout.width is None
    assert figure.layout.paper_bgcolor == PAPER
    assert set(shown._repr_mimebundle_()) == {PLOTLY, "text/html", "text/plain"}


def test_nothing_comes_from_the_network(shown: EvidenceFigure):
    assert not re.search(r"src=|cdn|<script|<link", everything(shown))


def test_title_states_the_finding_and_axes_have_units(shown: EvidenceFigure):
    layout = shown.outputs()[0][PLOTLY]["layout"]
    assert layout["title"]["text"].replace("<br>", " ") == shown.title
    assert max(map(len, layout["title"]["text"].split("<br>"))) <= 34
    axes = [layout[key]["title"]["text"] for key in layout if key.startswith("xaxis")]
    assert all("%" in axis or "dollar" in axis for axis in axes)


def test_source_strength_and_table_stand_below(shown: EvidenceFigure):
    html = shown.outputs()[1]["text/html"]
    visible = html.split("<details")[0]
    for study in shown.studies:
        assert f"({study.year})" in visible
        assert study.doi is None or f"https://doi.org/{study.doi}" in html
    assert visible.count("Bron:") == visible.count("Sterkte van het bewijs:") == len(shown.studies)
    assert shown.alt in html
    assert shown.alt.count(". ") == 0
    assert "Bekijk de cijfers als tabel" in html
    assert html.count('scope="row"') == len(shown.table.rows)


def test_the_table_holds_every_number_of_the_figure(shown: EvidenceFigure):
    cells = " ".join(cell for row in shown.table.rows for cell in row)
    for trace in shown.outputs()[0][PLOTLY]["data"]:
        assert all(text in cells for text in trace.get("customdata", []))


def test_no_unsure_number_and_no_exclamation_mark(shown: EvidenceFigure):
    words = everything(shown)
    assert not re.search(r"\b(117|578|590|600|200)\b", re.sub(r'"(height|width)": \d+', "", words))
    assert "!" not in words
    assert "{" not in shown.title + shown.alt + "".join(shown.notes)


@pytest.mark.parametrize("ink", [INK, QUIET])
def test_text_is_legible_on_the_paper_of_the_figure(ink: str):
    def luminance(color: str) -> float:
        parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    assert (luminance(PAPER) + 0.05) / (luminance(ink) + 0.05) >= 4.5


def test_tips_buttons_switch_to_the_relative_rise():
    layout = tips().outputs()[0][PLOTLY]["layout"]
    absolute, relative = layout["updatemenus"][0]["buttons"]
    assert absolute["args"][0]["text"][1] == [" 19,0%", " 19,6%", " 21,6%", " 23,0%"]
    assert relative["args"][0]["text"][1] == [" 0%", " +3,4%", " +14,1%", " +21,3%"]
    assert relative["args"][0]["x"][0] == pytest.approx([0, 3.38, 14.09, 21.32], abs=0.01)


def test_christmas_interval_only_where_the_group_is_known():
    bar, _, whiskers = christmas_cards().outputs()[0][PLOTLY]["data"]
    assert bar["x"] == [20, 2]
    assert whiskers["x"] == [2]
    assert christmas_cards().table.rows[1][2] == "1,2% tot 3,3%"


def test_gift_panels_have_their_own_axes():
    plot = gift_before_or_after().outputs()[0][PLOTLY]
    assert {trace.get("xaxis", "x") for trace in plot["data"]} == {"x", "x2"}
    assert "75% meer" in gift_before_or_after().caption
    assert "3.300" in gift_before_or_after().caption


def test_html_escapes_its_data():
    shown = tips()
    nasty = EvidenceFigure(
        shown.id,
        shown.title,
        "<img src=x onerror=y>",
        ("<script>",),
        (Study(**{**vars(shown.studies[0]), "caveat": "<b>&"}),),
        shown.table,
        shown.draw,
    )
    assert not re.search("<img|<script|<b>", nasty.caption)


def test_import_is_light_and_drawing_waits():
    code = (
        "import sys, course.evidence as e; shown = [e.tips(), e.christmas_cards(), e.gift_before_or_after()];"
        "[s.caption for s in shown];"
        "sys.exit(any(m in sys.modules for m in ('plotly', 'numpy', 'pandas', 'nbformat')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_figure_is_drawn_once():
    shown = tips()
    assert shown.figure is shown.figure


def test_displays_figure_then_text(monkeypatch: pytest.MonkeyPatch):
    seen: list[list[str]] = []
    monkeypatch.setattr("IPython.display.display", lambda bundle, raw: seen.append([raw, *bundle]))
    tips()._ipython_display_()
    assert seen == [[True, PLOTLY, "text/plain"], [True, "text/html", "text/plain"]]

"""Every chart family: well-formed, with the right numbers, within its edges, and with one's own prediction."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest

from course.evidence import Figure, figure
from course.evidence.charts import FAMILIES
from course.evidence.charts.chart import NARROW, WIDE, Control
from course.evidence.charts.svg import Drawing, width_of, wrapped
from course.evidence.reading import evidence

SVG = "{http://www.w3.org/2000/svg}"
PREDICTIONS = {"bars": 10, "slope": 0.4, "forest": 1.5, "curve": 8, "scatter": 0.7, "hills": 0.8, "grid": 33}


@pytest.fixture(params=sorted(evidence().figures))
def shown(request: pytest.FixtureRequest) -> Figure:
    return figure(request.param, "nl")


@pytest.fixture(params=[NARROW, WIDE])
def width(request: pytest.FixtureRequest) -> int:
    return request.param


def texts(svg: str) -> list[str]:
    return [node.text or "" for node in ET.fromstring(svg).iter(f"{SVG}text")]


def numbers(node: ET.Element, names: str) -> Iterator[float]:
    yield from (float(node.get(name, "0")) for name in names.split())


def test_every_family_has_a_figure():
    assert {data.family for data in evidence().figures.values()} == set(FAMILIES)


def test_svg_is_well_formed_and_has_a_text_alternative(shown: Figure, width: int):
    root = ET.fromstring(shown.draw(width=width))
    assert root.get("role") == "img"
    assert [root[0].tag, root[0].text] == [f"{SVG}title", shown.title]
    assert [root[1].tag, root[1].text] == [f"{SVG}desc", shown.alt]


def test_text_stays_legible_and_within_the_drawing(shown: Figure, width: int):
    root = ET.fromstring(shown.draw(PREDICTIONS[shown.data.family], width=width))
    _, _, right, bottom = map(float, root.get("viewBox", "").split())
    assert right == width
    for node in root.iter(f"{SVG}text"):
        x, y, size = numbers(node, "x y font-size")
        long = width_of(node.text or "", size, node.get("font-weight") == "600") * 0.9
        start = {"start": x, "middle": x - long / 2, "end": x - long}[node.get("text-anchor", "start")]
        assert size * 300 / NARROW >= 11  # a phone of 360 px leaves at least 300 px
        assert start >= -1, node.text
        assert start + long <= right + 1, node.text
        assert 0 < y <= bottom, node.text


def test_no_shape_has_a_negative_size(shown: Figure, width: int):
    for node in ET.fromstring(shown.draw(width=width)).iter():
        assert all(size >= 0 for size in numbers(node, "width height r") if not node.tag.endswith("svg"))


def test_colours_follow_the_theme(shown: Figure):
    colours = set(re.findall(r'(?:fill|stroke)="([^"]+)"', shown.draw()))
    assert colours
    assert all(colour == "none" or colour.startswith("var(--ov-figure-") for colour in colours)


def test_axes_carry_their_names(shown: Figure, width: int):
    drawn = " ".join(texts(shown.draw(width=width)))
    more = shown.data.texts_in("nl").more
    for name in [more[key] for key in ("axis", "x_axis") if key in more] + more.get("axes", [])[:1]:
        assert name in drawn


def test_own_prediction_is_a_dashed_mark_with_its_number(shown: Figure, width: int):
    prediction = PREDICTIONS[shown.data.family]
    without, drawn = shown.draw(width=width), shown.draw(prediction, width=width)
    assert "ov-you" not in without
    root = ET.fromstring(drawn)
    assert any(node.get("class") == "ov-you" and node.get("stroke-dasharray") for node in root.iter())
    assert any(re.match(rf"Jij: (€\s)?{str(prediction).replace('.', ',')}\b", text) for text in texts(drawn))


def test_bars_are_as_long_as_their_numbers():
    root = ET.fromstring(figure("tips", "nl").draw())
    widths = [float(node.get("width", "0")) for node in root.iter(f"{SVG}rect")]
    assert [length / widths[0] for length in widths] == pytest.approx(
        [1, 19.59 / 18.95, 21.62 / 18.95, 22.99 / 18.95], abs=0.002
    )
    assert {"19,0%", "19,6%", "21,6%", "23,0%", "Fooi, in % van de rekening"} <= set(
        texts(figure("tips", "nl").draw())
    )


def test_the_tips_show_the_rise_when_asked():
    shown = figure("tips", "nl")
    assert {"0%", "+3,4%", "+14,1%", "+21,3%"} <= set(texts(shown.draw(state={"panel": "1"})))
    assert texts(shown.draw(state={"panel": "9"})) == texts(shown.draw())
    assert "+21,3%" in shown.draw(state={"panel": "1"}).partition("<desc>")[2].partition("</desc>")[0]


def test_a_computed_share_is_no_change_and_has_no_sign():
    assert {"44,5%", "55,5%"} <= set(texts(figure("usual_foot", "nl").draw()))


def test_an_interval_is_drawn_only_where_it_is_known():
    # Each whisker is three lines in ink on three of paper; the axis has lines of its own colours.
    lines = ET.fromstring(figure("christmas_cards", "nl").draw()).iter(f"{SVG}line")
    assert sum("--ov-figure-ink" in (line.get("stroke") or "") for line in lines) == 3


def test_panels_of_different_things_are_listed_below_each_other():
    shown = figure("small_proof", "nl")
    assert len(shown.chart().controls()[0].options) == 4
    assert len(shown.chart().table().rows) == 8
    assert {"5%", "9%"} <= set(texts(shown.draw(state={"panel": "2"})))
    assert "32%" not in texts(shown.draw(state={"panel": "2"}))


def test_panels_with_one_unit_share_a_scale():
    rects = [
        float(node.get("width", "0"))
        for node in ET.fromstring(figure("because", "nl").draw()).iter(f"{SVG}rect")
    ]
    assert rects[3] / rects[0] == pytest.approx(24 / 60, abs=0.01)


def test_ticking_a_study_off_moves_the_diamond():
    shown = figure("towels", "nl")
    every = list(shown.data.values)
    full, fewer = shown.draw(), shown.draw(state={"studies": every[:4]})
    assert "1,23 [1,02 tot 1,49]" in texts(full)
    assert "1,33 [1,13 tot 1,57]" in texts(fewer)  # by hand: 40.48 / 141.31 = 0.286, error 0.084
    assert "1,25 [1,07 tot 1,46]" in texts(shown.draw(state={"model": "fixed"}))
    none = shown.chart({"studies": []})
    assert "geen onderzoek aangevinkt" in none.summary()
    assert not any("Samen" in text for text in texts(shown.draw(state={"studies": []})))


def test_the_grid_has_a_hundred_squares_in_the_right_shares():
    root = ET.fromstring(figure("donor_register", "nl").draw())
    fills = [node.get("fill") for node in root.iter(f"{SVG}rect")]
    squares, legend = fills[:100], fills[100:]
    assert [squares.count(colour) for colour in legend] == [24, 34, 11, 31]


def test_the_grid_can_show_what_a_part_would_be_if_it_were_asked():
    shown = figure("donor_register", "nl")
    # Rings are refusals too, and each has one in the legend.
    circles = ET.fromstring(shown.draw(state={"share": 50})).iter(f"{SVG}circle")
    assert sum(node.get("fill") == "none" for node in circles) == 12 + 1 + 31 + 1
    assert "12% zou ja zeggen" in shown.chart({"share": 50}).summary()
    assert "12% zou ja zeggen" not in " ".join(texts(shown.draw()))


def test_the_slider_moves_the_hill():
    shown = figure("own_group", "nl")
    assert "De heuvels overlappen voor 87%." in texts(shown.draw())
    assert "De heuvels overlappen voor 32%." in texts(shown.draw(state={"d": 2}))
    assert shown.draw(state={"d": 7}) == shown.draw(state={"d": "x"})


def test_sliders_bend_the_curve():
    chart = figure("bystanders", "nl").chart({"alone": 40, "spread": 0})
    line = chart.data.fields["lines"][0]["formula"]
    assert chart.y(line, 2) == pytest.approx(100 * (1 - 0.6**2))  # type: ignore[attr-defined]
    assert "100%" in chart.summary()


@pytest.mark.parametrize(
    ("control", "raw", "value"),
    [
        (Control("c", "choice", "", "a", {"a": "A", "b": "B"}), "b", "b"),
        (Control("c", "choice", "", "a", {"a": "A", "b": "B"}), "z", "a"),
        (Control("c", "choice", "", "a", {"a": "A"}), ["a"], "a"),
        (Control("c", "ticks", "", ["a"], {"a": "A", "b": "B"}), ["b", "z", "a"], ["a", "b"]),
        (Control("c", "ticks", "", ["a"], {"a": "A"}), "a", ["a"]),
        (Control("c", "range", "", 0.5, low=0, high=2), 2, 2),
        (Control("c", "range", "", 0.5, low=0, high=2), float("nan"), 0.5),
        (Control("c", "range", "", 0.5, low=0, high=2), "1", 0.5),
    ],
)
def test_what_the_browser_sends_is_not_trusted(control: Control, raw: object, value: object):
    assert control.clean(raw) == value


def test_text_of_the_data_cannot_become_markup():
    drawing = Drawing(100)
    drawing.text(0, 10, '<b>&"')
    svg = drawing.svg(20, "<i>", "</desc><script>")
    assert [node.text for node in ET.fromstring(svg)] == ["<i>", "</desc><script>", '<b>&"']


def test_wrapping_keeps_words_and_width():
    lines = wrapped("een twee drie vier vijf zes zeven", 80)
    assert " ".join(lines) == "een twee drie vier vijf zes zeven"
    assert len(lines) > 1
    assert all(width_of(line) <= 80 for line in lines)
    assert wrapped("arbeidsongeschiktheidsverzekering", 50) == ["arbeidsongeschiktheidsverzekering"]

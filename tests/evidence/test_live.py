"""The live figure: a value from the browser brings a new drawing, and the static one stays beside it."""

import re

from course.evidence import figure
from course.evidence.figure import Guess
from course.evidence.view.live import LiveFigure


def test_a_new_state_is_drawn_by_the_same_code():
    shown = figure("towels", "nl")
    view = LiveFigure(shown)
    assert [control["kind"] for control in view.controls] == ["ticks", "choice"]
    assert view.drawn == {}
    view.state = {**view.state, "model": "fixed"}
    assert view.drawn["chart"] == shown.drawings(state=view.state)
    assert "1,25 [1,07 tot 1,46]" in view.drawn["summary"]
    assert "1,25 [1,07 tot 1,46]" in view.drawn["table"]


def test_a_wrong_state_draws_the_figure_as_it_began():
    view = LiveFigure(figure("own_group", "nl"))
    view.state = {"d": "<script>", "other": 3}
    assert "<script>" not in view.drawn["chart"]
    assert "d = 0,32" in view.drawn["summary"]


def test_the_prediction_stays_in_every_drawing():
    view = LiveFigure(figure("towels", "nl"), Guess(1.5))
    view.state = {"model": "fixed"}
    assert "ov-you" in view.html
    assert "ov-you" in view.drawn["chart"]


def test_static_comes_first_and_the_widget_only_where_something_can_be_set():
    static, live = figure("tips", "nl").live_outputs()
    assert [static] == figure("tips", "nl").outputs()
    assert "application/vnd.jupyter.widget-view+json" in live
    assert figure("christmas_cards", "nl").live_outputs() == figure("christmas_cards", "nl").outputs()


def test_the_module_needs_nothing_from_elsewhere():
    assert not re.search(r"\bimport\b|https?:|fetch\(", LiveFigure._esm)


def test_many_studies_have_buttons_for_those_that_belong_together():
    ticks = LiveFigure(figure("red", "nl")).controls[0]
    assert [len(ids) for ids in ticks["sets"].values()] == [45, 5, 3]
    assert all(set(ids) <= set(ticks["options"]) for ids in ticks["sets"].values())
    assert LiveFigure(figure("towels", "nl")).controls[0]["sets"] == {}

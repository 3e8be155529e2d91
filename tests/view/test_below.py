"""What came under an exercise is in its copy too: on paper there is nothing else."""

from __future__ import annotations

from course.evidence.figure import figure
from course.kinds.afterwards import Afterwards
from course.view.static import below_html


def test_a_figure_and_what_one_may_take_from_it_are_in_the_copy():
    html = below_html(
        Afterwards(figure("tips", "nl"), "Eén **zaal**.\n\nZie [hier](https://x.nl).").live_outputs()
    )
    assert "ov-chart-wide" in html
    assert "Strohmetz" in html
    assert "<strong>zaal</strong>" in html
    assert "https&#58;&#47;&#47;x&#46;nl" in html


def test_a_text_is_still_a_text():
    assert "<script" not in below_html([{"text/markdown": "<script>x</script>"}])

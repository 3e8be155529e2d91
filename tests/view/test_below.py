"""What came under an exercise is in its copy too: on paper there is nothing else."""

from __future__ import annotations

from course.evidence.figure import figure
from course.kinds.afterwards import Afterwards
from course.view.static import below_html


def test_a_figure_and_what_one_may_take_from_it_are_in_the_copy():
    html = below_html(
        Afterwards(
            figure("tips", "nl"), "Eén **zaal**.\n\n| nu | straks |\n|---|---|\n| 2% | 3% |"
        ).live_outputs()
    )
    assert "ov-chart-wide" in html
    assert "Strohmetz" in html
    assert "<strong>zaal</strong>" in html
    assert "<tr><th>nu</th><th>straks</th></tr><tr><td>2&#37;</td>" in html


def test_a_text_is_still_a_text():
    assert "<script" not in below_html([{"text/markdown": "<script>x</script>"}])

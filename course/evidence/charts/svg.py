"""A drawing in SVG: text that is measured and wrapped, colours that follow the theme."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from course.plot import FONT

# The stylesheet of the figure gives the colours of the theme; without it these of light paper hold.
INK = "var(--ov-figure-ink, #1b1f24)"
SOFT = "var(--ov-figure-soft, #51575f)"
LINE = "var(--ov-figure-line, #ddd9d0)"
PAPER = "var(--ov-figure-paper, #ffffff)"
BASE = "var(--ov-figure-base, #767b82)"
MAIN = "var(--ov-figure-main, #1f5fa8)"
OTHER = "var(--ov-figure-other, #a24a12)"

TEXT, SMALL = 14, 13
"""Sizes of text, in units of the drawing: about pixels."""

_NARROW = set("iljtfrI.,:;'|!()[] ")
_WIDE = set("mwMW@%€")


def width_of(text: str, size: float = TEXT, bold: bool = False) -> float:
    """About how wide `text` is; rather too wide than too narrow."""
    ems = sum(
        0.38 if one in _NARROW else 0.98 if one in _WIDE else 0.72 if one.isupper() else 0.63 for one in text
    )
    return size * ems * (1.06 if bold else 1)


def wrapped(text: str, width: float, size: float = TEXT, bold: bool = False) -> list[str]:
    """`text` on lines of at most `width`; a word that is wider stands alone."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and width_of(f"{lines[-1]} {word}", size, bold) <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return lines


class Drawing:
    """Collects shapes; `svg` closes it. The origin is the upper left corner."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.parts: list[str] = []

    def add(self, name: str, **attributes: Any) -> None:
        """A shape without content; ``_`` in a name stands for ``-``."""
        self.parts.append(f"<{name}{_written(attributes)}/>")

    def line(self, x1: float, y1: float, x2: float, y2: float, color: str = INK, **more: Any) -> None:
        """A straight line."""
        self.add("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=color, **more)

    def path(self, points: Sequence[tuple[float, float]], **more: Any) -> None:
        """A line through points."""
        self.add("path", d="M" + "L".join(f"{_number(x)} {_number(y)}" for x, y in points), **more)

    def text(
        self,
        x: float,
        y: float,
        text: str | Sequence[str],
        size: float = TEXT,
        anchor: str = "start",
        color: str = INK,
        bold: bool = False,
        halo: bool = False,
    ) -> float:
        """Lines of text, the first with its baseline at `y`; the height they take.

        `halo` paints the paper around the letters, where they lie over other shapes.
        """
        lines = [text] if isinstance(text, str) else text
        step = size * 1.3
        more: dict[str, Any] = {"font_weight": 600} if bold else {}
        if halo:
            more |= {"paint_order": "stroke", "stroke": PAPER, "stroke_width": 4, "stroke_linejoin": "round"}
        for i, line in enumerate(lines):
            attributes = _written(
                {"x": x, "y": y + i * step, "font_size": size, "text_anchor": anchor, "fill": color, **more}
            )
            self.parts.append(f"<text{attributes}>{escape(line, quote=False)}</text>")
        return step * len(lines)

    def whisker(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """An interval, horizontal or vertical, with a short line at each end; paper around it keeps it legible."""
        across = y1 == y2
        lines = [(x1, y1, x2, y2)]
        lines += [(x, y1 - 5, x, y1 + 5) if across else (x - 5, y, x + 5, y) for x, y in ((x1, y1), (x2, y2))]
        for color, width in ((PAPER, 5), (INK, 2)):
            for line in lines:
                self.line(*line, color, stroke_width=width)

    def dashed(self, points: Sequence[tuple[float, float]]) -> None:
        """The reader's own prediction: a dashed line in ink."""
        self.path(points, fill="none", stroke=INK, stroke_width=2, stroke_dasharray="5 4", class_="ov-you")

    def svg(self, height: float, title: str, alt: str, name: str = "") -> str:
        """The whole drawing, with its text alternative."""
        head = _written(
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "viewBox": f"0 0 {self.width} {round(height)}",
                "role": "img",
                "class_": f"ov-chart {name}".strip(),
                "font_family": FONT,
            }
        )
        words = f"<title>{escape(title, quote=False)}</title><desc>{escape(alt, quote=False)}</desc>"
        return f"<svg{head}>{words}{''.join(self.parts)}</svg>"


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _written(attributes: dict[str, Any]) -> str:
    texts = (
        (key.rstrip("_").replace("_", "-"), _number(value) if isinstance(value, float) else str(value))
        for key, value in attributes.items()
    )
    return "".join(f' {key}="{escape(value)}"' for key, value in texts)

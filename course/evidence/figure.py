"""A figure of the evidence, as a lesson shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import course.evidence.caption as caption
from course.i18n import translator
from course.plot import CONFIG, Bundle

from .charts import FAMILIES, Chart
from .charts.chart import NARROW, WIDE
from .error import EvidenceError
from .model import FigureData, Study
from .printing import filled, finding
from .reading import evidence

PLOTLY = "application/vnd.plotly.v1+json"


def figure(id: str, language: str) -> Figure:
    """The figure with this id, in a language.

    Raises:
        EvidenceError: when there is none, or when its texts are not there in that language.
    """
    figures = evidence().figures
    if id not in figures:
        raise EvidenceError(f"there is no figure {id!r}; there are: {', '.join(sorted(figures))}")
    figures[id].texts_in(language)
    return Figure(figures[id], language)


@dataclass(frozen=True)
class Guess:
    """What the reader said before the figure was there.

    Attributes:
        number: in the unit of its axis, where that has a place for it; the chart marks it.
        words: anything else, above the chart.
    """

    number: float | None = None
    words: Sequence[str] = ()


NO_GUESS = Guess()


@dataclass(frozen=True)
class Figure:
    """A chart with its finding, source, strength of evidence and table."""

    data: FigureData
    language: str

    @property
    def id(self) -> str:
        """The figure's id."""
        return self.data.id

    @property
    def title(self) -> str:
        """The finding, in a sentence."""
        return self._fill(self.data.texts_in(self.language).title)

    @property
    def alt(self) -> str:
        """What the chart shows, in words."""
        return self._fill(self.data.texts_in(self.language).alt)

    @property
    def notes(self) -> list[str]:
        """How to read it."""
        return [self._fill(note) for note in self.data.texts_in(self.language).notes]

    def chart(self, state: Mapping[str, Any] | None = None) -> Chart:
        """The chart, as the reader has set it."""
        texts = self.data.texts_in(self.language)
        words = self._fill_all({**texts.more, "labels": texts.labels})
        return FAMILIES[self.data.family](self.data, translator(self.language), words, state or {})

    def draw(
        self, prediction: float | None = None, state: Mapping[str, Any] | None = None, width: int = WIDE
    ) -> str:
        """The chart as SVG.

        Args:
            prediction: the reader's own, in the unit of the axis; drawn as a dashed mark.
            state: what the reader has set, {control: value}.
            width: in units of the drawing, about pixels.
        """
        name = "ov-chart-narrow" if width <= NARROW else "ov-chart-wide"
        # The text alternative tells of the chart as it is at first; after that its summary does.
        chart = self.chart(state)
        alt = (state and chart.summary()) or self.alt
        return chart.svg(width, self.title, alt, prediction, name)

    def drawings(self, prediction: float | None = None, state: Mapping[str, Any] | None = None) -> str:
        """The chart for a phone and for a page; the stylesheet shows the one that fits."""
        return "".join(self.draw(prediction, state, width) for width in (NARROW, WIDE))

    def html(self, guess: Guess = NO_GUESS) -> str:
        """The whole figure, which needs nothing else."""
        chart = self.chart()
        shown = " ov-figure-said" if chart.summary_shown else ""
        return self._framed(
            f"{self._head(guess)}"
            '<div class="ov-figure-controls"></div>'
            f'<div class="ov-figure-chart">{self.drawings(guess.number)}</div>'
            f'<p class="ov-figure-summary{shown}">{chart.summary()}</p>{self.foot}'
        )

    @property
    def foot(self) -> str:
        """What stands below the chart, as HTML."""
        data = evidence()
        sizes = {
            source.id: finding(data, source.n, self.language)
            for source in self.data.sources
            if isinstance(source, Study) and source.n
        }
        return caption.foot(translator(self.language), self.data, sizes, self.notes, self.chart().table())

    def outputs(self, guess: Guess = NO_GUESS) -> list[Bundle]:
        """MIME bundles to show below each other, without a kernel behind them."""
        plot = self.chart().plot()
        if plot is None:
            return [{"text/html": self.html(guess), "text/plain": self.alt}]
        drawn = self._framed(f'<div class="ov-figure-chart">{self.drawings(guess.number)}</div>')
        return [
            {"text/html": self._framed(self._head(guess)), "text/plain": self.title},
            {PLOTLY: {**plot, "config": CONFIG}, "text/html": drawn, "text/plain": self.alt},
            {"text/html": self._framed(self.foot), "text/plain": ""},
        ]

    def live_outputs(self, guess: Guess = NO_GUESS) -> list[Bundle]:
        """`outputs`, and where something can be set a widget that takes their place while a kernel is there."""
        if not self.chart().controls():
            return self.outputs(guess)
        from .view.live import LiveFigure

        view: Any = LiveFigure(self, guess)
        return [*self.outputs(guess), {**view._repr_mimebundle_()[0], "text/plain": self.alt}]

    def predicted(self, about: str = "", number: float | None = None, words: Sequence[str] = ()) -> Predicted:
        """This figure with what the reader predicted in it.

        Args:
            about: the id of the number that it is about; "" for none.
            number: what was predicted of it.
            words: the same in words, which stand there when the chart has no place for the number.
        """
        is_marked = number is not None and bool(about) and self.chart().can_mark(about)
        return Predicted(self, Guess(number) if is_marked else Guess(words=words))

    def _ipython_display_(self) -> None:
        from IPython.display import display

        from course.view import is_grading

        for bundle in self.outputs() if is_grading() else self.live_outputs():
            display(bundle, raw=True)

    def _head(self, guess: Guess) -> str:
        return caption.head(translator(self.language), self.title, guess.words)

    def _framed(self, inner: str) -> str:
        return f'<figure class="ov-figure" lang="{self.language}"><style>{caption.stylesheet()}</style>{inner}</figure>'

    def _fill(self, text: str) -> str:
        return filled(evidence(), text, self.language)

    def _fill_all(self, texts: Any) -> Any:
        if isinstance(texts, str):
            return self._fill(texts)
        if isinstance(texts, Mapping):
            return {key: self._fill_all(text) for key, text in texts.items()}
        return [self._fill_all(text) for text in texts]


@dataclass(frozen=True)
class Predicted:
    """A figure with the reader's own prediction in it."""

    figure: Figure
    guess: Guess

    def live_outputs(self) -> list[Bundle]:
        """As those of the figure."""
        return self.figure.live_outputs(self.guess)

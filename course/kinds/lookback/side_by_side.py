"""What stands below a Lookback: both tests in a figure, in words and as a table, and each question with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING, Any

from course.evidence import caption
from course.evidence.charts.chart import NARROW, WIDE, Table
from course.kinds.lookback.chart import GoalHits, draw, in_words
from course.kinds.lookback.outcome import Hits, Taken, by_confidence, count, is_right
from course.result import SIGNS, Verdict, verdict_word

if TYPE_CHECKING:
    from course.kinds.lookback.exercise import Lookback


@dataclass(frozen=True)
class SideBySide:
    """Both tests as they were when the participant committed; a test of which nothing is kept is left out."""

    exercise: Lookback
    taken: Taken

    @property
    def t(self) -> Any:
        """Words in the language of the exercise."""
        return self.exercise.t

    @cached_property
    def tests(self) -> list[Mapping[str, Any]]:
        """The tests that were done, the last one last."""
        *first, last = self.exercise.tests
        return [*(test for test in first if any(name in self.taken for name in test["items"])), last]

    @cached_property
    def rows(self) -> list[GoalHits]:
        """Each goal of the last test, then the whole."""
        goals = [*self.tests[-1]["goals"].items(), ("", self.t("Together"))]
        return [
            GoalHits(label, tuple(count(test["items"], self.taken, goal) for test in self.tests))
            for goal, label in goals
        ]

    @property
    def title(self) -> str:
        """The whole in a sentence."""
        told = [
            self._told(test["title"], one) for test, one in zip(self.tests, self.rows[-1].counts, strict=True)
        ]
        if len(told) == 1:
            told.append(self.t("there is no first test to lay beside it"))
        return self.t("Right: {counts}.").format(counts="; ".join(told))

    @property
    def alt(self) -> str:
        """The figure in words."""
        return " ".join(self._line(row) for row in self.rows)

    @property
    def sureness(self) -> str:
        """In a sentence, how often one was right when one was so sure; empty when nothing was said about it."""
        found = by_confidence(self.tests[-1]["items"], self.taken)
        words = {"sure": self.t("Certain"), "think": self.t("I think so"), "guess": self.t("A guess")}
        told = [self._told(f"“{word}”", found[name]) for name, word in words.items() if name in found]
        if not told:
            return ""
        return self.t("How sure you were, and how often you were right: {levels}.").format(
            levels=", ".join(told)
        )

    def _told(self, what: str, one: Hits) -> str:
        return self.t("{what} {right} of {n}").format(what=what, right=one.right, n=one.of)

    def _line(self, row: GoalHits) -> str:
        told = [self._told(test["title"], one) for test, one in zip(self.tests, row.counts, strict=True)]
        return f"{row.label}: {', '.join(told)}."

    def _span(self, one: Hits) -> str:
        low, high = one.interval
        return self.t("{low} to {high}").format(low=f"{low:.0f}%", high=f"{high:.0f}%")

    def table(self) -> Table:
        """The numbers of the figure, with their intervals."""
        heads = [head for test in self.tests for head in (test["title"], self.t("95% interval"))]
        rows = []
        for row in self.rows:
            cells = [cell for one in row.counts for cell in (in_words(one, self.t), self._span(one))]
            rows.append((row.label, *cells))
        return Table((self.t("Principle"), *heads), tuple(rows))

    def svg(self, width: int) -> str:
        """The figure as SVG."""
        titles = [test["title"] for test in self.tests]
        return draw(width, titles, self.rows, self.title, self.alt, self.t)

    def html(self) -> str:
        """The whole, which needs nothing else."""
        told = [self.sureness, *self.exercise.limits.split("\n\n")]
        return (
            f'<figure class="ov-figure" lang="{self.exercise.language}"><style>{caption.stylesheet()}</style>'
            f"{caption.head(self.t, self.title)}"
            f'<div class="ov-figure-chart">{self.svg(NARROW)}{self.svg(WIDE)}</div>'
            + "".join(f"<p>{escape(one)}</p>" for one in told if one)
            + caption.folded(
                self.t("The numbers as a table"),
                f'<div class="ov-figure-table">{caption.table(self.table())}</div>',
            )
            + "".join(self._questions(test) for test in reversed(self.tests))
            + "</figure>"
        )

    def _questions(self, test: Mapping[str, Any]) -> str:
        """Every question of a test with what one chose and why; those of the last test are open."""
        heading = self.t("{title}: the answers, with their reasons").format(title=test["title"])
        told = "".join(self._question(name, item) for name, item in test["items"].items())
        is_open = " open" if test is self.tests[-1] else ""
        return f"<details{is_open}><summary>{escape(heading)}</summary>{told}</details>"

    def _question(self, name: str, item: Mapping[str, Any]) -> str:
        answer = self.taken.get(name)
        right = is_right(item, answer)
        verdict: Verdict = "right" if right else "wrong" if answer else "open"
        lines = list(self._reasons(item, answer["chosen"] if answer else None))
        head = f"{SIGNS[verdict]} {verdict_word(verdict, self.t)}"
        return f"<p><strong>{escape(head)}.</strong> {escape(item['question'])}</p><ul>{''.join(lines)}</ul>"

    def _reasons(self, item: Mapping[str, Any], chosen: str | None) -> Iterator[str]:
        """What one chose where that was wrong, and what is right, each with its reason."""
        if chosen and chosen != item["key"]:
            yield self._option(self.t("You chose"), item, chosen)
        yield self._option(self.t("Right"), item, item["key"])

    def _option(self, what: str, item: Mapping[str, Any], option: str) -> str:
        text, reason = item["options"][option], item["reasons"].get(option, "")
        return f"<li>{escape(what)}: <strong>{escape(text)}</strong> {escape(reason)}</li>"

    def plain(self) -> str:
        """The figure as text."""
        return "\n".join([*(self._line(row) for row in self.rows), self.sureness])

    def live_outputs(self) -> list[dict[str, Any]]:
        """As those of a figure of the evidence."""
        return [{"text/html": self.html(), "text/plain": self.plain()}]

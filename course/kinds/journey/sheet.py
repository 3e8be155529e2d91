"""A journey on paper: the line as a small drawing, and below it, phase by phase, what is there and what was added.

It stands in notebooks, in nbgrader's pages and in feedback, where no style sheet of ours is: what it looks like is in
the markup itself, in the colour of the text around it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from course.exercise import Answer
from course.i18n import Translator
from course.kinds.journey.exercise import Journey
from course.kinds.journey.line import HIGH, LOW

STEP = 16
"""Pixels between two feelings."""
LEAST, MOST = 130, 170
"""Pixels of a column; on a narrow page the table scrolls within itself."""
CELL = (
    "padding:4px 8px;border-top:1px solid currentColor;text-align:left;vertical-align:top;white-space:normal"
)
HEAD = f"{CELL};padding-left:0;width:5.5em"
DRAWN = "padding:0;border:0;text-align:left;vertical-align:top"


def board(exercise: Journey, answer: Answer, inert: Callable[[str], str]) -> str:
    """HTML of an answer, a column for each phase; empty when there is nothing. `inert` makes safe what was typed."""
    phases = exercise.phases_of(answer)
    if not exercise.progress(answer)[0] and not (exercise.own and phases):
        return ""
    t = exercise.t
    rows = {
        t("Feeling"): _feelings(exercise, answer, list(phases)) if exercise.feelings else [],
        t("Contact"): [_contact(exercise, answer, phase, inert) for phase in phases],
        t("Gesture"): [_gestures(exercise, answer, phase, inert) for phase in phases],
    }
    heads = [f"{at}. {inert(title)}" for at, title in enumerate(phases.values(), start=1)]
    body = "".join(
        _row(name, cells, DRAWN if name == t("Feeling") else CELL)
        for name, cells in rows.items()
        if any(cells)
    )
    head = "".join(f'<th scope="col" style="{CELL};border:0">{title}</th>' for title in heads)
    columns = len(heads) + 1
    width = f"width:100%;min-width:{LEAST * columns}px;max-width:{MOST * columns}px"
    style = f"table-layout:fixed;border-collapse:collapse;{width}"
    return (
        f'<div tabindex="0" style="overflow-x:auto"><table style="{style}">'
        f'<thead><tr><td style="{HEAD};border:0"></td>{head}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def feeling_words(t: Translator) -> dict[int, str]:
    """The feelings in words."""
    told = [t("very unpleasant"), t("unpleasant"), t("neutral"), t("pleasant"), t("very pleasant")]
    return dict(zip(range(LOW, HIGH + 1), told, strict=True))


def _row(name: str, cells: Iterable[str], style: str) -> str:
    told = "".join(f'<td style="{style}">{cell}</td>' for cell in cells)
    head = HEAD if style == CELL else f"{HEAD};border:0"
    return f'<tr><th scope="row" style="{head}">{name}</th>{told}</tr>'


def _feelings(exercise: Journey, answer: Answer, phases: Sequence[str]) -> list[str]:
    """For each phase its piece of both lines, and the feeling in words."""
    words, lifted = feeling_words(exercise.t), exercise.lifted(answer)
    now = [answer["feelings"].get(phase) for phase in phases]
    then = [lifted.get(phase, feeling) for phase, feeling in zip(phases, now, strict=True)]
    cells = []
    for at, feeling in enumerate(now):
        told = exercise.t("not chosen") if feeling is None else words[feeling]
        drawn = _piece(now, at, "")
        if then[at] != feeling:
            told += f" → {words[then[at] or 0]}"
        if then != now:
            drawn += _piece(then, at, ' stroke-dasharray="4 3"')
        cells.append(
            f'<svg width="100%" height="{_y(LOW - 0.5):g}" aria-hidden="true" style="display:block">'
            f'<line x1="0" x2="100%" y1="{_y(0):g}" y2="{_y(0):g}" stroke="currentColor" opacity="0.3"/>{drawn}</svg>'
            f'<div style="padding:0 8px 4px">{told}</div>'
        )
    return cells


def _y(feeling: float) -> float:
    return (HIGH - feeling + 0.5) * STEP


def _piece(values: Sequence[int | None], at: int, dashes: str) -> str:
    """The line within one column: from its dot half of the way to the phases beside it, where those are known."""
    here = values[at]
    if here is None:
        return ""
    ends = [
        (f"{edge}%", values[other])
        for edge, other in ((0, at - 1), (100, at + 1))
        if other in range(len(values))
    ]
    lines = "".join(
        f'<line x1="50%" y1="{_y(here):g}" x2="{edge}" y2="{_y((here + there) / 2):g}"'
        f' stroke="currentColor" stroke-width="2"{dashes}/>'
        for edge, there in ends
        if there is not None
    )
    fill = "none" if dashes else "currentColor"
    return f'{lines}<circle cx="50%" cy="{_y(here):g}" r="4" fill="{fill}" stroke="currentColor" stroke-width="2"/>'


def _contact(exercise: Journey, answer: Answer, phase: str, inert: Callable[[str], str]) -> str:
    """What is there already, a line each, with the label that it got."""

    def label(name: str) -> str:
        given = answer.get("labels", {}).get(name)
        return f"<strong>{inert(exercise.labels[given])}</strong>" if given else ""

    told = [*exercise.touchpoints.get(phase, ()), *answer.get("contacts", {}).get(phase, "").splitlines()]
    lines = [inert(one) for one in told if one.strip()]
    lines += [f"{inert(text)} {label(name)}" for name, text in exercise.moments.get(phase, {}).items()]
    return (
        "<br>".join(f"· {line}" for line in lines) + ("<br>" if lines and label(phase) else "") + label(phase)
    )


def _gestures(exercise: Journey, answer: Answer, phase: str, inert: Callable[[str], str]) -> str:
    """The cards that were placed here, with why."""
    cards = [card for card, place in answer["placed"].items() if place == phase]
    return "<br>".join(
        f"<strong>{inert(exercise.cards[card])}</strong><br>{inert(answer['motives'].get(card, ''))}"
        for card in cards
    )

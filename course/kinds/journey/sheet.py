"""A journey on paper: the line as a small drawing, and below it, phase by phase, what is there and what was added.

It stands in notebooks, in nbgrader's pages and in feedback, where no style sheet of ours is: what it looks like is in
the markup itself, in the colour of the text around it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from course.exercise import Answer
from course.i18n import Translator
from course.kinds.journey.exercise import Journey
from course.kinds.journey.line import HIGH, LOW

STEP = 16
"""Pixels between two feelings."""
LEAST, MOST = 130, 170
"""Pixels of a column; where they do not all fit beside each other, the road goes on below."""
PART = "padding:4px 8px;border-top:1px solid currentColor"


def board(exercise: Journey, answer: Answer, inert: Callable[[str], str]) -> str:
    """HTML of an answer, a column for each phase; empty when there is nothing. `inert` makes safe what was typed."""
    phases = exercise.phases_of(answer)
    if not exercise.progress(answer)[0] and not (exercise.own and phases):
        return ""
    t = exercise.t
    names = [f"<strong>{at}. {inert(title)}</strong>" for at, title in enumerate(phases.values(), start=1)]
    rows = [[f'<div style="padding:12px 8px 4px">{name}</div>' for name in names]]
    if exercise.feelings:
        rows.append([f"<div>{cell}</div>" for cell in _feelings(exercise, answer, list(phases))])
    for word, part in ((t("Contact"), _contact), (t("Gesture"), _gestures)):
        cells = [part(exercise, answer, phase, inert) for phase in phases]
        if any(cells):
            rows.append([_part(word, cell) for cell in cells])
    # The parts of phases beside each other stand on the same lines; where that is not known, they stand as they come.
    column = f"display:grid;grid-row:span {len(rows)};grid-template-rows:subgrid;margin:0;padding:0"
    columns = "".join(f'<li style="{column}">{"".join(cells)}</li>' for cells in zip(*rows, strict=True))
    width = f"grid-template-columns:repeat(auto-fit,minmax({LEAST}px,1fr));max-width:{MOST * len(phases)}px"
    return f'<ol style="display:grid;{width};margin:0;padding:0;list-style:none">{columns}</ol>'


def feeling_words(t: Translator) -> dict[int, str]:
    """The feelings in words."""
    told = [t("very unpleasant"), t("unpleasant"), t("neutral"), t("pleasant"), t("very pleasant")]
    return dict(zip(range(LOW, HIGH + 1), told, strict=True))


def _part(word: str, cell: str) -> str:
    """One part of a phase, with its `word` above it; without either where there is nothing to tell."""
    told = f'<div style="opacity:0.75">{word}</div>{cell}' if cell else ""
    return f'<div style="{PART}">{told}</div>'


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

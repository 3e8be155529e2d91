"""How the report counts a Mark: each passage of the key, and each other sentence that somebody marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from course.assignment import Check
from course.exercise import Answer, words
from course.i18n import Translator
from course.kinds.mark.exercise import Mark, Span, covered, find_passage, sentences
from course.report.choices import ChoicePart, Choices, Row


def tally(check: Check, answers: Sequence[Answer], t: Translator) -> Choices:
    """Passages by label; a sentence outside the key is right when it is left alone."""
    exercise = cast(Mark, check.exercise)
    text, labels, reasons = words(exercise.text), exercise.labels, check.reasons or {}
    taken: dict[str | None, Counter[str | None]] = {label: Counter() for label in (*labels, None)}
    parts = []
    for span, label in _passages(exercise, check.key or {}):
        given = [_label_on(span, answer) for answer in answers]
        taken[label].update(given)
        quote = f"“{' '.join(text[span[0] : span[1] + 1])}”"
        if label:
            reason = reasons.get(label, "")
            parts.append(ChoicePart.counted(quote, labels[label], given, [label], labels, reason))
        elif any(given):
            part = ChoicePart.counted(quote, t("no label"), given, [], labels)
            parts.append(replace(part, right=part.nothing, nothing=0))
    rows = [
        Row(
            labels[label] if label else t("No label"),
            tuple(counts[column] for column in labels),
            frozenset([list(labels).index(label)] if label else []),
            counts[None],
        )
        for label, counts in taken.items()
        if counts
    ]
    names = list(labels.values())
    return Choices(len(answers), t("Passage"), t("Not marked"), parts, names, rows, has_categories=True)


def _passages(exercise: Mark, key: dict[str, Sequence[str]]) -> list[tuple[Span, str | None]]:
    """The passages of the key with their label, and the sentences between them with None; in reading order."""
    wanted: list[tuple[Span, str | None]] = [
        (span, label)
        for label, passages in key.items()
        for passage in passages
        if (span := find_passage(exercise.text, passage))
    ]
    inside = covered(span for span, _label in wanted)
    others = [(span, None) for span in sentences(exercise.text) if not covered([span]) & inside]
    return sorted([*wanted, *others], key=lambda pair: pair[0])


def _label_on(span: Span, answer: Answer) -> str | None:
    """The label that somebody put on most words of a passage, if on any."""
    here = covered([span])
    found = Counter[str]()
    for mark in answer["marks"]:
        if both := len(covered([(mark["from"], mark["to"])]) & here):
            found[mark["label"]] += both
    return found.most_common(1)[0][0] if found else None

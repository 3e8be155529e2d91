"""What people chose against what the key says: which categories are confused, and which part goes wrong how."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from course.exercise import Answer, words
from course.grading.autograde.assignment import Check
from course.kinds.choose import Choose
from course.kinds.journey import Journey
from course.kinds.mark import Mark, Span, covered, find_passage
from course.kinds.match import Match
from course.kinds.rewrite import Rewrite
from course.kinds.sort import Sort, accepted
from course.report.text import head

SENTENCE = re.compile(r"[.?!][\"'”’)]*$")
"""The last word of a sentence."""


@dataclass(frozen=True)
class Row:
    """What was chosen where `label` was right: a count per column, and how often nothing was."""

    label: str
    counts: tuple[int, ...]
    right: frozenset[int]
    nothing: int


@dataclass(frozen=True)
class Part:
    """One card, pair, passage or option, and how it went.

    ``wrong_as`` is the most frequent wrong choice, made ``wrong_count`` times; empty when there was none.
    """

    label: str
    right_as: str
    right: int
    wrong: int
    nothing: int
    wrong_as: str = ""
    wrong_count: int = 0
    reason: str = ""

    @property
    def people(self) -> int:
        """How many people met it."""
        return self.right + self.wrong + self.nothing


@dataclass(frozen=True)
class Confused:
    """Two categories: `right` was taken for `chosen`, `count` times out of `total`."""

    right: str
    chosen: str
    count: int
    total: int


@dataclass(frozen=True)
class Choices:
    """The choices that `people` made in one exercise; people who left it empty are not among them."""

    exercise: str
    kind: str
    people: int
    columns: Sequence[str] = ()
    rows: Sequence[Row] = ()
    parts: Sequence[Part] = ()

    @property
    def most_confused(self) -> Confused | None:
        """The pair of categories that was confused most; None when nothing was confused."""
        found = [
            Confused(row.label, self.columns[column], count, sum(row.counts) + row.nothing)
            for row in self.rows
            for column, count in enumerate(row.counts)
            if column not in row.right and count
        ]
        return max(found, key=lambda one: (one.count, one.count / one.total), default=None)

    @property
    def hardest(self) -> Part | None:
        """The part that went wrong most often."""
        wrong = [part for part in self.parts if part.wrong]
        return max(wrong, key=lambda part: part.wrong / part.people, default=None)


def choices_in(check: Check, answers: Sequence[Answer]) -> Choices | None:
    """The choices in `answers` to a checked exercise; None for a kind without any, or when all left it empty."""
    exercise = check.exercise
    made = [answer for answer in answers if exercise.progress(answer)[0]]
    if not made:
        return None
    key, reasons = check.key or exercise.key, check.reasons or exercise.reasons
    match exercise:
        case Sort():
            return _placed(check, made, key, reasons, exercise.bins)
        case Journey() if key:
            return _placed(check, made, key, reasons, exercise.phases)
        case Match():
            return _paired(exercise, made, key or {}, reasons)
        case Mark():
            return _marked(exercise, made, key or {}, reasons)
        case Choose():
            return _chosen(exercise, made, list(key or ()), reasons)
        case Rewrite() if exercise.criteria:
            return _criteria(check, made)
    return None


def _part(
    label: str,
    right_as: str,
    given: Sequence[str | None],
    right: Sequence[str],
    names: Mapping[str, str],
    why: str,
) -> Part:
    """A part from what each person gave for it: an id, or None for nothing."""
    wrong = Counter(one for one in given if one is not None and one not in right)
    most = max(wrong.items(), key=lambda pair: pair[1], default=("", 0))
    return Part(
        label,
        right_as,
        right=sum(one in right for one in given if one is not None),
        wrong=wrong.total(),
        nothing=sum(one is None for one in given),
        wrong_as=names.get(most[0], ""),
        wrong_count=most[1],
        reason=why,
    )


def _placed(
    check: Check,
    answers: Sequence[Answer],
    key: Mapping[str, Any],
    reasons: Mapping[str, str],
    places: Mapping[str, str],
) -> Choices:
    places = {place: head(name) for place, name in places.items()}
    cards: Mapping[str, str] = check.exercise.cards  # type: ignore[attr-defined]  # both kinds have them
    table = {right: Counter[str | None]() for right in places}
    parts = []
    for card, label in cards.items():
        right = accepted(key[card])
        given = [answer["placed"].get(card) for answer in answers]
        for place in given:  # where several places are right, a right choice is nobody's confusion
            table[place if place in right else right[0]][place] += 1
        right_as = " of ".join(places[place] for place in right)
        parts.append(_part(label, right_as, given, right, places, reasons.get(card, "")))
    rows = [
        Row(places[right], tuple(counts[place] for place in places), frozenset([at]), counts[None])
        for at, (right, counts) in enumerate(table.items())
        if counts
    ]
    return _choices(check.exercise, answers, list(places.values()), rows, parts)


def _paired(
    exercise: Match, answers: Sequence[Answer], key: Mapping[str, str], reasons: Mapping[str, str]
) -> Choices:
    columns = list(exercise.right)
    rows, parts = [], []
    for left, label in exercise.left.items():
        given = [answer["pairs"].get(left) for answer in answers]
        right = [key[left]] if left in key else []
        counts = Counter(given)
        rows.append(
            Row(
                label,
                tuple(counts[column] for column in columns),
                frozenset(columns.index(one) for one in right),
                counts[None],
            )
        )
        right_as = " of ".join(exercise.right[one] for one in right)
        parts.append(_part(label, right_as, given, right, exercise.right, reasons.get(left, "")))
    return _choices(exercise, answers, list(exercise.right.values()), rows, parts)


def _chosen(
    exercise: Choose, answers: Sequence[Answer], key: Sequence[str], reasons: Mapping[str, str]
) -> Choices:
    parts = []
    if exercise.many:
        for option, label in exercise.options.items():
            wanted = option in key
            right = sum((option in answer["chosen"]) == wanted for answer in answers)
            wrong = len(answers) - right
            as_wrong = ("niet gekozen" if wanted else "gekozen") if wrong else ""
            as_right = "kiezen" if wanted else "niet kiezen"
            parts.append(Part(label, as_right, right, wrong, 0, as_wrong, wrong, reasons.get(option, "")))
    else:
        given = [answer["chosen"][0] if answer["chosen"] else None for answer in answers]
        wrong_ones = Counter(one for one in given if one is not None and one not in key)
        about = max(wrong_ones, key=lambda one: wrong_ones[one], default=key[0] if key else "")
        right_as = " of ".join(exercise.options[one] for one in key)
        question = exercise.question.split("\n\n")[0]
        parts.append(_part(question, right_as, given, key, exercise.options, reasons.get(about, "")))
    return _choices(exercise, answers, [], [], parts)


def _marked(
    exercise: Mark, answers: Sequence[Answer], key: Mapping[str, Sequence[str]], reasons: Mapping[str, str]
) -> Choices:
    """Every passage of the key, and every sentence outside the key that somebody marked."""
    text = words(exercise.text)
    wanted = [
        (label, span)
        for label, passages in key.items()
        for passage in passages
        if (span := find_passage(exercise.text, passage))
    ]
    inside = covered(span for _label, span in wanted)
    others = [(None, span) for span in _sentences(text) if not covered([span]) & inside]
    columns = list(exercise.labels)
    table = {label: Counter[str | None]() for label in (*columns, None)}
    parts = []
    for label, span in sorted((*wanted, *others), key=lambda pair: pair[1]):
        given = [_label_on(span, answer) for answer in answers]
        table[label].update(given)
        quote = f"“{' '.join(text[span[0] : span[1] + 1])}”"
        if label:
            parts.append(
                _part(quote, exercise.labels[label], given, [label], exercise.labels, reasons.get(label, ""))
            )
        elif any(given):  # leaving it alone was right
            part = _part(quote, "geen label", given, [], exercise.labels, "")
            parts.append(replace(part, right=part.nothing, nothing=0))
    rows = [
        Row(
            exercise.labels[label] if label else "Geen label",
            tuple(counts[column] for column in columns),
            frozenset([columns.index(label)] if label else []),
            counts[None],
        )
        for label, counts in table.items()
        if counts
    ]
    return _choices(exercise, answers, list(exercise.labels.values()), rows, parts)


def _sentences(text: Sequence[str]) -> list[Span]:
    ends = [at for at, word in enumerate(text) if SENTENCE.search(word) or at == len(text) - 1]
    return list(zip([0, *(end + 1 for end in ends)], ends, strict=False))


def _label_on(span: Span, answer: Answer) -> str | None:
    """The label that somebody put on most words of a passage, if on any."""
    here = covered([span])
    found = Counter[str]()
    for mark in answer["marks"]:
        if both := len(covered([(mark["from"], mark["to"])]) & here):
            found[mark["label"]] += both
    return found.most_common(1)[0][0] if found else None


def _criteria(check: Check, answers: Sequence[Answer]) -> Choices:
    """What the coach sees in a text. Only titles: its reasons quote what people wrote."""
    counts: dict[str, Counter[str]] = {}
    for answer in answers:
        for item in check.result(answer).items:
            if item.id in check.exercise.criteria:  # type: ignore[attr-defined]  # a Rewrite
                counts.setdefault(item.label, Counter())[item.status] += 1
    parts = [
        Part(label, "", found["right"], found["wrong"], 0, "", found["wrong"])
        for label, found in counts.items()
    ]
    return _choices(check.exercise, answers, [], [], parts)


def _choices(
    exercise: Any, answers: Sequence[Answer], columns: list[str], rows: list[Row], parts: list[Part]
) -> Choices:
    parts.sort(key=lambda part: -(part.wrong + part.nothing) / max(1, part.people))
    return Choices(exercise.id, exercise.kind, len(answers), columns, rows, parts)

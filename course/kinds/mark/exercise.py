"""Mark: find passages in a text and say what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, ClassVar

from course.answers import Reader
from course.exercise import Answer, Exercise, ExerciseError, Score, words
from course.i18n import Message
from course.result import Item, Verdict

Span = tuple[int, int]
"""First and last word of a passage, counted from 0, both included."""


UNITS = ("word", "sentence")
SENTENCE = re.compile(r"[.!?…][\"'”’)]*$")


def find_passage(text: str, passage: str) -> Span | None:
    """Where `passage` stands in `text`, compared word by word without punctuation at the edges."""
    haystack, needle = _bare_words(text), _bare_words(passage)
    for start in range(len(haystack) - len(needle) + 1):
        if needle and haystack[start : start + len(needle)] == needle:
            return start, start + len(needle) - 1
    return None


@lru_cache
def _bare_words(text: str) -> tuple[str, ...]:
    """The words of a text without punctuation at their edges; many passages are looked for in one text."""
    return tuple(word.strip(".,:;?!()\"'“”‘’").casefold() for word in words(text))


def covered(spans: Iterable[Span]) -> set[int]:
    """The words inside any of the spans."""
    return {word for first, last in spans for word in range(first, last + 1)}


def sentences(text: str) -> list[Span]:
    """The sentences of `text` as spans of words, told by the sign at their end."""
    every = words(text)
    ends = [at for at, word in enumerate(every) if SENTENCE.search(word) or at == len(every) - 1]
    return list(zip([0, *(end + 1 for end in ends)], ends, strict=False))


def sentences_by_line(text: str) -> list[Span]:
    """As `sentences`, where a line ends a sentence too: a heading has no full stop."""
    found, start = [], 0
    for line in text.splitlines():
        found += [(first + start, last + start) for first, last in sentences(line)]
        start += len(words(line))
    return found


def f1(given: set[Any], wanted: set[Any]) -> float:
    """Overlap of two sets, of words or of sentences: the harmonic mean of precision and recall, 0 to 1."""
    total = len(given) + len(wanted)
    return 2 * len(given & wanted) / total if total else 1.0


@dataclass(eq=False, kw_only=True)
class Mark(Exercise):
    """Mark passages of `text` with `labels` ({id: text}); `key` is {label: [passages of the text]}.

    Args:
        unit: what one click marks, a ``word`` or a ``sentence``; then each passage of the key is a sentence.

    By word each label weighs the same, and within it each word; by sentence each sentence does, so that a short one
    that was overlooked costs no more than a long one.
    """

    text: str
    labels: Mapping[str, str]
    unit: str = "word"

    kind: ClassVar[str] = "mark"
    within: ClassVar[str] = "text"
    browser_fields: ClassVar[tuple[str, ...]] = ("text", "labels")

    def verify(self) -> None:
        if not words(self.text) or not self.labels:
            raise ExerciseError(f"{self.id}: give a text and at least one label")
        if self.unit not in UNITS:
            raise ExerciseError(f"{self.id}: the unit is one of {', '.join(UNITS)}")

    def content(self) -> dict[str, Any]:
        by_sentence = {"sentences": sentences_by_line(self.text)} if self.unit == "sentence" else {}
        return {**super().content(), **by_sentence}

    def verify_key(self, key: Any) -> None:
        self.require(key, self.labels, "key names")
        taken: set[int] = set()
        for label, passages in key.items():
            for passage in passages:
                span = find_passage(self.text, passage)
                if span is None:
                    raise ExerciseError(f"{self.id}: the text has no passage {passage!r} ({label})")
                if self.unit == "sentence" and span not in sentences_by_line(self.text):
                    raise ExerciseError(f"{self.id}: passage {passage!r} is not one whole sentence")
                if taken & covered([span]):
                    raise ExerciseError(f"{self.id}: passage {passage!r} overlaps another one")
                taken |= covered([span])

    def parts(self) -> Mapping[str, str]:
        return self.labels

    def clean(self, raw: Any, reader: Reader) -> Answer:
        last_word = len(words(self.text)) - 1
        marks: list[dict[str, Any]] = []
        taken: set[int] = set()
        for entry in reader.items(reader.mapping(raw).get("marks")):
            fields = reader.mapping(entry)
            first = reader.whole(fields.get("from"), 0, last_word)
            last = reader.whole(fields.get("to"), 0, last_word)
            label = reader.known(fields.get("label"), self.labels)
            if first is None or last is None or label is None or last < first:
                continue
            span = covered([(first, last)])
            if taken & span:
                reader.refuse(Message("Two marks overlap; the second one was left out."))
                continue
            taken |= span
            marks.append({"from": first, "to": last, "label": label})
        return {"marks": sorted(marks, key=lambda mark: mark["from"])}

    def score(self, answer: Answer, key: Any, reasons: Mapping[str, str]) -> Score:
        wanted = {
            label: [span for p in passages if (span := find_passage(self.text, p))]
            for label, passages in (key or {}).items()
        }
        items: list[Item] = []
        given: dict[str, set[int]] = {label: set() for label in self.labels}
        for mark in answer["marks"]:
            inside = covered([(mark["from"], mark["to"])])
            given[mark["label"]] |= inside
            items.append(self._judge(mark, inside, wanted, reasons))
        for label, spans in wanted.items():
            for span in spans:
                if not covered([span]) & given[label]:
                    items.append(self._item(span, label, "missed", reasons.get(label, "")))
        if self.unit == "sentence":
            return f1(
                self._whole(given), self._whole({each: covered(wanted[each]) for each in wanted})
            ), items
        shares = [f1(given[label], covered(wanted.get(label, ()))) for label in wanted]
        stray = [label for label in given if label not in wanted and given[label]]
        return sum(shares) / max(1, len(shares) + len(stray)), items

    def _whole(self, marked: Mapping[str, set[int]]) -> set[tuple[int, str]]:
        """The sentences, by number, of which a label has most of the words."""
        every = [covered([span]) for span in sentences_by_line(self.text)]
        return {
            (at, label)
            for label, inside in marked.items()
            for at, sentence in enumerate(every)
            if 2 * len(sentence & inside) > len(sentence)
        }

    def _judge(
        self,
        mark: Mapping[str, Any],
        span: set[int],
        wanted: Mapping[str, list[Span]],
        reasons: Mapping[str, str],
    ) -> Item:
        label = mark["label"]
        overlap = f1(span, covered(s for s in wanted.get(label, ()) if covered([s]) & span))
        verdict: Verdict = "right" if overlap >= 0.8 else "partial" if overlap > 0 else "wrong"
        reason = reasons.get(label, "")
        if verdict == "partial":
            reason = " ".join(
                [self.t("You have found the place; the edges could be sharper."), reason]
            ).strip()
        elif verdict == "wrong":
            reason = " ".join([self.t("This passage is something else."), reason]).strip()
        return self._item((mark["from"], mark["to"]), label, verdict, reason)

    def _item(self, span: Span, label: str, verdict: Verdict, reason: str) -> Item:
        """Feedback on a passage; its id says which words it is about."""
        passage = " ".join(words(self.text)[span[0] : span[1] + 1])
        quote = f"“{passage}” · {self.labels[label]}"
        return Item(f"{label}:{span[0]}-{span[1]}", quote, verdict, reason)

    def seconds(self) -> int:
        return 12 * len(sentences(self.text))

    def progress(self, answer: Answer) -> tuple[int, int]:
        return len({mark["label"] for mark in answer["marks"]}), len(self.labels)

    def describe(self, answer: Answer) -> list[tuple[str, str]]:
        text = words(self.text)
        return [
            (self.labels[mark["label"]], " ".join(text[mark["from"] : mark["to"] + 1]))
            for mark in answer["marks"]
        ]

    def model(self, key: Any) -> Answer | None:
        spans = [
            (span, label)
            for label, passages in key.items()
            for passage in passages
            if (span := find_passage(self.text, passage))
        ]
        return {"marks": [{"from": s[0], "to": s[1], "label": label} for s, label in sorted(spans)]}

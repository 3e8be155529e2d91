"""Plan: one's own answers from the whole course on a page to print, to copy or to mail to oneself."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from course.answers import Answers, Reader
from course.exercise import BESIDE, Answer, ExerciseError, Reaction, Score, count_words
from course.kinds.earlier import Continued


@dataclass(eq=False, kw_only=True)
class Plan(Continued):
    """Gathers texts of the participant in `parts` ({id: heading}), and asks for one more: the first step.

    Args:
        sources: {part: the exercises that it gathers, the oldest first}; where each stands is in `earlier`. Those that
            were answered with a text are shown, several of them side by side; of the others it says where they are.
        newest: the parts that show only the last of several versions; of older ones nothing is missed.
        pages: {exercise: the notebook that it is in}, for links.
    """

    headings: Mapping[str, str]
    sources: Mapping[str, Sequence[str]]
    newest: Sequence[str] = ()
    pages: Mapping[str, str] = field(default_factory=dict)

    kind: ClassVar[str] = "plan"
    browser_fields: ClassVar[tuple[str, ...]] = ()

    def verify(self) -> None:
        if not self.headings:
            raise ExerciseError(f"{self.id}: give at least one part")
        self.require(self.sources, self.headings, "sources of")
        for page in self.pages.values():
            if not re.fullmatch(BESIDE, page):
                raise ExerciseError(f"{self.id}: {page!r} is no notebook beside this one")

    def clean(self, raw: Any, reader: Reader) -> Answer:
        fields = reader.mapping(raw)
        return {"text": reader.text(fields.get("text")), **self.clean_along(fields, reader)}

    def react(self, answer: Answer, answers: Answers) -> Reaction:
        found = {name: self.recalled(record.answer) for name, record in self.found_versions(answers).items()}
        parts = [self._part(part, found) for part in self.headings]
        return Reaction({"parts": parts, "plain": self.plain(parts, answer)})

    def _part(self, part: str, found: Mapping[str, str]) -> dict[str, Any]:
        """A part of the page: what was found for it, and the texts in which the rest is to be written."""
        names = list(self.sources.get(part, ()))
        if part in self.newest:
            last = max((at for at, name in enumerate(names) if name in found), default=0)
            names = names[last:]
        missing = {name: self._where(name) for name in names if name not in found}
        return {
            "heading": self.headings[part],
            "entries": [
                {"title": self.earlier.get(name, ""), "text": found[name]} for name in names if name in found
            ],
            "missing": [{"where": where, "page": page} for where, page in dict.fromkeys(missing.values())],
        }

    def _where(self, name: str) -> tuple[str, str]:
        """In which text an exercise is, and its notebook."""
        return self.earlier.get(name) or self.t("this page"), self.pages.get(name, "")

    def plain(self, parts: Sequence[Mapping[str, Any]], answer: Answer) -> str:
        """The page as text, without what is missing."""
        lines = [self.question.split("\n")[0], answer["text"].strip()]
        for part in parts:
            if part["entries"]:
                lines.append(part["heading"].upper())
                lines += [
                    f"{one['title']}:\n{one['text'].strip()}".removeprefix(":\n") for one in part["entries"]
                ]
        return "\n\n".join(filter(None, lines))

    def score(self, answer: Answer, key: Any, reasons: Mapping[str, str]) -> Score:
        return 0, []  # a plan is for oneself

    def seconds(self) -> int:
        return 180

    def progress(self, answer: Answer) -> tuple[int, int]:
        return int(count_words(answer["text"]) > 0), 1

    def describe(self, answer: Answer) -> list[tuple[str, str]]:
        text = [(self.t("First step"), answer["text"])] if count_words(answer["text"]) else []
        return [*self.describe_along(answer), *text]

"""What an exercise shares that goes on from what the participant answered earlier, here or in another text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from course.answers import Answers, Reader, Record
from course.answers.lessons import lesson_answers
from course.exercise import Answer, Exercise


@dataclass(eq=False, kw_only=True)
class Continued(Exercise):
    """An exercise beside which stands what one answered earlier.

    Args:
        earlier: {exercise: the title of the text that it is in, empty for the same text}. The last one that has an
            answer is shown, so that the newest of several versions comes last.
        takes_along: whether the earlier text also goes into this answer, because this one is handed in; then it can be
            pasted where it is not found.
    """

    earlier: Mapping[str, str] = field(default_factory=dict)
    takes_along: bool = False

    @property
    def follows_others(self) -> bool:
        return bool(self.earlier)

    def content(self) -> dict[str, Any]:
        shown = {"earlier": dict(self.earlier), "takes_along": self.takes_along} if self.earlier else {}
        return {**super().content(), **shown}

    def recalled(self, answer: Mapping[str, Any]) -> str:
        """What to show of an earlier answer."""
        return Reader().text(answer.get("text"))

    def found_earlier(self, answers: Answers) -> dict[str, str]:
        """The earlier answer, for the view; empty when there is none."""
        found = self.found_versions(answers)
        return {"earlier": self._text(list(found.values())[-1])} if found else {}

    def found_versions(self, answers: Answers) -> dict[str, Record]:
        """What was answered to each exercise of `earlier` that has an answer to show, in their order."""
        lessons = lesson_answers(answers, self.language) if self.takes_along else None
        found = {}
        for name in self.earlier:
            records = [place.load(name) for place in (answers, lessons) if place]
            if shown := [record for record in records if record and self._text(record)]:
                found[name] = shown[0]
        return found

    def _text(self, record: Record) -> str:
        text = self.recalled(record.answer)
        return text if text.strip() else ""

    def clean_along(self, fields: Mapping[str, Any], reader: Reader) -> Answer:
        """The part of an answer that came along from an earlier one."""
        text = reader.text(fields.get("earlier")) if self.takes_along else ""
        return {"earlier": text} if text else {}

    def describe_along(self, answer: Answer) -> list[tuple[str, str]]:
        """That part for a person to read."""
        return [(self.t("Earlier version"), answer["earlier"])] if answer.get("earlier") else []

"""OwnCase: one's own case in small fields, of which every next version goes on from the last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from course.answers import Answers, Reader
from course.exercise import Answer, ExerciseError, Reaction, Score
from course.kinds.earlier import Continued
from course.kinds.open_task import OpenTask


@dataclass(eq=False, kw_only=True)
class OwnCase(Continued, OpenTask):
    """Small `fields` ({id: label}), each with a line of help in `hints`.

    The answer also holds all of it as one ``text``, for whoever goes on from it. A text that was written before there
    were fields stays in ``loose``. An earlier version without fields is taken over into the last one.
    """

    fields: Mapping[str, str]
    hints: Mapping[str, str] = field(default_factory=dict)

    kind: ClassVar[str] = "owncase"
    was: ClassVar[str] = "reflect"
    browser_fields: ClassVar[tuple[str, ...]] = ("fields", "hints", "rubric")

    def verify(self) -> None:
        if not self.fields:
            raise ExerciseError(f"{self.id}: give at least one field")
        self.require(self.hints, self.fields, "hint for")

    def clean(self, raw: Any, reader: Reader) -> Answer:
        given = reader.mapping(raw)
        loose = reader.text(given.get("loose") if "fields" in given else given.get("text"))
        return {
            **self._filled(reader.mapping(given.get("fields")), loose, reader),
            **self.clean_along(given, reader),
            **self.clean_compared(given, reader),
        }

    def _filled(self, given: Mapping[str, Any], loose: str, reader: Reader) -> Answer:
        texts = {name: reader.text(text) for name, text in given.items() if reader.known(name, self.fields)}
        filled = {name: texts[name] for name in self.fields if texts.get(name)}
        lines = [
            f"{self.fields[name].rstrip('?:.')}: {text.strip()}"
            for name, text in filled.items()
            if text.strip()
        ]
        text = "\n\n".join(filter(None, [*lines, loose]))
        return {"fields": filled, "text": text, **({"loose": loose} if loose else {})}

    def react(self, answer: Answer, answers: Answers) -> Reaction:
        versions = [
            {
                "title": self.earlier[name],
                "text": self.recalled(record.answer),
                "fields": self._known(record.answer),
            }
            for name, record in self.found_versions(answers).items()
        ]
        shown = {"versions": versions} if versions else {}
        return Reaction({**shown, **self.found_earlier(answers), **self.compared(answer)})

    def _known(self, answer: Mapping[str, Any]) -> dict[str, str]:
        """The fields of an earlier version that this one has too."""
        return self.clean({"fields": answer.get("fields")}, Reader())["fields"]

    def score(self, answer: Answer, key: Any, reasons: Mapping[str, str]) -> Score:
        return 0, []  # what a case is worth, a person says

    def seconds(self) -> int:
        return 60 * len(self.fields)

    def progress(self, answer: Answer) -> tuple[int, int]:
        filled = sum(bool(text.strip()) for text in answer["fields"].values())
        is_whole = not filled and answer["text"].strip()  # as it was written before there were fields
        return len(self.fields) if is_whole else filled, len(self.fields)

    def describe(self, answer: Answer) -> list[tuple[str, str]]:
        rows = [(self.fields[name], text) for name, text in answer["fields"].items() if text.strip()]
        if answer.get("loose", "").strip():
            rows.append((self.t("Text"), answer["loose"]))
        return [*self.describe_along(answer), *rows, *self.describe_compared(answer)]

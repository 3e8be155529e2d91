"""The front matter of a text."""

from __future__ import annotations

from typing import Literal

from course.authoring.block import Id
from course.authoring.fields import Fields, Text


class Header(Fields):
    """What a text says about itself before it begins.

    Attributes:
        title: as the reader sees it.
        language: of everything that the reader reads.
        goals: the learning goals by id; an assignment has those of its lesson.
        lesson: the lesson that an assignment belongs to.
        compare_with: the start test that this end test is laid beside in the report.
        test: whether an assignment measures and does not teach: a goal would then tell the answer, so none is released.
    """

    title: Text
    language: Literal["nl", "en"]
    goals: dict[Id, Text] = {}
    lesson: str | None = None
    compare_with: str | None = None
    test: bool = False

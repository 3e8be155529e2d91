"""How an author writes an Inquiry: subjects with what can be asked of them, each with its verdict and the reason."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Annotated, Any, ClassVar

from pydantic import Field

from course.authoring.block import Block, Fields, Id, Places, Problem, Text, texts, wrong_names
from course.i18n import Message
from course.kinds.inquiry.exercise import Inquiry, reachable
from course.kinds.sort.block import key_of


class Probe(Fields):
    """A question with its answer; it may open others, which cannot be asked before it."""

    text: Text
    answer: Text
    opens: Places = ()


class Subject(Fields):
    """Somebody or something to question; `is` is the verdict, or the verdicts, that hold."""

    name: Text
    text: Text
    questions: Annotated[dict[Id, Probe], Field(min_length=1)]
    is_: Places
    why: Text


class InquiryBlock(Block):
    """Questions that cost turns, and a verdict on each subject."""

    exercise: ClassVar = Inquiry

    turns: Annotated[int, Field(ge=1, le=50)]
    verdicts: Annotated[dict[Id, Text], Field(min_length=2)]
    subjects: Annotated[dict[Id, Subject], Field(min_length=1)]

    def content(self) -> dict[str, Any]:
        return {
            "subjects": {
                name: {"name": one.name, "text": one.text, "questions": _questions(one)}
                for name, one in self.subjects.items()
            },
            "judgements": self.verdicts,  # in a view a verdict is whether something is right
            "turns": self.turns,
        }

    def places(self) -> Collection[str]:
        return self.verdicts

    def key(self) -> Any:
        return key_of(texts(self.subjects, "is_"))

    def reasons(self) -> dict[str, str]:
        return texts(self.subjects, "why")

    def problems(self) -> Iterator[Problem]:
        for name, subject in self.subjects.items():
            yield from wrong_names(("subjects", name, "is"), subject.is_, self.verdicts)
            place = ("subjects", name, "questions")
            strange = [
                problem
                for asked, question in subject.questions.items()
                for problem in wrong_names((*place, asked, "opens"), question.opens, subject.questions)
            ]
            yield from strange
            if not strange:
                for asked in sorted(set(subject.questions) - reachable(_questions(subject))):
                    yield (*place, asked), Message("Nothing opens this question: one must stand open first.")
        if self.turns < len(self.subjects):
            yield ("turns",), Message("Give at least {n} here.", n=len(self.subjects))
        every = sum(len(subject.questions) for subject in self.subjects.values())
        if self.turns >= every:
            yield ("turns",), Message("There are {n} questions. With fewer turns one has to choose.", n=every)


def _questions(subject: Subject) -> dict[str, Any]:
    return {
        name: {
            "text": question.text,
            "answer": question.answer,
            **({"opens": list(question.opens)} if question.opens else {}),
        }
        for name, question in subject.questions.items()
    }

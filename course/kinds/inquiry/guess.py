"""An Inquiry by looks alone."""

from __future__ import annotations

from course.exercise import Answer
from course.kinds.inquiry.exercise import Inquiry
from course.kinds.ranking import Rank, Slot, favourites


def guess(exercise: Inquiry, rank: Rank) -> Answer:
    """The most attractive question to each subject, and then the judgement that goes best with what is told."""
    asked, told = [], {}
    for number, (name, subject) in enumerate(exercise.subjects.items()):
        free = {one: subject["questions"][one]["text"] for one in exercise.open_now((), name)}
        question = rank(Slot(subject["text"], number, len(exercise.subjects)), free)[0]
        asked.append({"subject": name, "question": question})
        told[name] = f"{subject['text']} {subject['questions'][question]['answer']}"
    return {"asked": asked, "placed": favourites(told, exercise.judgements, rank)}

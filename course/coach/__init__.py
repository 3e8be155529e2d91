"""The coach: visible criteria for a text, formative and never a judgement of persuasiveness.

A criterion has three verdicts. *seen* and *not_yet* are for criteria that were measured to agree with people on texts
they had never seen (`course.coach.reliability`). The others only say *look*: they mark sentences and ask one question.
Where the coach has nothing to point at it is silent.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from course.coach import nl
from course.coach.criterion import Criterion
from course.coach.draft import Draft
from course.coach.finding import CoachVerdict, Finding, Passage

LANGUAGES: Mapping[str, Mapping[str, Criterion]] = {"nl": nl.CRITERIA}
"""The criteria per language. A language that is not here has no coach yet."""

CRITERIA: tuple[str, ...] = tuple(nl.CRITERIA)
"""The ids of all criteria, the same in every language."""


def read(text: str, criteria: Iterable[str], language: str) -> list[Finding]:
    """What `criteria` say about `text`, in the order asked; a criterion with nothing to say is left out.

    Args:
        text: what the reader wrote.
        criteria: ids from `CRITERIA`.
        language: of the text, and of what the coach says. A language without a coach gives no findings, so that an
            exercise in that language shows none.

    Returns:
        No findings at all when the text is empty or has nothing to read in it.

    Raises:
        KeyError: for a criterion that does not exist.
    """
    page = Draft(text)
    if language not in LANGUAGES or not page.sentences:
        return []
    findings = (LANGUAGES[language][name].read(page) for name in criteria)
    return [finding for finding in findings if finding]


__all__ = ["CRITERIA", "LANGUAGES", "CoachVerdict", "Criterion", "Finding", "Passage", "read"]

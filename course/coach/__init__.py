"""The coach: transparent criteria for a text, formative and never a judgement of persuasiveness."""

from course.coach.finding import Finding

CRITERIA = dict.fromkeys(
    ("gives_first", "no_strings", "concrete", "personal", "no_pressure", "readable")
)


def read(text, criteria):
    return [Finding(c, c, True, (), "") for c in criteria]


__all__ = ["CRITERIA", "Finding", "read"]

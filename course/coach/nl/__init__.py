"""The criteria for Dutch copy."""

from course.coach.criterion import Criterion
from course.coach.nl import personal, readable
from course.coach.reliability import reliable

_RULES = {
    "personal": ("Persoonlijk", personal.rule),
    "readable": ("Leesbaar", readable.rule),
}
CRITERIA = {id: Criterion(id, title, rule, reliable("nl", id)) for id, (title, rule) in _RULES.items()}

__all__ = ["CRITERIA"]

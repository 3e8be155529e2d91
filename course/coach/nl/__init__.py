"""The criteria for Dutch copy."""

from course.coach.criterion import Criterion
from course.coach.nl import concrete, gives_first, no_pressure, no_strings, personal, readable
from course.coach.reliability import reliable

_RULES = {
    "gives_first": ("Geeft vóór vraagt", gives_first.rule),
    "no_strings": ("Zonder voorwaarde", no_strings.rule),
    "concrete": ("Concreet", concrete.rule),
    "personal": ("Persoonlijk", personal.rule),
    "no_pressure": ("Zonder druk", no_pressure.rule),
    "readable": ("Leesbaar", readable.rule),
}
CRITERIA = {id: Criterion(id, title, rule, reliable("nl", id)) for id, (title, rule) in _RULES.items()}

__all__ = ["CRITERIA"]

"""The criteria for Dutch copy."""

from course.coach.criterion import Criterion
from course.coach.nl import concrete, gives_first, no_pressure, no_strings, personal, readable

CRITERIA = {
    criterion.id: criterion
    for criterion in (
        Criterion("gives_first", "Geeft vóór vraagt", gives_first.judge),
        Criterion("no_strings", "Zonder voorwaarde", no_strings.judge),
        Criterion("concrete", "Concreet", concrete.judge),
        Criterion("personal", "Persoonlijk", personal.judge),
        Criterion("no_pressure", "Zonder druk", no_pressure.judge),
        Criterion("readable", "Leesbaar", readable.judge),
    )
}

__all__ = ["CRITERIA"]

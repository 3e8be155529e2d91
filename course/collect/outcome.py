"""What came of one hand-in that was looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Status = Literal["new", "updated", "unchanged", "kept", "refused"]

BY_HAND = "er staat al werk dat iemand zelf heeft neergezet; haal dat weg als dit ervoor in de plaats moet"


@dataclass(frozen=True)
class Collected:
    """What came of one hand-in, or of one file that could not be understood.

    Attributes:
        student: the name of the folder in ``submitted``; empty when nobody knows whose it is.
        source: what it was called where it came from.
        status: ``kept`` is what a person put in place; it stays.
        reason: why it was refused or kept, in the instructor's language, as the end of a sentence.
        remarks: what an instructor should know about a hand-in that was collected, as sentences.
    """

    student: str
    source: str
    status: Status
    reason: str = ""
    remarks: tuple[str, ...] = ()

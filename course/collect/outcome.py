"""What came of one hand-in that was looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from course.i18n import Message

BY_HAND = Message(
    "There already is work that somebody put there by hand. Remove that if this has to take its place."
)


@dataclass(frozen=True)
class Collected:
    """What came of one hand-in, or of one file that could not be understood.

    Attributes:
        student: the name of the folder in ``submitted``; empty when nobody knows whose it is.
        source: what it was called where it came from, printable.
        status: ``kept`` is what a person put in place; it stays.
        reason: why it was refused or kept.
        remarks: what an instructor should know about a hand-in that was collected.
    """

    student: str
    source: str
    status: Literal["new", "updated", "unchanged", "kept", "refused"]
    reason: Message | None = None
    remarks: tuple[Message, ...] = ()

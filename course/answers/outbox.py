"""Answers that cannot be kept yet: they wait here and are tried again until they are kept."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Mapping
from contextlib import suppress

from course.answers.newest import newest
from course.answers.record import Record
from course.answers.store import Answers, UnkeptError

PAUSES = (1.0, 2.0, 4.0, 8.0)
"""Seconds before the next try; the last one from then on."""


class Outbox(Answers):
    """The answers of an open notebook, those that are not on disk included.

    Args:
        folder: as for `Answers`.
        copies: those in the notebook when it was opened; see `open`.

    Attributes:
        waiting: why an answer is not kept, by exercise.
    """

    def __init__(
        self, folder: str | os.PathLike[str] = "answers", copies: Mapping[str, Record] | None = None
    ) -> None:
        super().__init__(folder)
        self.waiting: dict[str, UnkeptError] = {}
        self._copies = dict(copies or {})
        self._then: dict[str, Callable[[Record], None]] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._tries = 0

    def open(self, exercise: str, then: Callable[[Record], None]) -> None:
        """An exercise comes on the page.

        The copy of its answer in the notebook is taken over when that is the newest: it could not be kept then, or was
        made elsewhere. That happens once; afterwards this kernel knows better.

        Args:
            exercise: its id.
            then: called with each record that had to wait and is kept now.
        """
        self._then[exercise] = then
        if copy := self._copies.pop(exercise, None):
            with suppress(UnkeptError):  # it waits
                self.adopt(copy)

    def load(self, exercise: str) -> Record | None:
        """The newest record: on disk, or on its way there."""
        waiting = [self.waiting[exercise].record] if exercise in self.waiting else []
        return newest([super().load(exercise), *waiting]).get(exercise)

    def put(self, record: Record) -> None:
        """As `Answers.put`; what cannot be kept now is tried again."""
        try:
            super().put(record)
        except UnkeptError as error:
            self.waiting[record.exercise] = error
            if error.passing:
                self._try_later()
            raise
        self.waiting.pop(record.exercise, None)
        self._tries = 0

    def _try_later(self) -> None:
        if self._timer is None:
            with suppress(RuntimeError):  # without an event loop there is no later
                loop = asyncio.get_running_loop()
                self._timer = loop.call_later(PAUSES[min(self._tries, len(PAUSES) - 1)], self._try)

    def _try(self) -> None:
        self._timer, self._tries = None, self._tries + 1
        for error in [error for error in self.waiting.values() if error.passing]:
            with suppress(UnkeptError):
                self.put(error.record)
                self._then[error.record.exercise](error.record)

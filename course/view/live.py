"""The live side: one widget for any exercise, and the copy of the answer in the notebook.

The browser draws and collects; every answer is read, kept and judged here.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import asdict
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar

import anywidget
import traitlets
from IPython.display import DisplayHandle, display

from course.answers import Outbox, Reader, Record, UnkeptError, own_copies
from course.i18n import _, translator
from course.view.bundle import module, strings, stylesheet
from course.view.static import bundle, overview_bundle

if TYPE_CHECKING:
    from course.exercise import Answer, Exercise
    from course.hand_in import Overview

COPY_SECONDS = 1.0
"""The copy in the notebook follows at most this often: each one makes the page store its outputs again."""

_answers = Outbox(copies=own_copies())
"""Read as soon as the kernel starts: when a cell is run, its copy in the notebook goes."""
_shown: dict[str, LiveExercise | LiveOverview] = {}
_listeners: list[Callable[[], None]] = []


class LiveExercise(anywidget.AnyWidget):
    """Shows one exercise and keeps its answer. The traits are written here and read by the browser."""

    content = traitlets.Dict().tag(sync=True)
    answer = traitlets.Dict(allow_none=True, default_value=None).tag(sync=True)
    feedback: Any = traitlets.Dict(allow_none=True, default_value=None).tag(sync=True)
    coach: traitlets.List = traitlets.List().tag(sync=True)
    status = traitlets.Dict().tag(sync=True)

    _esm: ClassVar[str] = ""

    def __init__(self, exercise: Exercise) -> None:
        self.exercise = exercise
        self.answers = _answers
        self.answers.open(exercise.id, self._kept)
        record, answer, problems = exercise.stored(self.answers)
        if waiting := self.answers.waiting.get(exercise.id):
            problems = [*problems, translator("nl")(waiting.message)]
        self.copy = Copy(lambda: bundle(exercise, self.record, self.clean))
        self.result: Result | None = None
        state = "unkept" if waiting else "saved" if record else "idle"
        super().__init__(
            content={**exercise.content(), "strings": strings(exercise.kind)},
            answer=answer if record else None,
            feedback=self._prediction(answer),
            coach=self._coach(answer),
            status=_status(0, state, record, " ".join(problems)),
        )
        self.record, self.clean = record, answer
        self.on_msg(self._receive)

    @classmethod
    def show(cls, exercise: Exercise) -> None:
        """Display `exercise`, in place of an earlier view of it."""
        view = _view_class(exercise.kind)(exercise)
        _replace(exercise.id, view)
        display(view)
        view.copy.show()
        if then := getattr(exercise, "then", None):
            view.result = Result(then)
            display(view.result.widget)
            view.result.update(view.clean)

    def _receive(self, _widget: Any, message: Any, _buffers: Any) -> None:
        if not isinstance(message, dict) or message.get("type") not in ("answer", "check"):
            return
        if message.get("answer") is None:  # that is no answer, and not an empty one
            return
        seq = message.get("seq")
        seq = seq if isinstance(seq, int) else 0
        checking = message["type"] == "check"
        try:
            self._keep(message.get("answer"), seq, checking)
        except Exception:  # a participant never sees a traceback, and the rest of the page goes on
            problem = _("Something went wrong here. Your last saved answer is still there.")
            self.status = _status(seq, "refused", self.record, problem)

    def _keep(self, raw: Any, seq: int, checking: bool) -> None:
        reader = Reader()
        answer = self.exercise.clean(raw, reader)
        if reader.problems:
            self.status = _status(seq, "refused", self.record, " ".join(reader.problems))
            return
        if "committed" in answer:  # a prediction, once made, stays made
            answer["committed"] = checking or bool(self.clean.get("committed"))
        try:
            self.record = self.answers.save(self.exercise.id, self.exercise.kind, answer)
        except UnkeptError as error:
            self.record = error.record  # said loudly; meanwhile the copy in the notebook has it
            state, problem = "unkept", translator("nl")(error.message)
        else:
            state, problem = "saved", ""
        self.clean = answer
        with self.hold_sync():
            self.answer = answer
            self.coach = self._coach(answer)
            if checking:
                result = self._prediction(answer) or self._feedback(answer)
                # The number makes an equal result a change, so that every view of this exercise hears of it.
                self.feedback = result and {**result, "seq": seq}
            self.status = _status(seq, state, self.record, problem)
        self.copy.follow()
        if self.result:
            self.result.update(answer)
        for listener in _listeners:
            listener()

    def _kept(self, record: Record) -> None:
        """An answer that had to wait is kept now."""
        if self.status["state"] == "unkept":
            self.status = _status(self.status["seq"], "saved", record)
        for listener in _listeners:
            listener()

    def _feedback(self, answer: Answer) -> dict[str, Any] | None:
        if self.exercise.key is None:
            return None
        return self.exercise.check(answer).to_dict()

    def _prediction(self, answer: Answer) -> dict[str, Any] | None:
        """What tells the browser that a prediction is made, and may no longer change."""
        if not answer.get("committed"):
            return None
        return {"message": _("Your prediction is recorded. Below you see what was found."), "items": []}

    def _coach(self, answer: Answer) -> list[dict[str, Any]]:
        coach = getattr(self.exercise, "coach", None)
        try:
            return [asdict(finding) for finding in coach(answer)] if coach else []
        except Exception:  # a coach that fails says nothing; the answer is what counts
            return []


class LiveOverview(anywidget.AnyWidget):
    """Shows what is still open in a hand-in, and follows every answer."""

    content = traitlets.Dict().tag(sync=True)
    rows: traitlets.List = traitlets.List().tag(sync=True)
    steps: traitlets.List = traitlets.List().tag(sync=True)

    _esm = module("overview")
    _css = stylesheet()

    @classmethod
    def show(cls, overview: Overview) -> None:
        """Display `overview`, in place of an earlier one."""
        content = {"kind": "overview", "strings": strings("overview")}
        view = cls(content=content, rows=overview.rows(), steps=overview.steps())
        _replace("(overview)", view)

        copy = Copy(lambda: overview_bundle(overview))

        def refresh() -> None:
            view.rows = overview.rows()
            copy.follow()

        _listeners[:] = [refresh]
        display(view)
        copy.show()


class Copy:
    """What can be read without a kernel, as an output of the notebook; see `course.answers.copy`."""

    def __init__(self, make: Callable[[], dict[str, Any]]) -> None:
        self.make = make
        self.handle = DisplayHandle()
        self.waiting: asyncio.TimerHandle | None = None
        self.updated = 0.0

    def show(self) -> None:
        """Put the copy in the notebook."""
        self.handle.display(self.make(), raw=True)

    def follow(self) -> None:
        """Bring the copy up to date: at once after a rest, soon while one change follows another."""
        if self.waiting is None:
            loop = asyncio.get_running_loop()
            self.waiting = loop.call_at(max(loop.time(), self.updated + COPY_SECONDS), self._update)

    def _update(self) -> None:
        self.waiting, self.updated = None, asyncio.get_running_loop().time()
        self.handle.update(self.make(), raw=True)


class Result:
    """What a prediction reveals, once it is made. An Output widget, so that it survives a reload of the page."""

    def __init__(self, reveal: Callable[[], Any]) -> None:
        from ipywidgets import Output

        self.reveal = reveal
        self.widget = Output()

    def update(self, answer: Answer) -> None:
        """Show the result when the participant has committed to a prediction."""
        if answer.get("committed") and not self.widget.outputs:
            self.widget.outputs = tuple(
                {"output_type": "display_data", "data": data, "metadata": {}}
                for data in self.reveal().outputs()
            )


@cache
def _view_class(kind: str) -> type[LiveExercise]:
    parts = {"_esm": module(kind), "_css": stylesheet(), "__module__": __name__}
    return type(f"Live{kind.title()}", (LiveExercise,), parts)


def _replace(name: str, view: LiveExercise | LiveOverview) -> None:
    if name in _shown:
        _shown[name].close()
    _shown[name] = view


def _status(seq: int, state: str, record: Record | None, message: str = "") -> dict[str, Any]:
    return {
        "seq": seq,
        "state": state,
        "time": record.saved[11:16] if record else "",
        "message": message,
    }

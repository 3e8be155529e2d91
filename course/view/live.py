"""The live side: one widget for any exercise, and the copy of the answer in the notebook.

The browser draws and collects; every answer is read, kept and judged here.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import traitlets
from IPython.display import DisplayHandle, display

from course.answers import Checked, Outbox, Reader, Record, UnkeptError, own_copies
from course.exercise import Reaction
from course.i18n import Message
from course.kinds.afterwards import Afterwards
from course.view.bundle import OVERVIEW, strings, styles_of, stylesheet, view_of
from course.view.feedback import feedback
from course.view.live_view import LiveView, shared_layout
from course.view.static import bundle, overview_bundle

if TYPE_CHECKING:
    from course.exercise import Answer, Exercise, Showable
    from course.overview import Overview
    from course.view.live_seven import LiveSeven

COPY_SECONDS = 1.0
"""The copy in the notebook follows at most this often: each one makes the page store its outputs again."""

_answers = Outbox(copies=own_copies())
"""Read as soon as the kernel starts: when a cell is run, its copy in the notebook goes."""
_shown: dict[str, LiveExercise | LiveOverview | LiveSeven] = {}
"""What is on the page, by the id of its exercise."""


class LiveExercise(LiveView):
    """Shows one exercise and keeps its answer. The traits are written here and read by the browser."""

    content = traitlets.Dict().tag(sync=True)
    answer = traitlets.Dict(allow_none=True, default_value=None).tag(sync=True)
    feedback: Any = traitlets.Dict(allow_none=True, default_value=None).tag(sync=True)
    reaction = traitlets.Dict().tag(sync=True)
    status = traitlets.Dict().tag(sync=True)

    def __init__(self, exercise: Exercise) -> None:
        self.exercise, self.t = exercise, exercise.t
        self.answers = _answers
        self.answers.open(exercise.id, self._kept)
        record, answer, problems = exercise.stored(self.answers)
        if waiting := self.answers.waiting.get(exercise.id):
            problems = [*problems, waiting.message]
        self.below = Below() if exercise.is_prediction or exercise.after else None
        self.copy = Copy(
            lambda: bundle(
                exercise, self.record, self.clean, below=self.below.bundles() if self.below else ()
            )
        )
        reaction = self._react(answer)
        told = self._prediction(answer) or self._feedback(self._checked(record))
        state = "unkept" if waiting else "saved" if record else "idle"
        super().__init__(
            view_of(exercise.kind),
            *styles_of(exercise.kind),
            content={
                **exercise.content(),
                "strings": strings(view_of(exercise.kind), exercise.language),
            },
            answer=answer if record else None,
            feedback=told,
            reaction=dict(reaction.data),
            status=self._status(0, state, record, *problems),
        )
        self.record, self.clean = record, answer
        self.on_msg(self._receive)

    @classmethod
    def show(cls, exercise: Exercise) -> None:
        """Display `exercise`, in place of an earlier view of it."""
        view = cls(exercise)
        put_on_page(exercise.id, view)
        if view.below:
            view.below.show()

    def follow(self) -> None:
        """React to what changed in another exercise."""
        if self.exercise.follows_others:
            self.reaction = dict(self._react(self.clean).data)

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
            problem = Message("Something went wrong here. Your last saved answer is still there.")
            self.status = self._status(seq, "refused", self.record, problem)

    def _keep(self, raw: Any, seq: int, checking: bool) -> None:
        reader = Reader()
        answer = self.exercise.clean(raw, reader)
        if reader.problems:
            self.status = self._status(seq, "refused", self.record, *reader.problems)
            return
        if "committed" in answer:  # a prediction, once made, stays made
            answer["committed"] = checking or bool(self.clean.get("committed"))
        checked = self._checked(self.record)
        if checking and self.exercise.key is not None:
            begun = bool(self.exercise.progress(answer)[0])  # a check of nothing is none
            checked = Checked(answer, (checked.times if checked else 0) + begun)
        try:
            self.record = self.answers.save(self.exercise.id, self.exercise.kind, answer, checked)
        except UnkeptError as error:
            self.record = error.record  # said loudly; meanwhile the copy in the notebook has it
            state, problems = "unkept", [error.message]
        else:
            state, problems = "saved", []
        self.clean = answer
        with self.hold_sync():
            self.answer = answer
            self.reaction = dict(self._react(answer).data)
            if checking:
                result = self._prediction(answer) or self._feedback(checked)
                # The number makes an equal result a change, so that every view of this exercise hears of it.
                self.feedback = result and {**result, "seq": seq}
            self.status = self._status(seq, state, self.record, *problems)
        self.copy.follow()
        self._tell_others()

    def _tell_others(self) -> None:
        for other in _shown.values():
            if other is not self:
                other.follow()

    def _kept(self, record: Record) -> None:
        """An answer that had to wait is kept now."""
        if self.status["state"] == "unkept":
            self.status = self._status(self.status["seq"], "saved", record)
        self._tell_others()

    def _checked(self, record: Record | None) -> Checked | None:
        """The last check of this exercise, if there was one."""
        return record.checked if record and self.exercise.reads(record) else None

    def _feedback(self, checked: Checked | None) -> dict[str, Any] | None:
        if self.exercise.key is None or checked is None:
            return None
        told = feedback(self.exercise, checked)
        if self.below and told["complete"]:
            self.below.put(Afterwards(None, self.exercise.after))
        return told

    def _prediction(self, answer: Answer) -> dict[str, Any] | None:
        """What tells the browser that a prediction is made, and may no longer change."""
        if not answer.get("committed"):
            return None
        return {"message": self.exercise.told(answer), "items": []}

    def _react(self, answer: Answer) -> Reaction:
        try:
            reaction = self.exercise.react(answer, self.answers)
        except Exception:  # what reads along and fails says nothing; the answer is what counts
            return Reaction()
        if self.below:
            self.below.put(reaction.below)
        return reaction

    def _status(self, seq: int, state: str, record: Record | None, *problems: Message) -> dict[str, Any]:
        return {
            "seq": seq,
            "state": state,
            "time": record.saved[11:16] if record else "",
            "message": " ".join(map(self.t, problems)),
        }


class LiveOverview(LiveView):
    """Shows what is still open in a hand-in, and follows every answer."""

    content = traitlets.Dict().tag(sync=True)
    rows: traitlets.List = traitlets.List().tag(sync=True)
    steps: traitlets.List = traitlets.List().tag(sync=True)

    def __init__(self, overview: Overview) -> None:
        self.overview = overview
        self.copy = Copy(lambda: overview_bundle(overview))
        super().__init__(
            OVERVIEW,
            stylesheet(),
            content={"kind": "overview", "strings": strings(OVERVIEW, overview.language)},
            rows=overview.rows(_answers),
            steps=overview.steps(),
        )

    @classmethod
    def show(cls, overview: Overview) -> None:
        """Display `overview`, in place of an earlier one."""
        put_on_page("(overview)", cls(overview))

    def follow(self) -> None:
        """An answer changed."""
        self.rows = self.overview.rows(_answers)
        self.copy.follow()


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
            # Later, not at: the loop of a browser refuses a moment that went by while it was asked.
            self.waiting = loop.call_later(max(0, self.updated + COPY_SECONDS - loop.time()), self._update)

    def _update(self) -> None:
        self.waiting, self.updated = None, asyncio.get_running_loop().time()
        self.handle.update(self.make(), raw=True)


class Below:
    """What an exercise shows under itself. An Output widget, so that it survives a reload of the page."""

    def __init__(self) -> None:
        from ipywidgets import Output

        self.widget = Output(layout=shared_layout())

    def show(self) -> None:
        """Put it, empty or not, in the notebook."""
        display(self.widget)

    def bundles(self) -> list[dict[str, Any]]:
        """The mime bundles that stand there, in order."""
        return [output["data"] for output in self.widget.outputs]

    def put(self, shown: Showable | None) -> None:
        """Show this, unless something stands there already."""
        if shown and not self.widget.outputs:
            self.widget.outputs = tuple(
                {"output_type": "display_data", "data": data, "metadata": {}} for data in shown.live_outputs()
            )


def put_on_page(name: str, view: LiveExercise | LiveOverview | LiveSeven) -> None:
    """Display `view` and its copy as what is on the page under `name`, and close an earlier one."""
    if name in _shown:
        _shown[name].close()
    _shown[name] = view
    display(view)
    view.copy.show()

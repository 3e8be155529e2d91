"""The live side in a real kernel: the browser's half of the conversation is spoken by the test."""

import json
import os
import signal
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from queue import Empty

import pytest
from jupyter_client.manager import KernelManager

from course.answers import Answers, copies_in
from course.view.bundle import strings, styles_of, view_of, widget
from tests.disk import small_disk

LESSON = """
from course import Choose, Overview, Reflect, Rewrite, Sort
sort = Sort("sort", "Waar?", bins={"gift": "Cadeau", "trade": "Ruil"}, cards={"ring": "Ringetje", "bon": "Bon"},
            key={"ring": "gift", "bon": "trade"}, reasons={"ring": "de geheime reden", "bon": "ruil"},
            after="Zo zit het.")
graded = Sort("graded", "Waar?", bins={"gift": "Cadeau", "trade": "Ruil"}, cards={"ring": "Ringetje"})
reflect = Reflect("reflect", "Schrijf.")
rewrite = Rewrite("rewrite", "Herschrijf.", original="Koop nu.", criteria=["readable", "personal", "no_pressure"])
guess = Choose("guess", "Wat?", options={"a": "A", "b": "B"}, then="tips")
"""


@dataclass
class Page:
    """A kernel in a folder, and what it told the browser: the traits of each widget, and the outputs."""

    kernel: KernelManager
    client: object
    folder: object
    traits: dict = field(default_factory=dict)
    outputs: list = field(default_factory=list)
    errors: list = field(default_factory=list)

    def read(self, message):
        content, kind = message["content"], message["msg_type"]
        if kind == "comm_open":
            self.traits[content["comm_id"]] = dict(content["data"]["state"])
        elif kind == "comm_msg" and content["data"].get("method") == "update":
            self.traits[content["comm_id"]].update(content["data"]["state"])
        elif kind in ("display_data", "update_display_data"):
            self.outputs.append(content)
        elif kind in ("error", "stream"):
            self.errors.append(content)

    def until_idle(self, request):
        while True:
            message = self.client.get_iopub_msg(timeout=30)
            self.read(message)
            if message["parent_header"].get("msg_id") != request or message["msg_type"] != "status":
                continue
            if message["content"]["execution_state"] == "idle":
                return

    def run(self, code):
        self.until_idle(self.client.execute(code))

    def show(self, name):
        """Run the cell of an exercise; return the id of its view."""
        before = set(self.traits)
        self.run(name)
        return next(one for one in self.traits if one not in before and "content" in self.traits[one])

    def send(self, view, kind, answer, seq=1):
        data = {"method": "custom", "content": {"type": kind, "seq": seq, "answer": answer}}
        message = self.client.session.msg("comm_msg", {"comm_id": view, "data": data})
        self.client.shell_channel.send(message)
        self.until_idle(message["header"]["msg_id"])
        return self.traits[view]

    def until(self, condition):
        deadline = time.monotonic() + 20
        while not condition():
            assert time.monotonic() < deadline, "that did not happen"
            with suppress(Empty):
                self.read(self.client.get_iopub_msg(timeout=0.1))


@contextmanager
def kernel_in(folder, **environment):
    kernel = KernelManager()
    kernel.start_kernel(cwd=str(folder), env={**os.environ, **environment})
    client = kernel.blocking_client()
    client.start_channels()
    client.wait_for_ready(timeout=60)
    page = Page(kernel, client, folder)
    page.run(LESSON)
    assert not page.errors
    yield page
    client.stop_channels()
    kernel.shutdown_kernel(now=True)


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    with kernel_in(tmp_path_factory.mktemp("lesson")) as page:
        yield page


@pytest.fixture
def disk(tmp_path):
    """A small disk for the answers, of the notebook in `tmp_path`."""
    with small_disk(tmp_path / "answers") as disk:
        yield disk


def stored(page, name):
    return Answers(page.folder / "answers").load(name)


def notebook(page):
    """What the page would save."""
    return {"cells": [{"outputs": page.outputs}]}


def copy_of(page, name):
    """The answer in the copy that came last, or None."""
    record = copies_in({"cells": [{"outputs": page.outputs[-1:]}]}).get(name)
    return record and record.answer


def test_a_view_starts_idle_and_empty(page):
    traits = page.traits[page.show("sort")]
    assert (traits["answer"], traits["feedback"], traits["status"]["state"]) == (None, None, "idle")
    assert traits["content"]["cards"] == {"ring": "Ringetje", "bon": "Bon"}
    assert traits["content"]["strings"] == strings(view_of("sort"), "nl")
    assert traits["_esm"] == widget(view_of("sort"), *styles_of("sort"))


def test_all_views_have_one_layout(page):
    views = [page.traits[page.show(name)] for name in ("sort", "reflect")]
    assert len({view["layout"] for view in views}) == 1


def test_saved_is_said_when_it_is_on_disk(page):
    status = page.send(page.show("reflect"), "answer", {"text": "mijn zaak"}, seq=7)["status"]
    record = stored(page, "reflect")
    assert (status["seq"], status["state"], status["message"]) == (7, "saved", "")
    assert status["time"] == record.saved[11:16]
    assert record.answer == {"text": "mijn zaak"}


def test_running_the_cell_again_brings_the_answer_back(page):
    page.send(page.show("reflect"), "answer", {"text": "opnieuw"})
    traits = page.traits[page.show("reflect")]
    assert traits["answer"] == {"text": "opnieuw"}
    assert traits["status"]["state"] == "saved"


def test_an_answer_gets_no_feedback_until_it_is_asked(page):
    view = page.show("sort")
    assert page.send(view, "answer", {"placed": {"ring": "gift"}})["feedback"] is None
    feedback = page.send(view, "check", {"placed": {"ring": "gift"}}, seq=2)["feedback"]
    assert {item["id"]: item["verdict"] for item in feedback["items"]} == {"ring": "right", "bon": "open"}


def test_feedback_is_there_again_when_the_cell_is_run_again(page):
    told = page.send(page.show("sort"), "check", {"placed": {"ring": "trade"}})["feedback"]
    page.send(page.show("sort"), "answer", {"placed": {"ring": "trade", "bon": "trade"}})
    again = page.traits[page.show("sort")]
    assert again["feedback"] == {name: value for name, value in told.items() if name != "seq"}
    assert again["answer"] != again["feedback"]["answer"] == {"placed": {"ring": "trade"}}


def test_before_a_check_nothing_tells_the_key(page):
    (page.folder / "answers" / "sort.json").unlink()
    view = page.show("sort")
    told = json.dumps({name: value for name, value in page.traits[view].items() if not name.startswith("_")})
    assert "de geheime reden" not in told
    assert not {"key", "reasons", "model"} & set(page.traits[view]["content"])


def test_an_assignment_gives_no_feedback_at_all(page):
    traits = page.send(page.show("graded"), "check", {"placed": {"ring": "gift"}})
    assert (traits["feedback"], traits["status"]["state"]) == (None, "saved")


@pytest.mark.parametrize(
    "answer", [{"placed": {"ghost": "gift"}}, {"placed": [1]}, "x", [[]], {"placed": {"ring": "moon"}}]
)
def test_a_refused_answer_leaves_the_stored_one(page, answer):
    view = page.show("graded")
    page.send(view, "answer", {"placed": {"ring": "trade"}})
    status = page.send(view, "answer", answer, seq=2)["status"]
    assert (status["seq"], status["state"]) == (2, "refused")
    assert status["message"]
    assert stored(page, "graded").answer == {"placed": {"ring": "trade"}}


@pytest.mark.parametrize(
    "message", [None, [], {}, {"type": "run"}, {"type": ["answer"]}, {"type": "answer", "seq": "x"}]
)
def test_a_strange_message_breaks_nothing(page, message):
    view = page.show("reflect")
    request = page.client.session.msg(
        "comm_msg", {"comm_id": view, "data": {"method": "custom", "content": message}}
    )
    page.client.shell_channel.send(request)
    page.until_idle(request["header"]["msg_id"])
    assert page.send(view, "answer", {"text": "nog heel"}, seq=9)["status"]["state"] == "saved"
    assert not page.errors


FORGED = [
    (
        "comm_msg",
        {"data": {"method": "update", "state": {"content": {"cards": {}}, "feedback": {"items": []}}}},
    ),
    (
        "comm_msg",
        {"data": {"method": "update", "state": {"answer": {"placed": {"ring": "gift"}}, "status": {}}}},
    ),
    ("comm_msg", {"data": {"method": "update", "state": {"_esm": "", "_model_module": "os", "exercise": 1}}}),
    ("comm_msg", {"data": {"method": "backbone", "sync_data": {"key": {}}}}),
    ("comm_msg", {"comm_id": "nobody", "data": {}}),
    ("comm_open", {"comm_id": "f1", "target_name": "os", "target_module": "os", "data": {}}),
    (
        "comm_open",
        {"comm_id": "f2", "target_name": "jupyter.widget", "data": {"state": {"_model_module": "os"}}},
    ),
    ("comm_info_request", {"target_name": "jupyter.widget"}),
]


def test_what_goes_to_the_browser_is_no_key_and_what_it_forges_keeps_nothing(page):
    """All that a live assignment says, as it goes over the wire; and messages that our own page never sends."""
    view, said = page.show("graded"), []
    page.read, read = lambda message: (said.append(message["content"]), read(message)), page.read
    try:
        page.send(view, "check", {"placed": {"ring": "trade"}})
        for kind, content in FORGED:
            request = page.client.session.msg(kind, {"comm_id": view, **content})
            page.client.shell_channel.send(request)
            page.until_idle(request["header"]["msg_id"])
        control = {"target_name": "jupyter.widget.control", "comm_id": "c", "data": {}}
        page.client.shell_channel.send(
            page.client.session.msg("comm_open", control, metadata={"version": "1.0.0"})
        )
        asked = page.client.session.msg("comm_msg", {"comm_id": "c", "data": {"method": "request_states"}})
        page.client.shell_channel.send(asked)
        page.until_idle(asked["header"]["msg_id"])
    finally:
        page.read = read
    states = [one["data"]["states"] for one in said if one.get("data", {}).get("method") == "update_states"]
    assert view in states[0], "it tells every state"
    told = states[0][view]["state"]
    assert not {"key", "reasons", "model", "exercise"} & {*told, *told["content"]}
    assert not [
        one for one in said if set(one.get("data", {}).get("state", {})) & {"key", "reasons", "exercise"}
    ]
    assert stored(page, "graded").answer == {"placed": {"ring": "trade"}}, "only an answer is kept"
    page.errors.clear()
    assert (
        page.send(page.show("graded"), "answer", {"placed": {"ring": "gift"}})["status"]["state"] == "saved"
    )
    assert not page.errors


def test_the_coach_reads_along(page):
    view = page.show("rewrite")
    assert page.traits[view]["reaction"] == {}
    text = "Wij sturen drie tips. Wij helpen graag. Nog maar twee dagen geldig, wees er snel bij!"
    readable, personal, no_pressure = page.send(view, "answer", {"text": text})["reaction"]["coach"]
    assert (readable["criterion"], readable["verdict"]) == ("readable", "seen")
    assert (personal["criterion"], personal["verdict"]) == ("personal", "not_yet")
    assert (no_pressure["criterion"], no_pressure["verdict"]) == ("no_pressure", "look")
    assert personal["next_step"]
    assert no_pressure["question"]
    assert [text[span["start"] : span["end"]] for span in no_pressure["spans"]] == [
        "Nog maar twee dagen geldig, wees er snel bij!"
    ]


def newest_below(page):
    """The id of what the exercise shown last puts below itself."""
    return [one for one, traits in page.traits.items() if traits.get("_model_name") == "OutputModel"][-1]


def test_a_prediction_once_made_stays_made_and_shows_what_was_found(page):
    view = page.show("guess")
    result = newest_below(page)
    traits = page.send(view, "answer", {"chosen": ["a"], "confidence": "sure", "committed": True})
    assert traits["answer"]["committed"] is False
    assert not page.traits[result]["outputs"]
    traits = page.send(view, "check", {"chosen": ["a"], "confidence": "sure"}, seq=2)
    assert traits["answer"]["committed"] is True
    assert "ov-figure" in json.dumps(page.traits[result]["outputs"])
    traits = page.send(view, "answer", {"chosen": ["b"], "confidence": "sure", "committed": False}, seq=3)
    assert traits["answer"]["committed"] is True


def test_what_is_told_after_a_check_comes_with_the_answers(page):
    view = page.show("sort")
    below = newest_below(page)
    page.send(view, "check", {"placed": {"ring": "trade"}})
    assert not page.traits[below]["outputs"]
    page.send(view, "check", {"placed": {"ring": "trade"}}, 2)
    assert "Zo zit het." in json.dumps(page.traits[below]["outputs"])


def test_the_overview_follows_every_answer(page):
    view = page.show("reflect")
    page.send(view, "answer", {"text": ""})
    overview = page.show("Overview([reflect, graded])")
    assert {row["id"]: row["state"] for row in page.traits[overview]["rows"]}["reflect"] == "open"
    page.send(view, "answer", {"text": "woord " * 40}, seq=2)
    assert {row["id"]: row["state"] for row in page.traits[overview]["rows"]}["reflect"] == "done"


def test_a_copy_of_the_answer_follows_in_the_notebook(page):
    page.send(page.show("reflect"), "answer", {"text": "deze reist mee"})
    page.until(lambda: copy_of(page, "reflect") == {"text": "deze reist mee"})


def test_where_nothing_can_be_kept_that_is_said(page):
    view = page.show("graded")
    answers = page.folder / "answers"
    answers.rename(page.folder / "aside")
    answers.write_text("a file stands in the way")
    status = page.send(view, "answer", {"placed": {}})["status"]
    answers.unlink()
    (page.folder / "aside").rename(answers)
    assert status["state"] == "unkept"
    assert status["message"]


def test_what_a_full_disk_refused_is_kept_as_soon_as_there_is_room(tmp_path, disk):
    with kernel_in(tmp_path) as page:
        view = page.show("reflect")
        page.send(view, "answer", {"text": "eerst"})
        disk.fill()
        status = page.send(view, "answer", {"text": "daarna"}, seq=2)["status"]
        assert status["state"] == "unkept"
        assert status["message"].startswith("Niet opgeslagen: de schijf is vol.")
        assert stored(page, "reflect").answer == {"text": "eerst"}

        again = page.traits[page.show("reflect")]
        assert (again["answer"], again["status"]["state"]) == ({"text": "daarna"}, "unkept")

        disk.free()
        page.until(lambda: again["status"]["state"] == "saved")
        assert again["status"]["message"] == ""
        assert stored(page, "reflect").answer == {"text": "daarna"}
        assert not page.errors


def test_a_later_answer_that_is_refused_is_not_called_saved_when_an_earlier_one_is(tmp_path, disk):
    with kernel_in(tmp_path) as page:
        view = page.show("graded")
        disk.fill()
        page.send(view, "answer", {"placed": {"ring": "gift"}})
        page.send(view, "answer", {"placed": {"ring": "moon"}}, seq=2)
        disk.free()
        page.until(lambda: stored(page, "graded"))
        assert page.send(page.show("reflect"), "answer", {"text": "nog heel"})["status"]["state"] == "saved"
        assert page.traits[view]["status"]["state"] == "refused"


def test_a_notebook_that_is_opened_again_shows_the_copy_that_could_not_be_kept(tmp_path, disk):
    file = tmp_path / "les.ipynb"
    with kernel_in(tmp_path) as page:
        view = page.show("reflect")
        page.send(view, "answer", {"text": "eerst"})
        disk.fill()
        page.send(view, "answer", {"text": "daarna"}, seq=2)
        page.until(lambda: copy_of(page, "reflect") == {"text": "daarna"})
        file.write_text(json.dumps(notebook(page)))
        os.kill(page.kernel.provisioner.pid, signal.SIGKILL)
    with kernel_in(tmp_path, JPY_SESSION_NAME=str(file)) as page:
        traits = page.traits[page.show("reflect")]
        assert (traits["answer"], traits["status"]["state"]) == ({"text": "daarna"}, "unkept")
        disk.free()
        page.until(lambda: traits["status"]["state"] == "saved")
        assert stored(page, "reflect").answer == {"text": "daarna"}


def test_a_notebook_that_is_opened_again_does_not_bring_back_an_older_copy(tmp_path):
    file = tmp_path / "les.ipynb"
    with kernel_in(tmp_path) as page:
        view = page.show("reflect")
        page.send(view, "answer", {"text": "eerst"})
        page.until(lambda: copy_of(page, "reflect") == {"text": "eerst"})
        file.write_text(json.dumps(notebook(page)))
        page.send(view, "answer", {"text": "daarna"}, seq=2)
    with kernel_in(tmp_path, JPY_SESSION_NAME=str(file)) as page:
        traits = page.traits[page.show("reflect")]
        assert (traits["answer"], traits["status"]["state"]) == ({"text": "daarna"}, "saved")


def test_a_kill_right_after_saved_loses_nothing(page):  # the last test: it ends the kernel
    status = page.send(page.show("reflect"), "answer", {"text": "laatste woorden"})["status"]
    os.kill(page.kernel.provisioner.pid, signal.SIGKILL)
    assert status["state"] == "saved"
    assert stored(page, "reflect").answer == {"text": "laatste woorden"}

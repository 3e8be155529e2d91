"""Hostile answers, files and messages meet the real page: shown as text, refused with a word, never run."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from course.answers import Record
from course.answers.store import MAX_BYTES
from tests.browser.gallery import gallery
from tests.browser.page import Lesson

HOSTILE = (
    "<script>window.harmed = 'script'</script><img src=x onerror=\"window.harmed = 'image'\">"
    "<svg onload=\"window.harmed = 'svg'\"></svg><a href=\"javascript:window.harmed='link'\">klik</a>"
    "<button data-commandlinker-command='notebook:run-all-cells'>druk</button> $x^2$ **vet** "
    "</textarea><iframe srcdoc='<script>parent.harmed=1</script>'></iframe>{{7*7}} &lt;i&gt;"
)
NAMES = ("this-week-example", "button-example", "walk-example", "bouquet-example")
ACTIVE = "script, img, iframe, a, b, mjx-container, [data-commandlinker-command], [onload], [onerror]"


def is_harmless(lesson: Lesson, place: Locator) -> None:
    """Nothing in `place` became more than text, and nothing ran."""
    assert place.locator(ACTIVE).count() == 0
    assert lesson.page.evaluate("() => window.harmed ?? null") is None


@pytest.fixture(scope="module")
def attacked(lessons: Callable[..., Lesson]) -> Lesson:
    """Every field for text holds something hostile."""
    lesson = lessons("lab", gallery(*NAMES)).open().run_all()
    lesson.exercise("this-week-example").node.locator("textarea").fill(HOSTILE)
    rewrite = lesson.exercise("button-example").node
    rewrite.locator("textarea").fill(HOSTILE)
    rewrite.get_by_role("button", name="Leg versie 1 opzij").click()
    rewrite.get_by_text("Leg versies naast elkaar").first.click()
    journey = lesson.exercise("walk-example").node
    journey.locator(".ov-bin", has_text="Vooraf").click()
    journey.get_by_label("Waarom hier: Een tip waar iedereen iets aan heeft").fill(HOSTILE)
    dilemma = lesson.exercise("bouquet-example").node
    dilemma.locator("label", has_text="Je bedankt hem").click()
    dilemma.locator("textarea").fill(HOSTILE)
    dilemma.get_by_role("button", name="Verder").click()
    for name in NAMES:
        lesson.exercise(name).saved()
    return lesson


def test_a_hostile_text_is_text_in_the_live_page(attacked: Lesson) -> None:
    for name in NAMES:
        is_harmless(attacked, attacked.exercise(name).node)
    assert attacked.exercise("this-week-example").on_disk() == {"text": HOSTILE}
    expect(attacked.exercise("bouquet-example").node.locator(".ov-chosen-step")).to_contain_text(HOSTILE)
    is_harmless(attacked, attacked.page.locator(".ov-overview"))


def test_a_hostile_text_is_text_in_the_copy_and_after_running_again(attacked: Lesson) -> None:
    for name in NAMES:
        expect(attacked.copy_of(name)).to_contain_text(HOSTILE)  # it follows within a second
    attacked.save()
    attacked.open()

    for name in NAMES:
        expect(attacked.copy_of(name)).to_be_visible()
        expect(attacked.copy_of(name)).to_contain_text(HOSTILE)
        is_harmless(attacked, attacked.copy_of(name))

    attacked.run_all()

    for name in NAMES:
        is_harmless(attacked, attacked.exercise(name).node)
    expect(attacked.exercise("this-week-example").node.locator("textarea")).to_have_value(HOSTILE)


def record(exercise: str, kind: str, answer: Any) -> bytes:
    return Record(exercise, kind, "2024-05-01T12:00:00+02:00", answer).dumps().encode()


STRANGE_FILES = {
    "this-week-example": b"\x00\xff garbage {",
    "button-example": b'{"text": "' + b"x" * (MAX_BYTES + 10) + b'"}',
    "cards-example": b"[" * 100_000,
    "one-gift": record("one-gift", "sort", {"placed": {"seeds": "gift"}}),
    "gift-or-trade-example": record(
        "gift-or-trade-example", "sort", {"placed": {"seeds": "gift", "__proto__": "x", "no-card": "gift"}}
    ),
    "words-example": record(
        "words-example", "match", {"pairs": {"gift": {"toString": 1}, "constructor": "keep"}}
    ),
    "walk-example": record("walk-example", "journey", {"feelings": {"before": 10**40}, "placed": ["tip"]}),
    "leaflet-example": record(
        "leaflet-example", "mark", {"marks": [{"from": -5, "to": 1e308, "label": HOSTILE}]}
    ),
    "thank-you-example": record(
        "thank-you-example", "order", {"order": ["thanks", "thanks", 5, "__proto__"]}
    ),
}


def test_strange_files_are_said_and_leave_the_rest_alone(lessons: Callable[..., Lesson]) -> None:
    lesson = lessons("lab", gallery(*STRANGE_FILES, "which-gift"))
    folder = lesson.path.parent / "answers"
    folder.mkdir()
    for name, content in STRANGE_FILES.items():
        (folder / f"{name}.json").write_bytes(content)

    lesson.open().run_all()

    for name in STRANGE_FILES:
        status = lesson.exercise(name).node.locator(".ov-status")
        expect(status).not_to_have_text("Je antwoord wordt vanzelf opgeslagen.")
        expect(status).to_contain_text("⚠")
        assert "Traceback" not in lesson.exercise(name).cell.inner_text()
    bins = lesson.exercise("gift-or-trade-example")
    gifts = bins.node.get_by_role("group", name="Cadeau (1)", exact=True)
    expect(gifts).to_contain_text("De buurtmoestuin")  # what could be read is used

    # Each of them, and the rest, works as ever.
    for name in ("this-week-example", "button-example"):
        lesson.exercise(name).node.locator("textarea").fill("Opnieuw begonnen.")
    for name in ("one-gift", "which-gift"):
        lesson.exercise(name).node.locator("label").first.click()
    for name in ("this-week-example", "button-example", "one-gift", "which-gift"):
        lesson.exercise(name).saved()
    assert lesson.exercise("this-week-example").on_disk() == {"text": "Opnieuw begonnen."}
    kept = [file.read_bytes() for file in folder.iterdir() if file.suffix != ".json"]
    assert STRANGE_FILES["this-week-example"] in kept, "what could not be read is set aside, not thrown away"


MESSAGES: list[Any] = [
    "text",
    None,
    [],
    {},
    {"type": "run", "code": "open('harmed', 'w')"},
    {"type": ["answer"]},
    {"type": "answer"},
    {"type": "answer", "seq": "x", "answer": "text"},
    {"type": "answer", "seq": 1, "answer": [1, 2]},
    {"type": "answer", "seq": 1, "answer": {"text": {"a": 1}}},
    {"type": "check", "seq": -1, "answer": {"text": 5}},
    {"type": "answer", "seq": 10**30, "answer": {"text": ["x"] * 1000}},
]
SEND = """async (messages) => {
  const { kernel } = jupyterapp.shell.currentWidget.context.sessionContext.session;
  const reply = await kernel.requestCommInfo({ target_name: "jupyter.widget" });
  const send = (comm_id, data) => kernel.sendShellMessage({
    header: {
      msg_id: crypto.randomUUID(), msg_type: "comm_msg", session: kernel.clientId, username: "", version: "5.4",
      date: new Date().toISOString(),
    },
    parent_header: {}, metadata: {}, content: { comm_id, data }, channel: "shell", buffers: [],
  });
  const ids = Object.keys(reply.content.comms);
  for (const id of ids) {
    for (const content of messages) send(id, { method: "custom", content });
    for (const data of [{}, { method: "harm" }, { method: "update" }, { method: "custom" }, "x", null]) send(id, data);
  }
  send("no-such-comm", { method: "custom", content: { type: "answer" } });
  return ids.length;
}"""


def test_strange_messages_do_no_harm(lessons: Callable[..., Lesson]) -> None:
    lesson = lessons("notebook", gallery("this-week-example", "which-gift", "tip-guess")).open().run_all()
    lesson.exercise("this-week-example").node.locator("textarea").fill("Dit blijft staan.")
    lesson.exercise("this-week-example").saved()
    before = json.loads(lesson.exercise("this-week-example").file.read_text("utf-8"))

    assert lesson.page.evaluate(SEND, MESSAGES) > len(lesson.questions)
    lesson.page.wait_for_timeout(500)
    lesson.wait_idle()  # a thousand messages take a while
    lesson.exercise("which-gift").node.locator("label").first.click()  # comes after all of those
    lesson.exercise("which-gift").saved()

    assert lesson.exercise("this-week-example").on_disk() == before["answer"]
    assert not (lesson.path.parent / "harmed").exists()
    assert "Traceback" not in lesson.page.locator(".jp-Notebook").inner_text()
    lesson.exercise("this-week-example").node.locator("textarea").fill("En dit is nieuw.")
    lesson.exercise("this-week-example").saved()
    assert lesson.exercise("this-week-example").on_disk() == {"text": "En dit is nieuw."}

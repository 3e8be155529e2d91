"""The instructor's side, seen in Chromium: nbgrader's formgrader, and marking a class in it by keyboard."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Dialog, Locator, Page, expect

from tests.browser.server import Server, free_port
from tests.browser.test_looks import TAGS
from tests.grading.course import NAME, Course
from tests.script import SCRIPT

SLOW = 30_000
OPEN = "door-poster"
QUESTIONS = ["door-poster-open", "birthday-card-open"]
"""The answers that a person marks, in the order of the page."""
MARKERS = ["anna", "cleo", "daan", "gijs"]
"""Who wrote something; bas handed in nothing."""
PRESSES_AN_ANSWER = 2
"""What marking was designed for: the points and Enter. No clicks and no scrolling."""
WIDER_THAN_THE_PAGE = """() => [...document.querySelectorAll(".ov-marking *")].filter((node) =>
  node.checkVisibility() && node.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5
  && !node.parentElement.closest("[tabindex='0'][style*='overflow-x']"))
  .map((node) => `${node.tagName}.${node.className}`)"""
"""A board of many phases may scroll within itself, where the keyboard gets; the page may not."""


@dataclass
class Desk:
    """A formgrader on the hand-ins of five people, and the hands of who marks them."""

    course: Course
    server: Server
    page: Page
    pressed: list[str] = field(default_factory=list)

    def address(self, who: str) -> str:
        """Where the formgrader shows a hand-in."""
        with self.course.gradebook() as book:
            notebook = book.find_submission(NAME, who).notebooks[0].id
        return f"{self.server.url}/formgrader/submissions/{notebook}/"

    def read(self, who: str) -> None:
        """Open a hand-in, the way the formgrader links to it."""
        self.page.goto(self.address(who))
        expect(self.page.locator(".ov-left")).not_to_be_empty(timeout=SLOW)

    def reset(self) -> None:
        """Nothing was marked by hand."""
        self.pressed.clear()
        with self.course.gradebook() as book:
            for who in MARKERS:
                notebook = book.find_submission(NAME, who).notebooks[0]
                for grade in notebook.grades:
                    grade.manual_score = grade.extra_credit = None
                    grade.needs_manual_grade = grade.auto_score is None
                for comment in notebook.comments:
                    comment.manual_comment = None
            book.db.commit()
        self.page.goto(f"{self.server.url}/formgrader/gradebook")
        self.page.evaluate("sessionStorage.clear()")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.pressed.append(key)

    def focused(self) -> tuple[str, str]:
        """(hand-in, answer) whose points box has the focus."""
        box = self.page.locator(".score:focus")
        expect(box).to_be_visible(timeout=SLOW)
        return self.page.url.partition("?")[0], str(box.get_attribute("id"))

    def gone_from(self, here: tuple[str, str]) -> None:
        """Wait until the focus is on another answer, or all is done."""
        self.page.wait_for_function(
            """([address, id]) => window.location.href.split("?")[0] !== address
              ? document.querySelector(".score:focus") : document.activeElement.id !== id""",
            arg=list(here),
            timeout=SLOW,
        )

    def first_who_waits(self) -> str:
        return min(MARKERS, key=self.address)

    def marks(self, who: str) -> dict[str, float | None]:
        """Points that were given by hand."""
        with self.course.gradebook() as book:
            grades = book.find_submission(NAME, who).notebooks[0].grades
            return {grade.name: grade.manual_score for grade in grades if grade.name in QUESTIONS}

    def card(self, name: str = f"{OPEN}-open") -> Locator:
        return self.page.locator(".ov-card", has=self.page.locator(f"[id='{name}']"))


@pytest.fixture(scope="module")
def opened(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    course = Course(tmp_path_factory.mktemp("formgrader"))
    course.run("generate_assignment", NAME)
    handed_in = {
        "anna": course.perfect(),
        "bas": {},
        "cleo": course.half(),
        "daan": course.perfect(),
        "gijs": course.hostile(),
    }
    for who, answers in handed_in.items():
        (course.put(who) / f"{NAME}.ipynb").write_text(json.dumps(course.carrying(answers)))
    course.run("autograde", NAME)
    server = Server(course.root, free_port())
    server.start()
    window = browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL")
    # As in a room without internet: whatever the page needs, it has.
    window.route(
        "**/*", lambda route: (route.continue_ if "127.0.0.1" in route.request.url else route.abort)()
    )
    yield Desk(course, server, window.new_page())
    window.close()
    server.kill()


@pytest.fixture
def desk(opened: Desk) -> Desk:
    opened.page.set_viewport_size({"width": 1280, "height": 900})
    opened.reset()
    return opened


def test_the_list_for_marking_by_hand_has_everyone(desk: Desk) -> None:
    desk.page.goto(f"{desk.server.url}/formgrader/gradebook/{NAME}/{NAME}")
    for number in range(1, 6):
        expect(desk.page.get_by_text(f"Submission #{number}")).to_be_visible(timeout=SLOW)


def another_gives(desk: Desk, who: str, points: float) -> None:
    """A second marker, on a page of their own."""
    with desk.course.gradebook() as book:
        grade = book.find_grade(f"{OPEN}-open", NAME, NAME, who)
        grade.manual_score, grade.needs_manual_grade = points, False
        book.db.commit()


def overwrite(desk: Desk, box: Locator, mine: str, key: str, keep_mine: bool) -> str:
    """Fill in what another has filled in since, and answer the question; the question, which comes once."""
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.message)
        (dialog.accept if keep_mine else dialog.dismiss)()

    desk.page.on("dialog", answer)
    box.fill(mine)
    with desk.page.expect_event("dialog"):
        box.press(key)
    desk.page.wait_for_function("$.active === 0")  # all that was on its way is kept, or refused
    desk.page.remove_listener("dialog", answer)
    (question,) = asked
    return question


@pytest.mark.parametrize("keep_mine", [True, False])
def test_an_older_page_asks_before_it_overwrites_a_newer_mark(desk: Desk, keep_mine: bool) -> None:
    desk.read("anna")
    box = desk.page.locator(f"[id='{OPEN}-open']")
    expect(box).to_be_focused(timeout=SLOW)
    another_gives(desk, "anna", 0.5)
    question = overwrite(desk, box, "1", "Enter", keep_mine)
    expect(box).to_have_value("1" if keep_mine else "0,5", timeout=SLOW)
    expect(desk.page.locator(".ov-left")).not_to_contain_text("Niet bewaard")
    assert "0,5" in question
    assert desk.marks("anna")[f"{OPEN}-open"] == (1 if keep_mine else 0.5)
    log = (desk.course.root / ".nbgrader.log").read_text("utf-8")
    assert "'manual_score': 0.5" in log
    assert f"anna, {OPEN}-open" in log


@pytest.mark.parametrize("keep_mine", [True, False])
def test_an_older_page_asks_before_it_overwrites_a_newer_comment(desk: Desk, keep_mine: bool) -> None:
    mine, theirs = "Noem nog een bedrag.", "Van de ander: schrap de laatste zin."
    desk.read("anna")
    desk.focused()
    desk.page.wait_for_load_state("networkidle")  # the comments of before have come
    box = desk.page.locator(f"[id='{OPEN}-open-comment']")
    with desk.course.gradebook() as book:
        book.find_comment(f"{OPEN}-open", NAME, NAME, "anna").manual_comment = theirs
        book.db.commit()
    question = overwrite(desk, box, mine, "Control+Enter", keep_mine)
    expect(box).to_have_value(mine if keep_mine else theirs, timeout=SLOW)
    assert theirs in question
    with desk.course.gradebook() as book:
        kept = book.find_comment(f"{OPEN}-open", NAME, NAME, "anna").manual_comment
    assert kept == (mine if keep_mine else theirs)
    assert theirs in (desk.course.root / ".nbgrader.log").read_text("utf-8")


def test_points_below_zero_are_not_kept_and_that_is_said(desk: Desk) -> None:
    desk.read("anna")
    card = desk.card()
    for box in (card.locator(".score").first, card.locator(".extra-credit").first):
        box.fill("-1")
        box.press("Tab")
        expect(card.get_by_role("alert")).to_contain_text("Niet bewaard", timeout=SLOW)
        box.fill("")
        box.press("Tab")
        expect(card.get_by_role("alert")).to_have_count(0, timeout=SLOW)
    assert desk.marks("anna")[f"{OPEN}-open"] is None


def test_a_class_is_marked_with_two_presses_an_answer_and_no_click_or_scroll(desk: Desk) -> None:
    desk.read(desk.first_who_waits())
    seen = []
    for turn in range(len(MARKERS) * len(QUESTIONS)):
        here = desk.focused()
        box = desk.page.locator(".score:focus")
        desk.page.wait_for_timeout(600)  # nbgrader scrolls for half a second
        expect(box).to_be_in_viewport(ratio=1)
        expect(desk.card(here[1]).locator(".ov-written dd").first).to_be_in_viewport()
        seen.append(here)
        desk.press("2" if turn % 2 else "1", "Enter")
        desk.gone_from(here)
    expect(desk.page.locator(".ov-left")).to_have_text("Alles is nagekeken.")
    assert len(desk.pressed) == PRESSES_AN_ANSWER * len(MARKERS) * len(QUESTIONS)
    assert [name for _address, name in seen] == QUESTIONS * len(MARKERS)
    assert [address for address, _name in seen[:: len(QUESTIONS)]] == sorted(map(desk.address, MARKERS))
    given = [desk.marks(who)[name] for who in sorted(MARKERS, key=desk.address) for name in QUESTIONS]
    assert given == [2 if turn % 2 else 1 for turn in range(len(given))]
    assert not any(desk.course.waiting(who) for who in MARKERS)


def test_one_question_of_everyone_in_a_row(desk: Desk) -> None:
    desk.read(desk.first_who_waits())
    desk.focused()
    desk.page.get_by_role("button", name="Per vraag").click()
    seen = []
    for _turn in range(len(MARKERS) * len(QUESTIONS)):
        here = desk.focused()
        expect(desk.page.locator(".nbgrader_cell .ov-written:visible")).to_have_count(1)
        seen.append(here)
        desk.press("1", "Enter")
        desk.gone_from(here)
    expect(desk.page.locator(".ov-left")).to_have_text("Alles is nagekeken.")
    assert [name for _address, name in seen] == [name for name in QUESTIONS for _who in MARKERS]
    assert len(set(seen)) == len(seen)
    assert len(desk.pressed) == PRESSES_AN_ANSWER * len(seen)


def test_half_points_and_a_comment_are_there_after_a_reload(desk: Desk) -> None:
    desk.read("anna")
    here = desk.focused()
    desk.press(*"2,5", "Tab")
    expect(desk.page.locator(f"[id='{here[1]}-comment']")).to_be_focused()
    desk.page.keyboard.type("Helder.\nNoem nog één voorbeeld.")
    desk.press("Control+Enter")
    desk.gone_from(here)
    desk.read("anna")
    expect(desk.page.locator(f"[id='{here[1]}']")).to_have_value("2,5")
    expect(desk.page.locator(f"[id='{here[1]}-comment']")).to_have_value("Helder.\nNoem nog één voorbeeld.")
    assert desk.focused()[1] == QUESTIONS[1]
    with desk.course.gradebook() as book:
        assert not book.find_grade(here[1], NAME, NAME, "anna").needs_manual_grade
        assert "één voorbeeld" in book.find_comment(here[1], NAME, NAME, "anna").manual_comment


@pytest.mark.parametrize("points", ["4", "-1", "twee"])
def test_points_that_cannot_be_are_refused_on_the_spot(desk: Desk, points: str) -> None:
    desk.read("anna")
    name = desk.focused()[1]
    desk.press(*points, "Enter")
    expect(desk.card().get_by_role("alert")).to_have_text("Niet bewaard. Geef een getal van 0 tot en met 3.")
    assert desk.focused()[1] == name
    assert desk.marks("anna")[name] is None


def test_an_answer_without_points_is_left_for_later(desk: Desk) -> None:
    desk.read("anna")
    here = desk.focused()
    desk.press("Enter")
    desk.gone_from(here)
    assert desk.focused()[1] == QUESTIONS[1]
    desk.press("1", "Enter")
    desk.page.wait_for_url(lambda url: url.partition("?")[0] != here[0], timeout=SLOW)
    assert f"{OPEN}" in desk.course.waiting("anna")


def test_next_passes_by_who_needs_no_marking(desk: Desk) -> None:
    desk.read("bas")
    expect(desk.page.locator(".ov-left")).to_contain_text("Hier is alles nagekeken")
    desk.press("Enter")  # the button that goes to the next who waits has the focus
    desk.page.wait_for_url(lambda url: url.partition("?")[0] != desk.address("bas"), timeout=SLOW)
    assert desk.focused()[0] in map(desk.address, MARKERS)


def test_a_save_that_fails_is_said_and_nothing_is_skipped(desk: Desk) -> None:
    desk.read("anna")
    here = desk.focused()
    desk.page.route("**/formgrader/api/grade/*", lambda route: route.abort())
    desk.press("1", "Enter")
    expect(desk.page.locator(".ov-left")).to_contain_text("Niet bewaard")
    assert desk.page.url.partition("?")[0] == here[0]
    desk.page.unroute("**/formgrader/api/grade/*")


def test_an_open_answer_stands_beside_its_rubric_and_no_code_stands_around(desk: Desk) -> None:
    desk.read("anna")
    first_line = desk.course.checks[OPEN].answer["text"].splitlines()[0]
    expect(desk.card().locator(".ov-written")).to_contain_text(first_line)
    rubric = desk.card().locator(".ov-rubric")
    expect(rubric).to_contain_text("Open antwoord, 3 punten.")
    assert rubric.bounding_box()["x"] < desk.card().locator(".ov-written").bounding_box()["x"]
    text = desk.page.locator("body").text_content()
    assert ".check(" not in text
    assert "Rewrite(" not in text


def test_automatic_scores_stand_there_with_their_reasons(desk: Desk) -> None:
    desk.read("anna")
    line = desk.page.locator(".ov-fold > summary", has_text="Feit, mening of belofte?")
    expect(line).to_contain_text("automatisch 2 van 2 · 6 goed")
    line.click()
    expect(desk.page.locator(".ov-result:visible").first).to_contain_text("Je kunt de molen bellen.")


def test_an_automatic_score_can_be_changed_by_keyboard(desk: Desk) -> None:
    desk.read("cleo")
    box = desk.page.locator("[id='birthday-card-check']")
    for _step in range(12):
        if box.evaluate("(node) => node === document.activeElement"):
            break
        desk.press("Tab")
    expect(box).to_be_focused()
    with desk.page.expect_response(lambda reply: "/formgrader/api/grade/" in reply.url and reply.ok):
        desk.press("1", "Enter")
    with desk.course.gradebook() as book:
        assert book.find_grade("birthday-card-check", NAME, NAME, "cleo").manual_score == 1


def test_what_a_participant_wrote_is_text_and_never_runs(desk: Desk) -> None:
    said: list[str] = []
    desk.page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    desk.read("gijs")
    expect(desk.page.locator("body")).to_contain_text(SCRIPT)
    assert said == []
    assert desk.page.locator("img[src='x']").count() == 0


FITS = {("bas", 1280), ("gijs", 360)}
"""Each width once; the rest is slow."""


@pytest.mark.parametrize(
    ("who", "width"),
    [
        pytest.param(who, width, marks=[] if (who, width) in FITS else pytest.mark.slow)
        for who in ("bas", "cleo", "gijs")
        for width in (1280, 360)
    ],
)
def test_the_page_fits_and_axe_finds_nothing(desk: Desk, who: str, width: int) -> None:
    desk.page.set_viewport_size({"width": width, "height": 3000})
    desk.read(who)
    desk.page.evaluate("document.querySelectorAll('.ov-fold').forEach((fold) => { fold.open = true; })")
    assert desk.page.evaluate(WIDER_THAN_THE_PAGE) == []
    found = Axe().run(desk.page, context=".ov-marking", options={"runOnly": {"type": "tag", "values": TAGS}})
    assert not found.violations_count, found.generate_report()
    assert {rule["id"] for rule in found.response["passes"]} >= {"color-contrast", "label"}


def test_formulas_do_not_stop_the_keyboard_where_there_is_no_internet(desk: Desk) -> None:
    path = desk.course.root / "autograded" / "anna" / NAME / f"{NAME}.ipynb"
    notebook = desk.course.graded("anna")
    notebook.cells[0].source += "\n\n$x^2$"
    path.chmod(0o644)
    path.write_text(json.dumps(notebook))
    desk.read("anna")
    assert "MathJax" in desk.page.content()
    here = desk.focused()
    desk.press("1", "Enter")
    desk.gone_from(here)
    assert desk.focused()[1] == QUESTIONS[1]


def test_typing_on_without_waiting_loses_nothing(desk: Desk) -> None:
    desk.read("daan")
    desk.focused()
    desk.press("1", "Enter", "2", "Enter")
    desk.page.wait_for_url(lambda url: url.partition("?")[0] != desk.address("daan"), timeout=SLOW)
    assert [desk.marks("daan")[name] for name in QUESTIONS] == [1, 2]


def test_the_text_to_rewrite_is_the_poster_that_it_was(desk: Desk) -> None:
    desk.read("anna")
    poster = desk.page.locator("figure.ov-material-poster").first
    assert "Alleen vandaag!" in (poster.text_content() or "")
    assert poster.evaluate("(node) => getComputedStyle(node).containerType") == "inline-size"

"""The instructor's side, seen in Chromium: nbgrader's formgrader and the feedback that comes out of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.server import Server, free_port
from tests.grading.course import NAME, SCRIPT, Course

SLOW = 30_000
OPEN = "w-free-page"


@dataclass
class Desk:
    """A formgrader on the hand-ins of two people."""

    course: Course
    server: Server
    page: Page

    def read(self, who: str) -> None:
        """Open a hand-in, the way the formgrader links to it."""
        with self.course.gradebook() as book:
            notebook = book.find_submission(NAME, who).notebooks[0].id
        self.page.goto(f"{self.server.url}/formgrader/submissions/{notebook}")
        self.page.locator(".nbgrader_cell").first.wait_for(timeout=SLOW)


@pytest.fixture(scope="module")
def desk(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    course = Course(tmp_path_factory.mktemp("formgrader"))
    course.run("generate_assignment", NAME)
    for who, answers in (("anna", course.perfect()), ("gijs", course.hostile())):
        (course.put(who) / f"{NAME}.ipynb").write_text(json.dumps(course.carrying(answers)))
    course.run("autograde", NAME)
    server = Server(course.root, free_port())
    server.start()
    window = browser.new_context(viewport={"width": 1200, "height": 1000}, locale="nl-NL")
    yield Desk(course, server, window.new_page())
    window.close()
    server.kill()


def test_the_list_for_marking_by_hand_has_everyone(desk: Desk) -> None:
    desk.page.goto(f"{desk.server.url}/formgrader/gradebook/{NAME}/{NAME}")
    expect(desk.page.get_by_text("Submission #1")).to_be_visible(timeout=SLOW)
    expect(desk.page.get_by_text("Submission #2")).to_be_visible()


def test_an_open_answer_stands_under_its_rubric_and_no_code_stands_around(desk: Desk) -> None:
    desk.read("anna")
    cell = desk.page.locator(".nbgrader_cell", has_text="Open antwoord, 3 punten.")
    expect(cell).to_be_visible()
    first_line = desk.course.checks[OPEN].answer["text"].splitlines()[0]
    expect(cell).to_contain_text(first_line)
    text = desk.page.locator("body").inner_text()
    assert ".check(" not in text
    assert "Rewrite(" not in text


def test_automatic_scores_stand_there_with_their_reasons(desk: Desk) -> None:
    desk.read("anna")
    result = desk.page.locator(".ov-result").first
    expect(result).to_contain_text("2 van 2 punten")
    expect(result).to_contain_text("Er staat niets tegenover.")


def test_points_given_in_the_page_are_in_the_gradebook(desk: Desk) -> None:
    desk.read("anna")
    cell = desk.page.locator(".nbgrader_cell", has_text="Open antwoord, 3 punten.")
    score = cell.locator("input.score")
    with desk.page.expect_response(lambda reply: "/formgrader/api/grade/" in reply.url and reply.ok):
        score.fill("2.5")
        score.press("Tab")
    with desk.course.gradebook() as book:
        grade = book.find_grade(f"{OPEN}-open", NAME, NAME, "anna")
        assert grade.manual_score == 2.5
        assert not grade.needs_manual_grade


def test_what_a_participant_wrote_is_text_and_never_runs(desk: Desk) -> None:
    said: list[str] = []
    desk.page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    desk.read("gijs")
    expect(desk.page.locator("body")).to_contain_text(SCRIPT)
    assert said == []
    assert desk.page.locator("img[src='x']").count() == 0

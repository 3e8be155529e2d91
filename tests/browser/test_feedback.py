"""The page that a participant gets back, seen in Chromium: on a screen, a phone and paper."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_looks import TAGS
from tests.grading.course import NAME, Course
from tests.script import SCRIPT

SIGNS, POSTER = "Feit, mening of belofte?", "Een poster zonder haast"
COMMENT = "Sterk begin. <script>alert('begeleider')</script> Noem **één** voorbeeld."


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """Four hand-ins: all marked, none marked, hostile, and with a score that was changed."""
    course = Course(tmp_path_factory.mktemp("feedback"))
    course.run("generate_assignment", NAME)
    answers = {"anna": course.perfect(), "cleo": course.half(), "gijs": course.hostile(), "bas": {}}
    for who, given in answers.items():
        (course.put(who) / f"{NAME}.ipynb").write_text(json.dumps(course.carrying(given)))
    course.run("autograde", NAME)
    course.give("anna", 0.5)
    with course.gradebook() as book:
        book.find_comment("door-poster-open", NAME, NAME, "anna").manual_comment = COMMENT
        book.find_grade("counter-signs-check", NAME, NAME, "anna").manual_score = 1.5
        book.db.commit()
    course.run("generate_feedback", NAME)
    return course


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    window = browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL")
    yield window.new_page()
    window.close()


def read(page: Page, course: Course, who: str, width: int = 1280) -> Page:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto((course.root / "feedback" / who / NAME / f"{NAME}.html").as_uri())
    return page


def test_the_total_comes_first_and_every_question_has_its_score(page: Page, course: Course) -> None:
    read(page, course, "anna")
    expect(page.locator(".total")).to_have_text("17 van 20 punten")  # 15 - 0,5 and half of 5
    scores = page.locator("nav li").all_inner_texts()
    assert len(scores) == len(course.checks)
    (poster,) = [score for score in scores if POSTER in score]
    assert "1,5 van 3" in poster
    page.get_by_role("link", name=POSTER).click()
    expect(page.get_by_role("heading", name=POSTER)).to_be_in_viewport()


def test_what_the_instructor_gave_and_said_stands_with_the_answer(page: Page, course: Course) -> None:
    read(page, course, "anna")
    part = page.locator("section", has=page.get_by_role("heading", name=POSTER))
    expect(part).to_contain_text("Je begeleider: 1,5 van 3 punten")
    expect(part.locator(".comment strong")).to_have_text("één")
    expect(part.locator(".comment")).to_contain_text("<script>")
    expect(part.locator(".answer")).to_be_visible()


def test_a_score_that_was_changed_says_so(page: Page, course: Course) -> None:
    read(page, course, "anna")
    part = page.locator("section", has=page.get_by_role("heading", name=SIGNS))
    expect(part).to_contain_text("1,5 van 2 punten (aangepast door je begeleider)")
    expect(part).not_to_contain_text("2 van 2 punten")


def test_what_was_not_marked_yet_says_so(page: Page, course: Course) -> None:
    read(page, course, "cleo")
    expect(page.locator(".total")).to_contain_text("tot nu toe")
    expect(page.locator(".waiting")).to_have_text("2 onderdelen, samen 5 punten waard, worden nog nagekeken.")
    expect(page.locator(".by-hand h3", has_text="wordt nog nagekeken")).to_have_count(2)


def test_who_wrote_nothing_reads_that_and_waits_for_nobody(page: Page, course: Course) -> None:
    read(page, course, "bas")
    expect(page.locator(".total")).to_have_text("0 van 20 punten")
    expect(page.locator(".by-hand .comment", has_text="Je hebt hier niets ingevuld.")).to_have_count(2)
    assert "No response" not in page.content()


def test_nothing_that_was_written_runs_and_nothing_is_fetched(page: Page, course: Course) -> None:
    said: list[str] = []
    asked: list[str] = []
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: asked.append(request.url))
    read(page, course, "gijs")
    expect(page.locator("body")).to_contain_text(SCRIPT)
    assert page.locator("img, script, iframe, form").count() == 0
    # Should one ever get into the page, it would still not run.
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"alert(1)\">')")
    page.wait_for_timeout(200)
    assert said == []
    assert [url for url in asked if not url.startswith("file:///")] == []


def test_the_page_is_small_and_nothing_lies_beside_it(course: Course) -> None:
    folder = course.root / "feedback" / "anna" / NAME
    assert (folder / f"{NAME}.html").stat().st_size < 40_000
    assert not (folder / "answers").exists()


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("who", ["anna", "bas", "cleo", "gijs"])
def test_it_fits_and_axe_finds_nothing(page: Page, course: Course, who: str, width: int) -> None:
    # Axe runs as a script, which the page itself forbids; so the same page is read without that rule.
    read(page, course, who, width)
    content = page.content().replace("Content-Security-Policy", "x-without")
    page.goto("about:blank")
    page.set_content(content)
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
    assert not found.violations_count, found.generate_report()
    assert "color-contrast" in {rule["id"] for rule in found.response["passes"]}


def test_on_paper_a_question_keeps_its_heading(page: Page, course: Course) -> None:
    read(page, course, "anna")
    page.emulate_media(media="print")
    assert page.locator("h2").first.evaluate("(node) => getComputedStyle(node).breakAfter") == "avoid"
    assert page.locator("main").evaluate("(node) => getComputedStyle(node).maxWidth") == "none"
    page.emulate_media(media="screen")

"""The course panel in JupyterLab: a participant's way from the start page to a hand-in, and an instructor's view."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from nbformat import NotebookNode
from playwright.sync_api import Browser, Locator, Page, expect

from course.authoring.notebook import Builder
from course.authoring.opening import manuscript
from course.authoring.write import write
from course.server.course_page import GUIDE
from course.server.files import START_PAGE
from tests.browser.page import SLOW
from tests.browser.server import Server, free_port
from tests.browser.test_nothing_is_lost import LEAN
from tests.grading.course import Course

LESSON, ASSIGNMENT = "modules/nl/01-geven", "01-geven"
HEAD = "---\ntitle: {}\nlanguage: nl\n---\n\n"
ASK = "```{{reflect}} {0}\nquestion: Vertel over {0}.\nmin-words: 1\n```\n"
START = f"{HEAD.format('Start')}# Welkom\n\n{ASK.format('hello')}\n+++\n\n{{{{ seven }}}}\n"
PARTS = (
    f"# Geven\n\n## Deel 1 · Zie het · {{{{ part }}}} minuten\n\n{ASK.format('see')}\n"
    "## Deel 2 · Doe het · {{ part }} minuten\n"
)
TASK = f"# Geven: opdracht\n\n## Opdracht 1 · Vertel\n\n{ASK.format('own')}"


def made(folder: Path, name: str, text: str) -> NotebookNode:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return Builder(manuscript(path)).notebook()


def made_place(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def use_exchange(folder: Path, exchange: Path) -> None:
    settings = made_place(folder / ".home/config/nbgrader_config.py")
    settings.write_text(
        f"c = get_config()\nc.Exchange.root = {str(exchange)!r}\nc.Exchange.cache = {str(folder / '.cache')!r}\n"
    )


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course of a start page, a lesson in two parts and an assignment, and an exchange on which that is released."""
    folder, texts = tmp_path_factory.mktemp("course"), tmp_path_factory.mktemp("texts")
    lesson = f"{HEAD.format('Geven')}{PARTS}\n{'Veel tekst. ' * 800}\n\n{ASK.format('do')}"
    assignment = HEAD.format("'Geven: opdracht'") + TASK
    for name, text, places in (
        ("modules/nl/00-start.md", START, [folder / START_PAGE]),
        (f"{LESSON}.md", lesson, [folder / f"{LESSON}.ipynb"]),
        (
            "modules/nl/assignment.md",
            assignment,
            [
                folder / f"exercises/nl/{ASSIGNMENT}/{ASSIGNMENT}.ipynb",
                folder / f".exchange/overtuigen/outbound/{ASSIGNMENT}/{ASSIGNMENT}.ipynb",
            ],
        ),
    ):
        notebook = made(texts, name, text)
        for place in places:
            place.parent.mkdir(parents=True, exist_ok=True)
            write(notebook, place)
    inbound = folder / ".exchange/overtuigen/inbound"
    inbound.mkdir()
    inbound.chmod(0o733)
    use_exchange(folder, folder / ".exchange")
    (folder / GUIDE).parent.mkdir()
    (folder / GUIDE).write_text("# Voor begeleiders\n\nZo geef je de cursus.\n")
    return folder


def opened(browser: Browser, server: Server, **window: object) -> Page:
    page = browser.new_page(**{"viewport": {"width": 1280, "height": 900}, "locale": "nl-NL", **window})
    page.goto(f"{server.url}/")
    expect(page.locator(".ov-panel h2")).to_have_text("Cursus", timeout=2 * SLOW)
    return page


@pytest.fixture
def participant(browser: Browser, root: Path) -> Iterator[Page]:
    server = Server(root, free_port(), LEAN[:1], by_themselves=True, base="/user/anna/")
    server.start()
    page = opened(browser, server)
    yield page
    page.close()
    server.kill()


NAMED = "tab => JSON.parse(getComputedStyle(tab, '::after').content)"
"""What a tab is called on the page."""


def button(page: Page, name: str) -> Locator:
    return page.locator(".ov-panel").get_by_role("button", name=re.compile(name))


def answer(page: Page, question: str) -> None:
    exercise = page.get_by_role("group", name=question, exact=True)
    exercise.locator("textarea").fill("Een hele tekst.", timeout=2 * SLOW)
    expect(exercise.locator(".ov-status")).to_have_attribute("data-state", "saved", timeout=SLOW)


def test_a_participant_finds_the_way_by_keyboard_and_hands_in(participant: Page, root: Path) -> None:
    page = participant
    menus = page.get_by_role("menubar").first.get_by_role("menuitem")
    expect(menus).to_have_text(["Bestand", "Uitvoeren", "Instellingen"], timeout=SLOW)
    expect(page.locator(".jp-NotebookPanel-toolbar")).to_be_hidden()
    answer(page, "Vertel over hello.")
    menus.first.click()
    items = page.locator(".lm-Menu-item[data-type=command]:visible .lm-Menu-itemLabel")
    expect(items).to_have_text(["Sluit tab", "Notebook opslaan", "Download", "Afdrukken…", "Uitloggen"])
    page.keyboard.press("Escape")
    for place in (".jp-MarkdownCell", "#jp-main-dock-panel .lm-TabBar-tab"):
        page.locator(place).first.click(button="right")
        expect(page.locator(".lm-Menu:visible")).to_have_count(0)  # that of the browser
    expect(button(page, "Verder waar je was")).to_contain_text("Geven, Deel 1", timeout=SLOW)
    page.locator(".jp-MarkdownCell h1").first.dblclick()
    for key in (
        "ArrowLeft",
        "Enter",
        "m",
    ):  # fold what is below, show the source, ask for another kind of cell
        page.keyboard.press(key)
    expect(page.get_by_role("group", name="Vertel over hello.", exact=True)).to_be_visible()
    expect(page.locator(".jp-MarkdownCell:not(.jp-mod-rendered), .jp-Dialog")).to_have_count(0)

    page.keyboard.press("Control+Shift+O")
    expect(button(page, "Verder waar je was")).to_be_focused()
    page.keyboard.press("Enter")
    answer(page, "Vertel over see.")
    expect(page.locator(".ov-panel summary", has_text="Geven")).to_contain_text("1 van 2", timeout=SLOW)
    page.locator(".ov-panel details").get_by_role("button", name="Deel 2").click()
    expect(page.get_by_role("heading", name=re.compile("^Deel 2"))).to_be_in_viewport(timeout=SLOW)
    answer(page, "Vertel over do.")
    expect(page).to_have_title("Geven")
    files = list(root.rglob("*.ipynb"))

    button(page, "^Opdracht").click(timeout=SLOW)
    answer(page, "Vertel over own.")
    expect(page).to_have_title("Geven: opdracht")
    tabs = [tab.evaluate(NAMED) for tab in page.locator("#jp-main-dock-panel .lm-TabBar-tab").all()]
    assert tabs == ["Start", "Geven", "Geven: opdracht"]
    assert all(path.is_file() for path in files)  # a tab that is called otherwise would rename its file
    expect(button(page, "^Opdracht")).to_contain_text("1 van 1", timeout=SLOW)
    button(page, "^Lever in: ").click()
    expect(page.locator(".ov-receipt")).to_contain_text("Ingeleverd op", timeout=SLOW)
    (handed_in,) = (root / ".exchange/overtuigen/inbound").iterdir()
    assert (handed_in / "answers" / "own.json").is_file()

    button(page, "Toon alles").click()
    expect(menus.nth(3)).to_be_visible(timeout=SLOW)
    expect(page.locator(".jp-NotebookPanel-toolbar").last).to_be_visible()
    page.reload()
    expect(button(page, "Verberg wat ik niet nodig heb")).to_be_visible(timeout=2 * SLOW)  # remembered
    assert "Create Assignment" not in page.locator("body").inner_text()


@pytest.fixture
def graded(tmp_path: Path) -> Course:
    """A course folder with an assignment on the exchange, of which the participant has no copy yet."""
    course = Course(tmp_path / "class")
    course.run("generate_assignment", course.name)
    course.run("release_assignment", course.name)
    return course


def test_what_is_fetched_in_the_panel_is_handed_in_and_its_feedback_is_read_there(
    browser: Browser, graded: Course, tmp_path: Path
) -> None:
    folder = tmp_path / "participant"
    write(made(tmp_path, "start.md", START), made_place(folder / START_PAGE))
    lesson = made(tmp_path, "lesson.md", f"{HEAD.format('Winkel')}{PARTS}\n{ASK.format('do')}")
    write(lesson, made_place(folder / f"modules/nl/{graded.name}.ipynb"))
    use_exchange(folder, graded.exchange)
    server = Server(folder, free_port(), LEAN[:1], by_themselves=True, base="/user/anna/")
    server.start()
    page = opened(browser, server)
    try:
        page.locator(".ov-panel summary", has_text="Winkel").click()
        button(page, "^Haal op: Winkel").click(timeout=SLOW)  # under its lesson, by the name of that
        expect(page.locator(".ov-assignment button").first).to_be_focused(timeout=SLOW)
        button(page, "^Lever in: ").click(timeout=SLOW)
        expect(page.get_by_role("alert")).to_contain_text("met 0 van", timeout=SLOW)
        expect(page.locator(".ov-receipt")).to_contain_text("Ingeleverd op", timeout=SLOW)
        for command in ("collect", "autograde", "generate_feedback", "release_feedback"):
            graded.run(command, graded.name)
        page.reload()
        expect(page.locator(".ov-exercise:visible").first).to_be_visible(timeout=2 * SLOW)
        page.locator(".ov-panel summary", has_text="Winkel").click(timeout=2 * SLOW)
        button(page, "^Lees de feedback").click(timeout=SLOW)
        feedback = page.frame_locator("iframe").locator(".total")
        expect(feedback).to_contain_text("van 20 punten", timeout=SLOW)
        expect(feedback).to_be_visible()
    finally:
        page.close()
        server.kill()


@pytest.mark.slow
def test_the_panel_comes_back_also_when_it_is_told_late(participant: Page) -> None:
    page = participant
    page.wait_for_timeout(3000)  # JupyterLab keeps what is open
    page.route("**/overtuigen/course*", lambda route: (time.sleep(3), route.continue_()))
    page.reload()
    expect(page.locator(".ov-panel h2")).to_be_visible(timeout=2 * SLOW)


@pytest.mark.slow
def test_on_a_phone_one_has_the_lesson_or_the_panel(browser: Browser, tmp_path: Path) -> None:
    folder = tmp_path / "participant"
    more = f"{START}\n+++\n\n## Meer oefenen\n\nNog iets.\n\n{ASK.format('more')}"
    write(made(tmp_path, "start.md", more), made_place(folder / START_PAGE))
    server = Server(folder, free_port(), LEAN, by_themselves=True)
    server.start()
    page = browser.new_page(viewport={"width": 390, "height": 844}, locale="nl-NL")
    try:
        page.goto(f"{server.url}/")
        expect(page.locator(".ov-exercise:visible").first).to_be_visible(timeout=2 * SLOW)
        expect(page.locator(".ov-panel")).to_be_hidden(timeout=SLOW)
        page.locator(".jp-SideBar.jp-mod-left .lm-TabBar-tab").first.click()
        expect(page.locator(".ov-panel h2")).to_be_visible()
        assert page.locator(".ov-panel").bounding_box()["width"] > 300
        button(page, "Begin hier").click()
        expect(page.locator(".ov-panel")).to_be_hidden()
        page.get_by_role("button", name="Toon nog 1 onderdeel").click()  # JupyterLab's own word is English
        expect(page.get_by_role("group", name="Vertel over more.", exact=True)).to_be_visible()
    finally:
        page.close()
        server.kill()


def test_an_instructor_has_all_of_jupyterlab_and_the_guide(browser: Browser, root: Path) -> None:
    server = Server(root, free_port(), (*LEAN[:1], "--CourseFiles.everything=True"), by_themselves=True)
    server.start()
    page = opened(browser, server)
    try:
        expect(page.get_by_role("menuitem", name="Kernel", exact=True)).to_be_visible(timeout=SLOW)
        # JupyterLab brings what was open to the front, as long as it is busy with that.
        expect(page.locator(".ov-exercise:visible").first).to_be_visible(timeout=2 * SLOW)
        button(page, "Handleiding voor begeleiders").click()
        expect(page.get_by_text("Zo geef je de cursus.").first).to_be_visible(timeout=SLOW)
        page.get_by_role("menuitem", name="Nbgrader", exact=True).click()
        expect(page.get_by_role("menuitem", name="Formgrader", exact=True)).to_be_visible()
    finally:
        page.close()
        server.kill()

"""A participant without a server: from the address to a hand-in, and back on another computer."""

import json
import re
import zipfile
from urllib.parse import urlsplit

import nbformat
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from course.answers import copies_in
from course.assignment import assignment_in
from course.grading.grade import grade
from course.grading.released import Released
from course.grading.submission.hand_in import read_hand_in
from course.site.build import START_PAGE
from tests.browser.page import _questions
from tests.browser.test_looks import TAGS
from tests.model_answers import ROOT
from tests.site.conftest import computer

pytestmark = pytest.mark.slow

LESSON = "modules/nl/01-wederkerigheid.ipynb"
ASSIGNMENT = "exercises/nl/01-wederkerigheid/01-wederkerigheid.ipynb"
STARTS = 90_000
"""Milliseconds that Python may take to begin on a busy machine."""


@pytest.fixture
def profile(tmp_path):
    return tmp_path / "profile"


def opened(context, address, path):
    page = context.new_page()
    page.goto(f"{address}lab/index.html?path={path}")
    return page


def exercise(page, path, name):
    question = _questions(nbformat.read(ROOT / path, 4))[name]
    return page.get_by_role("group", name=" ".join(question.split()), exact=True)


def saved(node):
    expect(node.locator(".ov-status")).to_have_attribute("data-state", "saved", timeout=STARTS)


def test_answers_last_and_nothing_is_asked_of_the_outside(address, profile):
    asked = []
    with computer(profile) as context:
        context.on("request", lambda request: asked.append(request.url))
        page = opened(context, address, LESSON)
        node = exercise(page, LESSON, "first-thought")
        node.get_by_role("radio").nth(1).check(timeout=STARTS)
        saved(node)
        page.goto(address)
        page.wait_for_url(f"**/lab/index.html?path={START_PAGE}*")
    here = "{0.scheme}://{0.netloc}/".format(urlsplit(address))
    assert [url for url in asked if not url.startswith((here, "data:", "blob:"))] == []
    with computer(profile) as context:  # the whole browser was closed
        page = opened(context, address, LESSON)
        chosen = exercise(page, LESSON, "first-thought").get_by_role("radio").nth(1)
        expect(chosen).to_be_checked(timeout=STARTS)


def test_work_goes_along_as_a_hand_in_and_comes_back(address, tmp_path):
    with computer(tmp_path / "one") as context:
        page = opened(context, address, ASSIGNMENT)
        first = page.locator(".ov-exercise").first
        first.locator(".ov-bin").first.click(timeout=STARTS)
        saved(first)
        with page.expect_download() as download:
            page.get_by_role("button", name="Meenemen").click()
        download.value.save_as(tmp_path / "01-wederkerigheid.zip")
    folder = tmp_path / "submitted"
    with zipfile.ZipFile(tmp_path / "01-wederkerigheid.zip") as archive:
        archive.extractall(folder)
    source = nbformat.read(ROOT / "solutions/nl/01-wederkerigheid/01-wederkerigheid.ipynb", 4)
    released = Released("01-wederkerigheid", source, assignment_in(source), frozenset())
    hand_in = read_hand_in(folder, released)
    assert set(hand_in.answers) == {"w-what-kind"}
    assert grade(hand_in, released.assignment)["w-what-kind"]
    assert set(copies_in(json.loads((folder / "01-wederkerigheid.ipynb").read_bytes()))) == {"w-what-kind"}
    with computer(tmp_path / "other") as context:
        page = opened(context, address, ASSIGNMENT)
        expect(page.locator(".ov-exercise .ov-bin").first).to_be_visible(timeout=STARTS)
        with page.expect_file_chooser() as chooser:
            page.get_by_role("button", name="Terugzetten").click()
        chooser.value.set_files(tmp_path / "01-wederkerigheid.zip")
        saved(page.locator(".ov-exercise").first)


@pytest.mark.parametrize(
    "browser",
    [
        "navigator.serviceWorker.register = () => Promise.reject(new Error('not here'))",
        "delete Navigator.prototype.serviceWorker",
    ],
    ids=["refused", "unknown"],
)
def test_where_answers_cannot_be_kept_it_says_so_before_one_begins(address, profile, browser):
    with computer(profile) as context:
        context.add_init_script(browser)
        page = opened(context, address, LESSON)
        dialog = page.get_by_role("dialog")
        expect(dialog).to_contain_text("Je antwoorden blijven hier niet bewaard", timeout=STARTS)
        dialog.get_by_role("button", name="Ik begrijp het").click()
        expect(page.locator(".ov-exercise").first).to_be_visible(timeout=STARTS)


@pytest.mark.parametrize("width", [1280, 390])
def test_the_course_comes_first_and_a_phone_shows_the_lesson_alone(address, tmp_path, width):
    with computer(tmp_path / "profile") as context:
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 844})
        # The list of files comes to the front last of all; what is seen after that, stays.
        page.add_init_script("""
            let app;
            Object.defineProperty(window, "jupyterapp", { get: () => app, set: (made) => {
                app = made;
                app.commands.commandExecuted.connect(async (_sender, { id, result }) => {
                    if (id !== "docmanager:show-in-file-browser") return;
                    await result;
                    document.body.classList.add("shown");
                });
            } });
        """)
        page.goto(address)
        expect(page.locator("body")).to_have_class(re.compile("shown"), timeout=STARTS)
        page.wait_for_timeout(500)
        expect(page.locator(".ov-panel")).to_be_visible(visible=width > 700)
        expect(page.locator(".jp-FileBrowser")).to_be_hidden()
        # What JupyterLab's own language pack lacks, the site adds.
        expect(page.get_by_role("tab", name="Bestanden")).to_be_visible()


@pytest.mark.parametrize(("width", "seen"), [(1280, [".ov-panel", ".ov-exercise"]), (360, [".ov-exercise"])])
def test_axe_finds_nothing_in_the_panel_and_in_the_exercises(address, tmp_path, width, seen):
    with computer(tmp_path / "profile") as context:
        page = opened(context, address, LESSON)
        page.set_viewport_size({"width": width, "height": 3000})
        exercise(page, LESSON, "first-thought").get_by_role("radio").nth(1).check(timeout=STARTS)
        saved(exercise(page, LESSON, "first-thought"))
        for place in seen:
            expect(page.locator(place).first).to_be_visible()
        found = Axe().run(
            page, context={"include": seen}, options={"runOnly": {"type": "tag", "values": TAGS}}
        )
        assert not found.violations_count, found.generate_report()
        assert {rule["id"] for rule in found.response["passes"]} >= {"color-contrast", "label"}


def test_a_newer_lesson_reaches_who_was_here_and_leaves_answers_alone(site, address, profile):
    with computer(profile) as context:
        page = opened(context, address, LESSON)
        node = exercise(page, LESSON, "first-thought")
        node.get_by_role("radio").nth(1).check(timeout=STARTS)
        saved(node)
        page.keyboard.press("Control+s")
        page.wait_for_timeout(2000)
    lesson = site / "files" / LESSON
    before = lesson.read_text("utf-8")
    try:
        lesson.write_text(before.replace("de cadeaudetective", "de nieuwe les"), "utf-8")
        with computer(profile) as context:
            page = opened(context, address, LESSON)
            expect(page.get_by_role("heading", name="Wederkerigheid: de nieuwe les")).to_be_visible(
                timeout=STARTS
            )
            chosen = exercise(page, LESSON, "first-thought").get_by_role("radio").nth(1)
            expect(chosen).to_be_checked(timeout=STARTS)
    finally:
        lesson.write_text(before, "utf-8")


def test_a_lesson_and_an_assignment_of_one_name_keep_their_answers_apart(address, profile):
    with computer(profile) as context:
        page = opened(context, address, LESSON)
        expect(page.locator(".ov-exercise").first).to_be_visible(timeout=STARTS)
        page.evaluate("(path) => window.jupyterapp.commands.execute('docmanager:open', { path })", ASSIGNMENT)
        bin = page.locator(".ov-bin:visible").first
        bin.click(timeout=STARTS)
        saved(page.locator(".ov-exercise:visible").first)
        names = page.evaluate(
            """async (path) => {
            const { contents } = window.jupyterapp.serviceManager;
            return (await contents.get(path, { content: true })).content.map(({ name }) => name);
        }""",
            "exercises/nl/01-wederkerigheid/answers",
        )
        assert names == ["w-what-kind.json"]

"""Every kind of exercise without a server: done by mouse and without a mouse, kept, and its figure drawn."""

import json

import pytest
from playwright.sync_api import expect

from course.authoring.write import write
from tests.browser.gallery import EXERCISES, gallery
from tests.browser.hands import answers, do, timeless
from tests.browser.page import Lesson
from tests.site.conftest import computer
from tests.site.test_page import LESSON, STARTS

pytestmark = pytest.mark.slow

KEPT = """async (path) => {
  const { contents } = window.jupyterapp.serviceManager;
  return (await contents.get(path, { type: "file", format: "text", content: true })).content;
}"""


@pytest.fixture(scope="module", params=["keyboard", "mouse"])
def means(request):
    return request.param


@pytest.fixture(scope="module")
def lesson(means, site, address, tmp_path_factory):
    """The gallery, in the place of a lesson."""
    place = site / "files" / LESSON
    before = place.read_text("utf-8")
    write(gallery(), place)
    try:
        with computer(tmp_path_factory.mktemp(means)) as context:
            here = Lesson(context.browser, None, place)
            here.context, here.page = context, context.new_page()
            here.page.on("pageerror", lambda error: here.errors.append(error.stack or str(error)))
            here.page.goto(f"{address}lab/index.html?path={LESSON}")
            expect(here.page.locator(".ov-overview")).to_be_visible(timeout=STARTS)
            yield here
    finally:
        place.write_text(before, "utf-8")


# The timer first: it runs from when it is seen.
@pytest.mark.parametrize("name", sorted(EXERCISES, key=lambda name: name != "bottle-example"))
def test_an_exercise_can_be_done_and_is_kept(lesson, means, name):
    exercise = lesson.exercise(name)
    expect(exercise.node).to_be_visible(timeout=STARTS)

    do(exercise, means)

    exercise.saved()
    kept = json.loads(lesson.page.evaluate(KEPT, f"modules/nl/answers/{name}.json"))
    assert timeless(kept["answer"]) == answers()[name]
    if getattr(EXERCISES[name], "then", ""):
        expect(exercise.cell.locator(".ov-figure .ov-chart:visible").first).to_be_visible(timeout=STARTS)
    assert not exercise.cell.locator(".jp-RenderedText[data-mime-type*=stderr]").count()


def test_nothing_of_ours_went_wrong_on_the_page(lesson):
    assert lesson.own_errors() == []

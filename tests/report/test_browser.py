"""The pages in Chromium: offline, quiet, accessible, and deaf to what a participant wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixture import NAME
from tests.report.look import look

PAGES = (f"{NAME}.html", f"{NAME}-anoniem.html")
SORT = """(() => {
  const table = document.querySelector("table[data-sortable]");
  const total = table.tHead.rows[0].cells[1];
  const numbers = () => [...table.tBodies[0].rows].map((row) => parseFloat(row.cells[1].textContent.replace(",", ".")));
  total.querySelector("button").click();
  const up = numbers();
  total.querySelector("button").click();
  return [up, numbers(), total.getAttribute("aria-sort")];
})()"""
ALIVE = (
    "['gijs' in window, document.querySelectorAll('main script, main img, header script, header img').length]"
)


@pytest.mark.parametrize(
    ("name", "width"),
    [
        (PAGES[1], 360),
        pytest.param(PAGES[0], 1280, marks=pytest.mark.slow),
        pytest.param(PAGES[0], 360, marks=pytest.mark.slow),
        pytest.param(PAGES[1], 1280, marks=pytest.mark.slow),
    ],
)
def test_it_opens_offline_and_axe_finds_nothing(folder: Path, name: str, width: int) -> None:
    path = folder / name
    seen = look(path, ALIVE, width=width, axe=True)

    assert seen.requests == [path.as_uri()], "it asked for something else"
    assert seen.errors == []
    assert seen.dialogs == []
    assert seen.plots == 4
    assert seen.overflow == 0
    assert seen.outside == []
    assert seen.on_paper == 0
    assert seen.axe == ""
    assert seen.judged > 100, "axe judged no contrast"
    assert seen.answers == [[False, 0]]


def test_a_name_that_is_a_script_stands_there_as_text(folder: Path) -> None:
    rows = "[...document.querySelectorAll('table[data-sortable] tbody th')].map((cell) => cell.textContent)"
    (names,) = look(folder / PAGES[0], rows).answers
    assert any("<script>alert('gijs')</script>" in name for name in names)


def test_the_browser_refuses_a_script_that_is_not_the_pages_own(folder: Path, tmp_path: Path) -> None:
    page = (folder / PAGES[0]).read_text("utf-8")
    planted = tmp_path / "planted.html"
    planted.write_text(
        page.replace("<main>", "<main><script>alert('gijs')</script><img src=x onerror=alert(1)>"), "utf-8"
    )
    seen = look(planted)
    assert seen.dialogs == []
    assert any("Content Security Policy" in error for error in seen.errors)


def test_a_click_on_a_head_sorts(folder: Path) -> None:
    ((up, down, state),) = look(folder / PAGES[0], SORT).answers
    assert up == sorted(up)
    assert down == up[::-1]
    assert state == "descending"

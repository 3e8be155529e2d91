"""What goes in under another name comes back under that name: nbgrader's own list is the judge."""

import json
import os
import re
import shutil

import pytest
from nbgrader.exchange.default import ExchangeSubmit

from course.grading.run.group import grade_class
from course.grading.site import Site
from course.server.assignment_list import copy_with_notebook
from tests.fixture import NAME
from tests.grading.run.conftest import hand_in


@pytest.fixture
def on_exchange(course):
    """The course, with its assignment on the exchange."""
    with (course.root / "nbgrader_config.py").open("a") as config:
        config.write(f"\nget_config().Exchange.root = {str(course.exchange)!r}\n")
    course.run("release_assignment", NAME)
    return course


def submit(course, who, *names):
    folder = course.fetch(who)
    (folder / f"{NAME}.ipynb").unlink()
    for name in names:
        (folder / f"{name}.ipynb").write_text(json.dumps(course.carrying(course.half())))
    course.submit(who)


def elsewhere(course, who, place):
    """Submit with the notebook at another `place` in the folder."""
    folder = course.fetch(who)
    (folder / place).parent.mkdir(exist_ok=True)
    (folder / place).write_text(json.dumps(course.carrying(course.half())))
    (folder / f"{NAME}.ipynb").unlink()
    course.submit(who)


def listed(course, capfd):
    """Whether the list of each participant says that there is feedback, by their name."""
    capfd.readouterr()
    course.run("list", "--cached")
    rows = re.findall(rf"overtuigen (\S+) {NAME} .* \((.*)\)", capfd.readouterr().err)
    return {who: told == "feedback ready to be fetched" for who, told in rows}


def test_others_may_read_a_page_on_the_exchange_as_they_may_in_the_folder(on_exchange):
    submit(on_exchange, "anna", NAME)
    grade_class(Site(on_exchange.root), NAME)
    made = on_exchange.root / "feedback" / "anna" / NAME / f"{NAME}.html"
    made.chmod(0o644)
    before = os.umask(0o077)  # of an instructor whose new files are for nobody else
    try:
        on_exchange.run("release_feedback", NAME)
    finally:
        os.umask(before)
    (page,) = (on_exchange.exchange / "overtuigen" / "feedback").glob("*.html")
    assert page.stat().st_mode & 0o777 == 0o644


def test_who_renamed_the_notebook_or_kept_a_copy_finds_the_feedback(on_exchange, capfd):
    people = {
        "anna": [f"{NAME} anna"],
        "bas": [NAME, f"{NAME}-Copy1"],
        "cleo": [NAME],
        "daan": ["[a]*?{x}%"],
    }
    for who, names in people.items():
        submit(on_exchange, who, *names)
    assert grade_class(Site(on_exchange.root), NAME).is_complete
    assert listed(on_exchange, capfd) == dict.fromkeys(people, False)
    on_exchange.run("release_feedback", NAME)
    assert listed(on_exchange, capfd) == dict.fromkeys(people, True)
    for who in people:
        home = on_exchange.folder / "home" / who
        on_exchange.run("fetch_feedback", NAME, f"--student={who}", cwd=home)
    pages = list((on_exchange.folder / "home").glob(f"*/{NAME}/feedback/*/*.html"))
    assert {name for names in people.values() for name in names} <= {page.stem for page in pages}
    assert {page.read_text("utf-8") for page in pages} <= {on_exchange.feedback(who) for who in people}


def test_feedback_goes_to_who_is_asked_and_not_to_who_is_excluded(on_exchange, capfd):
    hand_in(on_exchange, ["anna", "bas", "cleo"])
    grade_class(Site(on_exchange.root), NAME)
    released = on_exchange.exchange / "overtuigen" / "feedback"
    on_exchange.run("release_feedback", NAME, "--student=anna")
    assert len(list(released.iterdir())) == 1
    shutil.rmtree(released)
    on_exchange.run("release_feedback", NAME, "--CourseDirectory.student_id_exclude=anna")
    assert len(list(released.iterdir())) == 2
    assert all(page.suffix == ".html" for page in released.iterdir())


def test_without_feedback_the_instructor_hears_what_to_do(on_exchange, capfd):
    on_exchange.run("release_feedback", NAME)
    assert f"course grade {NAME}" in capfd.readouterr().err


def test_a_name_that_is_no_text_does_not_stop_the_rest(on_exchange):
    """A file may be called anything on disk, also half a character; nbgrader cannot make a hash of that."""
    hand_in(on_exchange, ["anna", "bas"])
    name = os.fsencode(on_exchange.put("anna")) + b"/\xff.ipynb"
    with open(name, "w") as file:
        file.write("{}")
    assert grade_class(Site(on_exchange.root), NAME).is_complete
    on_exchange.run("release_feedback", NAME)
    assert len(list(on_exchange.exchange.glob("*/feedback/*.html"))) == 2


PLACES = {"anna": f"map/{NAME}.ipynb", "bas": f"{NAME}.ipynb.txt", "cleo": "mijn werk/opdracht.ipynb"}
"""Of a notebook that is graded, and that nbgrader's list does not see."""


def test_a_notebook_in_a_folder_or_with_another_ending_gets_its_feedback_in_the_list(
    on_exchange, capfd, monkeypatch
):
    monkeypatch.setattr(ExchangeSubmit, "do_copy", copy_with_notebook)  # as a participant's server has it
    for who, place in PLACES.items():
        elsewhere(on_exchange, who, place)
    assert grade_class(Site(on_exchange.root), NAME).is_complete
    on_exchange.run("release_feedback", NAME)
    assert listed(on_exchange, capfd) == dict.fromkeys(PLACES, True)
    home = on_exchange.folder / "home" / "anna"  # one cache for all of them, as they run on one account
    on_exchange.run("fetch_feedback", NAME, cwd=home)
    pages = (home / NAME / "feedback").glob(f"*/{NAME}.html")
    assert {page.read_text("utf-8") for page in pages} == {on_exchange.feedback(who) for who in PLACES}


def test_who_cannot_find_the_feedback_in_the_list_is_named_with_the_page_to_mail(on_exchange, capfd):
    for who, place in PLACES.items():
        elsewhere(on_exchange, who, place)
    hand_in(on_exchange, ["daan"])
    assert grade_class(Site(on_exchange.root), NAME).is_complete
    capfd.readouterr()
    on_exchange.run("release_feedback", NAME)
    told = capfd.readouterr().err
    for who in PLACES:
        assert f"feedback/{who}/{NAME}/{NAME}.html" in told
    assert "daan: de feedback is op te halen." in told

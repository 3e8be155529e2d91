import os
import subprocess
import sys

import pytest
from nbgrader.api import Gradebook
from sqlalchemy import event

from course.grading.engine import schema_version, share_engines


@pytest.fixture(autouse=True)
def shared():
    share_engines()


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path}/gradebook.db"


def test_the_second_time_nothing_is_asked_about_tables(url):
    asked = []
    with Gradebook(url) as first:
        event.listen(first.engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    with Gradebook(url) as second:
        assert second.engine is first.engine
        assert second.students == []
    assert len(asked) == 1


def test_what_one_writes_the_next_reads(url):
    with Gradebook(url, "a") as book:
        book.add_student("anna")
    with Gradebook(url, "a") as book:
        assert [one.id for one in book.students] == ["anna"]
        assert (book.course_id, book.authenticator) == ("a", None)


def test_two_at_once_do_not_see_what_is_not_yet_saved(url):
    with Gradebook(url) as one, Gradebook(url) as two:
        one.add_student("anna")
        one.find_student("anna").first_name = "Anna"
        assert two.find_student("anna").first_name is None
        one.db.rollback()


def test_a_gradebook_that_was_removed_is_made_anew(url, tmp_path):
    with Gradebook(url) as book:
        book.add_student("anna")
    (tmp_path / "gradebook.db").unlink()
    with Gradebook(url) as book:
        assert book.students == []


def test_a_gradebook_that_was_put_back_is_read(url, tmp_path):
    with Gradebook(url) as book:
        book.add_student("anna")
    (tmp_path / "gradebook.db").rename(tmp_path / "old.db")
    with Gradebook(url) as book:
        book.add_student("bas")
    (tmp_path / "old.db").replace(tmp_path / "gradebook.db")
    with Gradebook(url) as book:
        assert [one.id for one in book.students] == ["anna"]


def test_a_database_in_memory_is_everyones_own():
    for _time in range(2):
        with Gradebook("sqlite://") as book:
            book.add_student("anna")


def test_the_version_of_the_tables_is_the_one_that_nbgrader_asks_for(monkeypatch):
    monkeypatch.setenv("PATH", os.path.dirname(sys.executable), prepend=os.pathsep)
    asked = subprocess.run(
        [sys.executable, "-c", "from nbgrader.api import get_alembic_version as ask; print(ask())"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert schema_version() == asked.stdout.strip()

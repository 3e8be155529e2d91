"""A good hand-in, broken at random in thousands of ways: it is always graded or refused, and nothing else happens."""

import json
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from course.answers import MIME_TYPE, Record
from course.assignment import assignment_in
from course.errors import RefusedError
from course.grading.grade import grade as graded
from course.grading.graded_notebook import graded_notebook
from course.grading.released import Released
from course.grading.submission.hand_in import read_hand_in
from course.grading.submission.lenient import salvage
from course.i18n import translator
from tests.fixture import NAME
from tests.model_answers import checks, source
from tests.strategies import json_like

SOURCE = source()
CHECKS = checks(SOURCE)
RELEASED = Released(NAME, SOURCE, assignment_in(SOURCE), frozenset(cell.source for cell in SOURCE.cells))


def good():
    """A notebook with every model answer in it."""
    notebook = json.loads(json.dumps(SOURCE))
    for cell in notebook["cells"]:
        if check := CHECKS.get(cell["id"]):
            record = Record(check.exercise.id, check.exercise.kind, "2026-03-01T12:00:00+01:00", check.answer)
            data = {MIME_TYPE: json.loads(record.dumps())}
            cell["outputs"] = [{"output_type": "display_data", "data": data, "metadata": {}}]
    return notebook


GOOD = good()
TEXT = json.dumps(GOOD).encode()


@pytest.fixture(scope="module")
def grade(tmp_path_factory):
    """Take bytes from a file all the way to a graded notebook, as text; the exercises of which the answer counts."""
    folder = tmp_path_factory.mktemp("mutations")

    def grade(data):
        (folder / f"{NAME}.ipynb").write_bytes(data)
        with suppress(RefusedError):
            hand_in = read_hand_in(folder, RELEASED)
            results = graded(hand_in, RELEASED.assignment)
            assert None not in results.values()
            made = graded_notebook(RELEASED, hand_in, results, (), translator("nl"))
            json.dumps(made, ensure_ascii=False).encode("utf-8")
            return sorted(hand_in.answers)

    return grade


def test_the_hand_in_is_good_before_it_is_broken(grade):
    assert grade(TEXT) == sorted(CHECKS)


broken = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@broken
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["flip", "cut", "insert"]), st.integers(0, len(TEXT)), st.binary(max_size=30)
        ),
        min_size=1,
        max_size=8,
    )
)
def test_bytes_that_are_flipped_cut_and_inserted(grade, changes):
    data = bytearray(TEXT)
    for kind, place, given_bytes in changes:
        match kind:
            case "flip":
                data[place : place + len(given_bytes)] = given_bytes
            case "insert":
                data[place:place] = given_bytes
            case "cut":
                del data[place : place + 40 * len(given_bytes)]
    grade(bytes(data))


@broken
@given(st.integers(0, len(TEXT)))
def test_a_file_that_ends_anywhere(grade, length):
    found = grade(TEXT[:length])
    left = {record.exercise for record in salvage(TEXT[:length].decode())}
    assert found == (sorted(left) or None)  # half a notebook is graded with what is left, and refused without


def paths(value, path=()):
    """The way to every part of nested data."""
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from paths(inner, (*path, key))


PATHS = sorted(paths(GOOD), key=str)


@broken
@given(
    st.lists(
        st.tuples(
            st.sampled_from(PATHS),
            json_like("cells", "outputs", "metadata", "nbgrader", "grade_id", "source", "data", MIME_TYPE),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_parts_that_are_replaced_by_anything(grade, changes):
    data = json.loads(TEXT)
    for path, value in changes:
        if not path:
            data = value
            continue
        with suppress(KeyError, IndexError, TypeError):  # its place is gone by an earlier change
            inner = data
            for key in path[:-1]:
                inner = inner[key]
            inner[path[-1]] = value
    grade(json.dumps(data).encode())

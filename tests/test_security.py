"""Promises about participants and instructors that no single module can keep alone."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from course.answers import MIME_TYPE, Answers, copies_in
from course.view.static import bundle
from tests.fixture import text_of
from tests.kinds.examples import EXAMPLES, keyed
from tests.model_answers import ROOT, SOURCES, checks, source, strings_in

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>"
BOMB = {"a": "a" * 20_001, "b": ["b" * 1000] * 600, "c": {str(n): n for n in range(600)}}


def python(code: str, folder: Path, *options: str) -> subprocess.CompletedProcess:
    command = [sys.executable, *options, "-c", code]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_hostile_file_is_graded_and_printed_and_nothing_breaks(name, in_folder):
    exercise, key = EXAMPLES[name].exercise, EXAMPLES[name].key
    fields = exercise.clean({}, _reader())
    for value in (SCRIPT, 1, None, [SCRIPT] * 9, {SCRIPT: {SCRIPT: SCRIPT}}, BOMB, [BOMB], 10**300, True):
        path = Answers().path(exercise.id)
        path.parent.mkdir(exist_ok=True)
        answer = {**dict.fromkeys(fields, value), "score": 20, "__class__": "evil", "key": key}
        record = {"exercise": exercise.id, "kind": exercise.kind, "saved": SCRIPT, "answer": answer}
        path.write_text(json.dumps(record))
        result = exercise.check(key=key, points=2)
        assert 0 <= result.score <= 2
        assert SCRIPT not in result._repr_html_()
        html = bundle(exercise, *exercise.stored())["text/html"]
        assert "<script" not in html
        assert "<img" not in html


def _reader():
    from course.answers import Reader

    return Reader()


def test_loading_an_answer_runs_nothing_and_imports_nothing_from_its_folder(tmp_path):
    (tmp_path / "answers").mkdir()
    for file in ("sort.py", "answers/__init__.py", "answers/sort.py"):
        (tmp_path / file).write_text("open('ran', 'w')")
    (tmp_path / "answers" / "sort.json").write_text(
        '{"exercise": "sort", "kind": "sort", "saved": "", "answer": {}}'
    )
    code = "from course.answers import Answers; print(Answers().load('sort').kind)"
    assert python(code, tmp_path, "-P").stdout == "sort\n"
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("name", [name for name, example in EXAMPLES.items() if example.key])
def test_what_travels_in_the_notebook_is_the_answer_and_never_the_key(name, in_folder):
    exercise = keyed(name)
    exercise.reasons = dict.fromkeys(list(exercise.parts())[:1], "de geheime reden")
    record = Answers().save(exercise.id, exercise.kind, EXAMPLES[name].model)
    travelling = bundle(exercise, record, record.answer)
    assert travelling[MIME_TYPE]["answer"] == EXAMPLES[name].model
    assert "de geheime reden" not in json.dumps(travelling)


@pytest.mark.parametrize("path", sorted(ROOT.glob("exercises/*/*/*.ipynb")), ids=lambda path: path.stem)
def test_a_released_notebook_carries_no_answers(path):
    assert copies_in(json.loads(path.read_text("utf-8"))) == {}


@pytest.mark.parametrize("path", [text_of(), *SOURCES], ids=lambda path: path.stem)
def test_a_participant_can_try_every_check_and_learns_nothing(path, in_folder):
    for name, check in checks(source(path)).items():
        released = check.exercise
        result = released.check(check.answer)  # in their own notebook there is no key to check against
        told = strings_in(result.to_dict())
        assert [reason for reason in strings_in(check.reasons) if reason in told] == [], name


def test_what_participants_import_is_light_and_stays_off_the_network(tmp_path):
    heavy = ("pandas", "numpy", "pydantic", "jinja2", "spacy", "nbgrader", "jupytext", "sqlalchemy")
    code = (
        "import socket, sys\n"
        "def refuse(*a, **k): raise RuntimeError('network')\n"
        "socket.socket.connect = refuse\n"
        "import course, course.evidence, course.view.live\n"
        f"sys.exit(' '.join(name for name in {heavy!r} if name in sys.modules) or 0)"
    )
    done = python(code, tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_check_prints_nothing_that_would_cost_the_points(in_folder):
    # nbgrader gives 0 points as soon as anything, even a warning, reaches stderr.
    code = (
        "from tests.model_answers import checks, source\n"
        "for check in checks(source()).values():\n"
        "    for answer in (check.answer, {}, {'text': 5}): check.result(answer).score\n"
    )
    done = python(code, ROOT, "-W", "default")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")

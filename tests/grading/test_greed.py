"""Hand-ins made to take memory or time: each is graded with little of both, or refused with the reason.

Reading, grading and making the graded notebook happen in a process with a limit. What comes out of it is measured as
well, because feedback and the search for the same answers read that without one.
"""

import json
import time
from dataclasses import asdict
from pathlib import Path

import pytest
from nbformat import v4

import course.grading.apart as limits
from course.answers import MIME_TYPE, Record
from course.errors import RefusedError
from course.grading.apart import Apart
from course.grading.graded_notebook import graded_notebook
from course.grading.one import _read
from course.grading.pages.feedback import page
from course.grading.scores import CellScore, Scores
from course.grading.submission.same_answers import same_as
from course.i18n import translator
from course.kinds.experiment.exercise import LAST_SEED, MOST_ROUNDS
from tests.grading.small import SAVED, carrying, hand_in, record, released
from tests.kinds.examples import EXAMPLES

MB = 1_000_000
FILE = "own-case.json"


def about(answer):
    """A record of the one exercise, with this for its answer."""
    return json.dumps(asdict(record("")) | {"answer": "HERE"}).replace('"HERE"', answer)


def beside(field):
    """The participant's notebook with one more field in it."""
    return {"01.ipynb": json.dumps(carrying(record("goed")))[:-1] + f', "x": {field}}}'}


def on_disk(answer):
    """An empty notebook, and the answer in a file."""
    return {"01.ipynb": json.dumps(carrying()), "answers/own-case.json": about(answer)}


def with_cells(*cells):
    """The participant's notebook with more cells in it."""
    made = carrying(record("goed"))
    return {"01.ipynb": json.dumps({**made, "cells": [*made.cells, *cells]})}


def with_outputs(outputs):
    """The participant's notebook with these outputs under the exercise."""
    made = carrying()
    cell = {**made.cells[3], "outputs": outputs}
    return {"01.ipynb": json.dumps({**made, "cells": [*made.cells[:3], cell, *made.cells[4:]]})}


def versions(number):
    """So many copies of one answer."""
    return [{"data": {MIME_TYPE: asdict(record(f"{n}", f"{SAVED[:20]}{n:06}"))}} for n in range(number)]


def text_cell(source):
    return {"cell_type": "markdown", "metadata": {}, "source": source}


GRADED = {
    "a field nested too deep": lambda: beside("[" * 400_000 + "]" * 400_000),
    "an answer nested too deep": lambda: on_disk('{"text":' * 100_000 + "0" + "}" * 100_000),
    "an integer of 10 MB": lambda: beside("9" * 10 * MB),
    "numbers that are none": lambda: on_disk('{"text": [1e400, -1e400, NaN, ' + "9" * 900_000 + "]}"),
    "one text of 18 MB": lambda: beside('"' + "é" * 9 * MB + '"'),
    "150,000 cells": lambda: with_cells(*(text_cell(f"{n}") for n in range(150_000))),
    "200,000 outputs": lambda: with_outputs([{"output_type": "stream", "text": "x"}] * 200_000),
    "20,000 versions of one answer": lambda: with_outputs(versions(20_000)),
    "80,000 keys": lambda: on_disk("{" + ",".join(f'"{n}":0' for n in range(80_000)) + "}"),
    "half characters": lambda: on_disk('{"text": "' + r"\ud800" * 160_000 + '"}'),
    "a text that grows when it is made harmless": lambda: on_disk('{"text": "' + "$" * 900_000 + '"}'),
    "cells that grow so": lambda: with_cells(*(text_cell("\\" * 90_000) for _ in range(90))),
}
REFUSED = {
    "a notebook nested too deep": (lambda: {"01.ipynb": '{"cells": ' + "[" * 9 * MB}, "nested too deep"),
    "60 MB of copies that are broken": (
        lambda: {"01.ipynb": f'"{MIME_TYPE}": {{"answer": [' * 1_300_000},
        "cannot be read",
    ),
    "small values, 20 MB of them": (lambda: beside("[" + "{}," * 6_500_000 + "0]"), "300 MB of memory"),
    # Which of both it is depends on how fast the computer is.
    "UTF-16 without an end": (
        lambda: {"01.ipynb": b"\xff\xfe" + b"\x00\xd8" * 20 * MB},
        "3 seconds|cannot be read",
    ),
}


def put(folder, files):
    for name, content in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())


def measured(work):
    """What `work` returns, the memory above what there was, and the seconds of it; in a process of its own."""

    def inside(_nothing):
        Path("/proc/self/clear_refs").write_text("5")  # forget the peak until now
        before, began = peak(), time.process_time()
        return work(), peak() - before, time.process_time() - began

    return Apart(inside)(None)


def peak():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))


@pytest.mark.parametrize("what", GRADED)
def test_what_is_made_to_take_memory_or_time_takes_little(tmp_path, what):
    put(tmp_path, GRADED[what]())
    graded, memory, seconds = measured(lambda: _read(tmp_path, released(), translator("nl")))
    print(f"{what}: {memory / MB:.0f} MB, {seconds:.2f} s")
    assert memory < 150 * MB
    assert seconds < 5
    # All that the rest of the command reads, without a limit.
    assert len(json.dumps(graded.notebook)) < 15 * MB
    assert sum(len(one.dumps()) for one in graded.answers) < 2 * MB


@pytest.mark.parametrize("what", REFUSED)
def test_what_takes_too_much_is_refused(tmp_path, monkeypatch, what):
    files, why = REFUSED[what]
    put(tmp_path, files())
    monkeypatch.setattr(limits, "MAX_SECONDS", 3)
    with pytest.raises(RefusedError, match=why):
        Apart(lambda folder: _read(folder, released(), translator("nl")))(tmp_path)


HUGE = [0] * 9_000
GREEDY = {
    "choose": {"chosen": ["a"] * 9_000, "confidence": "x" * 900_000},
    "sort": {"placed": {f"{n}": "gift" for n in range(9_000)}},
    "mark": {"marks": [{"from": 0, "to": 10**90, "label": "gift"}] * 2_200},
    "match": {"pairs": dict.fromkeys(map(str, range(9_000)), "one")},
    "lookback": {
        "guess": 9,
        "taken": {f"{n}": {"chosen": "x" * 900} for n in range(2_000)},
        "committed": True,
    },
    "mixed": {
        "seed": 10**90,
        "round": 10**90,
        "judged": {f"{n}": {"turn": n, "labels": ["gift"] * 9_000, "honest": True} for n in range(400)},
        "now": {"fragment": "x" * 900_000, "labels": HUGE},
    },
    "order": {"order": ["pay"] * 9_000},
    "rewrite": {"text": "(" * 900_000, "versions": [{"at": "x" * 900, "text": "$" * 900}] * 500},
    "journey": {"placed": {}, "motives": {f"m{n}": "$" * 90 for n in range(9_000)}, "feelings": HUGE},
    "reflect": {"text": "\ud800$" * 400_000},
    "dilemma": {"steps": [{"scene": "start", "choice": "x", "motive": "$" * 300}] * 2_200, "again": HUGE},
    "flashcards": {"boxes": {f"c{n}": {"box": 10**90, "due": f"9999-12-{n}"} for n in range(2_000)}},
    "owncase": {"fields": {"person": "$" * 900_000, "ask": HUGE}, "text": "x" * 900_000},
    "plan": {"text": "\ud800$" * 400_000},
    "prediction": {"guess": "9" * 900_000, "order": ["x"] * 9_000},
    "inquiry": {
        "asked": [{"subject": "doctor", "question": "paid" * 50}] * 2_200,
        "placed": {f"{n}": "yes" for n in range(9_000)},
    },
    "scene": {"version": "x" * 900_000, "timer": HUGE, "chosen": ["a"] * 9_000, "committed": HUGE},
    "experiment": {
        "guess": 50,
        "seed": LAST_SEED,
        "settings": dict.fromkeys(map(str, range(400)), 10**90),
        "tried": [{"settings": {"stock": n % 20, "days": n % 14}, "rounds": MOST_ROUNDS} for n in range(490)],
        "conclusion": HUGE,
    },
}


@pytest.mark.parametrize("kind", GREEDY)
def test_no_kind_takes_much_for_an_answer_that_is_too_much(kind):
    exercise = EXAMPLES[kind].exercise
    assert set(GREEDY) == {one.exercise.kind for one in EXAMPLES.values()}
    given = Record(exercise.id, kind, SAVED, GREEDY[kind])

    def work():
        result = exercise.check_record(given)
        answer, problems = exercise.read(given)
        return len(str(result)), len(str(exercise.describe(answer))), len(problems)

    (told, described, problems), memory, seconds = measured(work)
    print(f"{kind}: {memory / MB:.0f} MB, {seconds:.2f} s")
    assert problems
    assert max(told, described) < 100_000
    assert memory < 30 * MB
    assert seconds < 3


def test_feedback_and_the_search_for_the_same_answers_cannot_grow(tmp_path):
    """The largest hand-in that is read at all: everything as long as it may be."""
    typed = carrying(Record("own-case", "reflect", SAVED, {"text": "$" * 20_000, "rest": ["x" * 90] * 9_000}))
    typed.cells[5].source = "$" * 900_000
    typed.cells += [v4.new_markdown_cell("\\" * 90_000) for _ in range(60)]
    theirs = hand_in(typed)
    notebook = graded_notebook(released(), theirs, {}, (), translator("nl"))
    cell = CellScore(0, 2, False, False)
    (length, _same), memory, seconds = measured(
        lambda: (
            len(page(notebook, Scores({"own-case-check": cell, "own-case-open": cell}, {}), "01")),
            same_as(theirs.answers.values(), tmp_path, "anna", "01"),
        )
    )
    print(f"{length / MB:.2f} MB of page: {memory / MB:.0f} MB, {seconds:.2f} s")
    assert len(json.dumps(notebook)) > 5 * MB  # so it is the largest
    assert length > 0.1 * MB
    assert length < 10 * MB
    assert memory < 100 * MB
    assert seconds < 5

"""A kind is one folder: what each of them holds, whatever it is."""

from importlib import import_module
from pathlib import Path
from random import Random

import pytest

from course import kinds
from course.answers import Reader
from course.authoring.markdown import RawBlock, pieces
from course.authoring.reading import block_in, shapes

FOLDER = Path(kinds.__file__).parent
every_kind = pytest.mark.parametrize("kind", kinds.KINDS, ids=lambda kind: kind.kind)


def examples():
    """The blocks of each kind, as their author wrote them."""
    for kind in kinds.KINDS:
        _header, found = pieces((FOLDER / kind.kind / "example.md").read_text("utf-8"), [])
        yield from (pytest.param(raw, id=raw.id) for raw in found if isinstance(raw, RawBlock))


every_example = pytest.mark.parametrize("raw", list(examples()))


def made(raw):
    mistakes = []
    block = block_in(raw, None, mistakes)
    assert not mistakes
    return block, block.exercise(
        raw.id, block.question, key=block.key(), reasons=block.reasons(), **block.content()
    )


def test_the_list_names_every_folder():
    folders = {path.name for path in FOLDER.iterdir() if (path / "exercise.py").is_file()}
    assert folders == {kind.kind for kind in kinds.KINDS}


@every_kind
def test_a_folder_holds_all_that_belongs_to_a_kind(kind):
    assert {"exercise.py", "block.py", "view.js", "sample.py", "example.md"} <= {
        path.name for path in (FOLDER / kind.kind).iterdir()
    }
    assert shapes()[kind.kind].exercise is kind


@every_example
def test_its_example_is_a_block_that_works(raw):
    block, exercise = made(raw)
    assert type(exercise).kind == raw.kind
    answer = block.model() or exercise.model(block.key())
    if answer and block.is_scored:
        assert exercise.check(answer).credit == 1


@every_example
def test_it_takes_time(raw):
    assert 10 < made(raw)[1].seconds() < 900


@every_example
def test_its_samples_are_answers_and_skill_pays(raw):
    block, exercise = made(raw)
    sample = import_module(f"course.kinds.{raw.kind}.sample").sample
    mean = {}
    for skill in (0.0, 0.5, 1.0):
        credits = []
        for seed in range(200):
            reader = Reader()
            answer = sample(exercise, block.key(), skill, Random(seed))
            assert exercise.clean(answer, reader) == answer
            assert not reader.problems
            credits.append(exercise.check(answer, points=1).credit)
        mean[skill] = sum(credits) / len(credits)
    if block.key() is not None:
        assert mean[0.0] < mean[0.5] < mean[1.0] == 1


@every_example
def test_the_same_seed_gives_the_same_sample(raw):
    block, exercise = made(raw)
    sample = import_module(f"course.kinds.{raw.kind}.sample").sample
    assert sample(exercise, block.key(), 0.5, Random(7)) == sample(exercise, block.key(), 0.5, Random(7))

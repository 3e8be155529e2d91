import json

from course.grading.submission.answer_files import AnswerFiles, read_answers

RECORD = {
    "exercise": "own",
    "kind": "reflect",
    "saved": "2026-03-01T12:00:00+01:00",
    "answer": {"text": "hier"},
}


def put(folder, name, data):
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(data if isinstance(data, str) else json.dumps(data))


def test_answers_are_read_and_nothing_is_changed(tmp_path):
    put(tmp_path, "own.json", RECORD)
    put(tmp_path, "bad.json", "{")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    found = read_answers(tmp_path, {"own", "bad", "open"})
    assert {name: record.answer for name, record in found.records.items()} == {"own": {"text": "hier"}}
    assert list(map(str, found.remarks)) == [
        "answers/bad.json is no valid answer to this exercise and does not count."
    ]
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_what_the_assignment_does_not_have_is_named_and_not_read(tmp_path):
    put(tmp_path, "own.json", RECORD)
    put(tmp_path, "junk.json", "{")
    put(tmp_path, "No Id.json", "{")
    (tmp_path / "pipe.json").symlink_to("own.json")
    found = read_answers(tmp_path, {"other"})
    assert (found.records, found.others, found.remarks) == ({}, {"own", "junk"}, [])


def test_among_very_many_files_an_answer_is_still_found(tmp_path):
    for count in range(3_000):
        put(tmp_path, f"a-{count}.json", "{}")
    put(tmp_path, "zz.json", {**RECORD, "exercise": "zz"})
    assert set(read_answers(tmp_path, {"zz"}).records) == {"zz"}


def test_without_a_folder_there_are_none(tmp_path):
    assert read_answers(tmp_path / "answers", {"own"}) == AnswerFiles(remarks=[])
    (tmp_path / "answers").write_text("x")
    found = read_answers(tmp_path / "answers", {"own"})
    assert (found.records, list(map(str, found.remarks))) == ({}, ["answers is a file and was not read."])

"""What holds of every download, whatever people are called and whatever they put in it."""

import tempfile
import zipfile
from pathlib import Path, PurePosixPath
from unicodedata import normalize

from hypothesis import example, given
from hypothesis import strategies as st

from course.collect.archives import OTHERS, Limits, Unpacking
from course.collect.downloads import sort_out
from course.collect.names import as_folder
from course.collect.senders import sender_of
from course.i18n import LANGUAGES, translator
from course.printable import printable
from tests.zips import zipped

NAME = "01-w"
LIMITS = Limits(
    file=2_000, total=20_000, entries=40, inner_archive=5_000, inner_total=5_000, inner_entries=10
)
PLATFORMS = (
    "{name}_{number}_assignsubmission_file_/{file}",
    "{name}_{number}_assignsubmission_file_{file}",
    "{name}_LATE_{number}_9_{file}",
    "{number}-9 - {name} - 3 mrt. 2026 1345/{file}",
)
WAYS = (
    *PLATFORMS,
    "Opdracht 1_{name}_attempt_2026-03-01-14-12-54_{file}",
    f"Submitted files/{{name}}/{NAME}/Version 1/{{file}}",
    "Opdracht/{name}_x_y_{number}/{file}",
    f"drive-download/{{name}} - {NAME}.ipynb",
    f"{{name}}_{NAME}.ipynb",
    "klas/{name}/{file}",
    f"klas/{{name}}/{NAME}/{{file}}",
)
"""Each platform, loose files and folders of people themselves."""
signs = st.sampled_from(
    [*"aAbBnN", "\u00e9", "e\u0301", "E", "e", " ", "-", "_", ".", "'", "\u017b", "\u5f20"]
)
names = st.lists(signs, min_size=1, max_size=6).map("".join).filter(as_folder)
people = st.lists(names, unique=True, min_size=1, max_size=6)
alike = st.sampled_from(["Jan", "jan", "Jan-1", "Jan-2", "Ja\u0301n", "Deelnemer", "x" * 130])
files = st.sampled_from([f"{NAME}.ipynb", "werk.ipynb", "foto.png", *(f"werk{end}" for end in OTHERS)])
numbers = st.integers(1, 5)
groups = st.one_of(
    st.dictionaries(numbers, st.tuples(alike, files), min_size=3),
    st.dictionaries(numbers, st.tuples(st.text(min_size=1, max_size=130), files), min_size=1),
)
hostile = st.one_of(
    st.text(alphabet=st.sampled_from("../\\ab:\x1b\u202e\n_-"), min_size=1, max_size=20),
    st.sampled_from(
        ["../weg.ipynb", "/tmp/weg.ipynb", "a/../../weg", "\x1b[2J_1_assignsubmission_file_x.rar"]
    ),
    st.text(min_size=1, max_size=30),
)


def stored(entries):
    """A zip in which every file stands as it is."""
    return zipped(*((zipfile.ZipInfo(name), content) for name, content in entries))


def collected(content, folder):
    """What comes of one zip, and all that was written beside it."""
    (folder / "archive").mkdir()
    (folder / "archive" / "klas.zip").write_bytes(content)
    work = Unpacking(LIMITS)
    work.folder(folder / "archive", folder / "out")
    return sort_out(folder / "out", NAME, skipped=work.skipped)


@given(groups, st.sampled_from(PLATFORMS))
@example(dict.fromkeys((1, 2), ("x" * 130, f"{NAME}.ipynb")), PLATFORMS[0])
def test_nobody_who_handed_in_is_lost(group, platform):
    """Each has a number of their own; all that they share may be a name."""
    sent = {}
    for number, (name, file) in group.items():
        name = name.replace("/", " ").replace("_", " ").replace("\0", " ")  # no zip can hold it
        path = normalize("NFC", platform.format(name=name, number=number, file=file))
        sender = sender_of(PurePosixPath(path), NAME)
        if sender and sender.number == str(number) and len(path.encode()) < 190:
            sent[sender.number] = path
    with tempfile.TemporaryDirectory() as folder:
        heap = collected(stored((path, "{}") for path in sent.values()), Path(folder))
    uploaded = [one.number for one in heap.uploads]
    folders = [one.student.casefold() for one in heap.uploads] + [one.casefold() for one in heap.nothing]
    assert sorted(set(uploaded)) == sorted(uploaded)
    assert sorted(set(folders)) == sorted(folders)
    skipped = {number for number, path in sent.items() if any(path in one.path for one in heap.skipped)}
    assert len(folders) + len(skipped) == len(sent)
    assert all(sent[number].endswith(".ipynb") for number in uploaded)
    assert not any("not clear" in str(one.reason) for one in heap.skipped), "a number tells people apart"


@given(people, st.sampled_from(WAYS))
@example(["van_dijk", "van_den_berg", "anna_de_vries", "anna_bakker"], WAYS[-3])
@example(["Jos\u00e9", "Jose\u0301", "Jose", "jose"], WAYS[-3])
@example(["Jos\u00e9", "Jose\u0301"], WAYS[0])
@example(["a_"], "{name}_{number}_assignsubmission_file_{file}")
def test_never_fewer_people_out_than_in_and_nobodys_work_under_another(names, way):
    """Each file holds the name of who sent it; whoever has a folder has one that only their own name can give."""
    sent = {}
    for number, name in enumerate(names, start=1):
        sent[way.format(name=name, number=number, file=f"{NAME}.ipynb")] = (name, number)
    with tempfile.TemporaryDirectory() as folder:
        heap = collected(stored((path, who[0]) for path, who in sent.items()), Path(folder))
        found = {one.student: one.files[f"{NAME}.ipynb"].read_text("utf-8") for one in heap.uploads}
    assert len(heap.uploads) == len(found)
    assert len(found) + len(heap.nothing) + len(heap.skipped) >= len(sent)
    theirs = {name: {as_folder(name), f"{as_folder(name)}-{number}"} for name, number in sent.values()}
    for student, name in found.items():
        # A lone file whose name says no whole name is of whoever the zip is.
        assert student.startswith(as_folder(name)) or (len(sent) == 1 and student == "klas")
        others = {folder for other, folders in theirs.items() if other != name for folder in folders}
        assert student in theirs[name] or student not in others


@given(st.dictionaries(hostile, st.binary(max_size=20), max_size=8))
def test_nothing_is_written_outside_the_folder(entries):
    with tempfile.TemporaryDirectory() as folder:
        heap = collected(stored(entries.items()), Path(folder))
        assert {path.name for path in Path(folder).iterdir()} <= {"archive", "out"}
        assert [path.name for path in (Path(folder) / "archive").iterdir()] == ["klas.zip"]
        for upload in heap.uploads:
            assert "/" not in upload.student
            assert ".." not in upload.files
            for path in upload.files.values():
                assert path.resolve().is_relative_to(Path(folder).resolve() / "out")


@given(st.sets(hostile, min_size=1, max_size=8))
def test_nothing_of_a_name_does_something_to_a_terminal(names):
    with tempfile.TemporaryDirectory() as folder:
        heap = collected(stored((name, "{}") for name in names), Path(folder))
    said = [*heap.nothing.values(), *(one.message for one in heap.skipped)]
    said += [remark for upload in heap.uploads for remark in upload.remarks]
    for t in map(translator, LANGUAGES):
        assert all(t(message).isprintable() for message in said)
    assert all(name.isprintable() for name in [*heap.nothing, *(one.came_as for one in heap.uploads)])


@given(st.text())
def test_printable_is_one_line_that_changes_nothing_that_can_be_read(text):
    assert printable(text).isprintable()
    assert len(printable(text)) == len(text)
    assert not text.isprintable() or printable(text) == text

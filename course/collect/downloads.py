"""From a heap of unpacked files to one hand-in for each participant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from course.answers.record import MAX_BYTES as MAX_ANSWER
from course.answers.record import is_id
from course.collect.copies import is_notebook, without_copies
from course.collect.folders import names_of
from course.collect.owners import Key, folders_of, may_be
from course.collect.people import ClassList
from course.collect.senders import Sender, on_platform, sender_of
from course.collect.skipped import MAX_NAMED, Skipped, told
from course.i18n import Message
from course.printable import printable

LONG_AGO = datetime.min.replace(tzinfo=UTC)
MAX_ANSWERS = 500
PLATFORMS_OWN = ("index.html", "onlinetext.html")
SHARED = Message(
    "The number keeps participants of the same name apart. Moodle gives another number with each assignment: when you "
    "copy points, look who it is."
)


@dataclass(frozen=True)
class Upload:
    """What one participant handed in through a learning platform.

    Attributes:
        student: the name of their folder in ``submitted``.
        files: every file by its place in that folder.
        sent: when it was handed in, as the platform says; None when it does not.
        arrived: when the archive was downloaded, in seconds since 1970.
        came_as: what it was called, printable.
        number: the platform's number of whoever sent it.
        remarks: what an instructor should know.
    """

    student: str
    files: dict[str, Path]
    sent: datetime | None
    arrived: float
    came_as: str
    number: str = ""
    remarks: tuple[Message, ...] = ()


@dataclass
class Heap:
    """Everything that was found: what can be graded, and what cannot with the reason."""

    uploads: list[Upload] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    nothing: dict[str, Message] = field(default_factory=dict)
    """Participants who sent files, but no notebook or answers that can be used; with the reason."""


@dataclass(frozen=True)
class _File:
    path: Path
    relative: PurePosixPath
    sender: Sender
    arrived: float

    @property
    def moment(self) -> tuple[datetime, int, float]:
        return self.sender.sent or LONG_AGO, self.sender.attempt, self.arrived


@dataclass
class _Owned:
    """All that one sender handed in."""

    sender: Sender
    files: list[_File] = field(default_factory=list)
    left_out: list[Skipped] = field(default_factory=list)


def sort_out(
    root: Path,
    assignment: str,
    *,
    skipped: Iterable[Skipped] = (),
    release: Path | None = None,
    known: Set[str] = frozenset(),
    given: Mapping[str, str] = MappingProxyType({}),
    people: ClassList = ClassList(),  # noqa: B008  it is frozen
    named: Callable[[Path], Sender | None] | None = None,
) -> Heap:
    """Sort out the files under `root`: whose they are, and which is the one that counts.

    Args:
        root: where everything was unpacked.
        assignment: its name.
        skipped: what was left out in unpacking; whose that is, is told as well.
        release: the released notebook; it takes the place of one that was not sent along with answers.
        known: names of folders that earlier hand-ins got. A name that was shared before is not given to one person.
        given: for each folder that an earlier hand-in for this assignment got, the number of whoever has it.
        people: the class list; it decides whose a name is.
        named: reads the sender from a name as the instructor prescribed; by default the platforms' own names are read.
    """
    heap = Heap()
    everybody: dict[Key, _Owned] = {}
    for file in _with_senders(root, assignment, people, named, heap):
        everybody.setdefault(file.sender.key, _Owned(file.sender)).files.append(file)
    for one in skipped:
        if sender := None if named else on_platform(PurePosixPath(one.path), assignment):
            everybody.setdefault(sender.key, _Owned(sender)).left_out.append(one)
        else:
            heap.skipped.append(one)
    folders = folders_of([one.sender for one in everybody.values()], assignment, people, known, given)
    together: dict[str, _Owned] = {}
    for key, owned in sorted(everybody.items()):
        found = folders[key]
        if isinstance(found, Message):
            notebooks = [file for file in owned.files if is_notebook(file.path.name)]
            heap.skipped += [Skipped(str(file.relative), found) for file in notebooks or owned.files]
            heap.skipped += owned.left_out
        elif found in together:
            together[found].files += owned.files
            together[found].left_out += owned.left_out
        else:
            together[found] = owned
    for student, owned in together.items():
        counts = _what_counts(
            student,
            owned.sender,
            owned.files,
            told([replace(one, path=PurePosixPath(one.path).name) for one in owned.left_out]),
            assignment,
            release,
        )
        if isinstance(counts, Upload):
            heap.uploads.append(counts)
        else:
            heap.nothing[student] = counts
    return heap


def _with_senders(
    root: Path,
    assignment: str,
    people: ClassList,
    named: Callable[[Path], Sender | None] | None,
    heap: Heap,
) -> Iterable[_File]:
    unknown: dict[str, list[PurePosixPath]] = defaultdict(list)
    recognised = set()
    for path in sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink()):
        relative = PurePosixPath(path.relative_to(root).as_posix())
        if sender := named(path) if named else sender_of(relative, assignment):
            recognised.add(relative.parts[0])
            yield _File(path, relative, sender, path.stat().st_mtime)
        elif named:
            heap.skipped.append(Skipped(str(relative), Message("The name does not fit named_regexp.")))
        elif relative.name not in PLATFORMS_OWN:
            unknown[relative.parts[0]].append(relative)
    for top, files in unknown.items():
        for relative, names in names_of(files, assignment).items():
            listed = [name for name in names if len(people.matching(name)) == 1]
            if len(listed) == 1 or (len(names) == 1 and top not in recognised):
                path, name = root / relative, (listed or names)[0]
                depth = relative.parts.index(name) + 1 if name in relative.parts else len(relative.parts) - 1
                sender = Sender(name, PurePosixPath(*relative.parts[1:]), place=relative.parts[:depth])
                yield _File(path, relative, sender, path.stat().st_mtime)
            else:
                heap.skipped.append(Skipped(str(relative), _unclear(names, assignment)))


def _unclear(names: tuple[str, ...], assignment: str) -> Message:
    if not names:
        return Message(
            "It is not clear from the name whose this is. Call it '<name>_{assignment}.ipynb'.",
            assignment=assignment,
        )
    return may_be(names, assignment)


def _what_counts(
    student: str,
    sender: Sender,
    owned: list[_File],
    left_out: list[Message],
    assignment: str,
    release: Path | None,
) -> Upload | Message:
    """What counts of the files of one participant; or why nothing does."""
    notebooks = [file for file in owned if is_notebook(file.sender.inside.name)]
    answers = [file for file in owned if _is_answer(file)]
    remarks = []
    if student == sender.folder and sender.number and not sender.lasting:
        remarks.append(SHARED)
    if notebooks:
        last = max(file.moment for file in notebooks)
        ranked = sorted(
            (file for file in notebooks if file.moment == last), key=lambda file: _rank(file, assignment)
        )
        home = ranked[-1]
        notebook = home.path
        if len(ranked) > 1 and not _rank(home, assignment)[0]:
            return Message(
                "There is more than one notebook and none is called {assignment}.ipynb ({names}).",
                assignment=assignment,
                names=_names(ranked),
            )
        if len(ranked) > 1:
            name = printable(home.sender.inside.name)
            remarks.append(
                Message("{n} notebooks were handed in. '{name}' counts.", n=len(ranked), name=name)
            )
        if (attempts := len({file.moment for file in notebooks})) > 1:
            remarks.append(Message("There were {n} attempts. The last one counts.", n=attempts))
    elif answers and release and release.is_file():
        home, notebook = max(answers, key=lambda file: file.moment), release
        remarks.append(Message("No notebook was handed in. The loose answers count."))
    elif left_out:
        return Message("There is no notebook that can be read. {file}", file=left_out[0])
    elif answers:
        return Message("There are loose answers, but no notebook.")
    else:
        return Message("There is no notebook among the files ({names}).", names=_names(owned))
    files = {f"{assignment}.ipynb": notebook}
    beside = [file for file in answers if file.moment == home.moment]
    for file in _answers_of(home, beside, remarks)[:MAX_ANSWERS]:
        files[f"answers/{file.path.name}"] = file.path
    return Upload(
        student,
        files,
        home.sender.sent,
        home.arrived,
        printable(home.relative),
        sender.number,
        (*remarks, *left_out),
    )


def _names(files: list[_File]) -> str:
    return ", ".join(sorted(printable(file.sender.inside.name) for file in files)[:MAX_NAMED])


def _answers_of(home: _File, answers: list[_File], remarks: list[Message]) -> list[_File]:
    """The answers in the folder beside `home`; else those in the only folder there is."""
    folders = {file.path.parent for file in answers}
    folder = home.path.parent / "answers"
    if folder not in folders and len(folders) > 1:
        remarks.append(Message("More than one folder with loose answers was handed in. They do not count."))
        return []
    return [file for file in answers if len(folders) == 1 or file.path.parent == folder]


def _is_answer(file: _File) -> bool:
    path = file.path
    return (
        path.parent.name == "answers"
        and path.suffix == ".json"
        and is_id(path.stem)
        and path.stat().st_size <= MAX_ANSWER
    )


def _rank(file: _File, assignment: str) -> tuple[bool, int, int, str]:
    """The one with the name of the assignment before others, then the highest copy, then the least deep."""
    stem, copy = without_copies(file.sender.inside.name, assignment)
    return stem.endswith(assignment), copy, -len(file.relative.parts), str(file.relative)

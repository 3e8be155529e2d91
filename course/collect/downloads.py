"""From a heap of unpacked files to one hand-in for each participant."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from course.answers.record import MAX_BYTES as MAX_ANSWER
from course.answers.record import is_id
from course.collect.names import as_folder
from course.collect.senders import (
    Sender,
    is_notebook,
    on_platform,
    sender_of,
    sender_of_all,
    without_copies,
)
from course.collect.skipped import Skipped
from course.i18n import Message
from course.printable import printable

LONG_AGO = datetime.min.replace(tzinfo=UTC)
MAX_ANSWERS = 500
NAMELESS = ("participant", "deelnemer")
"""What Moodle calls everybody when names are hidden."""
PLATFORMS_OWN = ("index.html", "onlinetext.html")
MAX_NAMED = 5
"""Files that are named in one remark; of thousands the first few tell enough."""
SAME_NAME = Message(
    "Somebody else would get the same folder in submitted. Put the participant's full name in the name of the file."
)
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
    def moment(self) -> tuple[datetime, float]:
        return self.sender.sent or LONG_AGO, self.arrived


def sort_out(
    root: Path,
    assignment: str,
    *,
    skipped: Iterable[Skipped] = (),
    release: Path | None = None,
    known: Set[str] = frozenset(),
    given: Mapping[str, str] = MappingProxyType({}),
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
        named: reads the sender from a name as the instructor prescribed; by default the platforms' own names are read.
    """
    heap = Heap()
    files: dict[tuple[str, str], list[_File]] = defaultdict(list)
    for file in _with_senders(root, assignment, named, heap):
        files[file.sender.key].append(file)
    left_out: dict[tuple[str, str], list[Skipped]] = defaultdict(list)
    senders = {key: owned[0].sender for key, owned in files.items()}
    for one in skipped:
        if sender := None if named else on_platform(PurePosixPath(one.path)):
            senders.setdefault(sender.key, sender)
            left_out[sender.key].append(one)
        else:
            heap.skipped.append(one)
    folders = _folders(list(senders.values()), known, given)
    for key, sender in sorted(senders.items()):
        student = folders.get(key)
        if student is None:
            heap.skipped += [Skipped(str(file.relative), SAME_NAME) for file in files[key]] + left_out[key]
            continue
        found = _what_counts(student, sender, files[key], _told(left_out[key]), assignment, release)
        if isinstance(found, Upload):
            heap.uploads.append(found)
        else:
            heap.nothing[student] = found
    return heap


def _told(left_out: list[Skipped]) -> list[Message]:
    told = [Skipped(PurePosixPath(one.path).name, one.reason).message for one in left_out[:MAX_NAMED]]
    if more := len(left_out) - len(told):
        told.append(Message.plural("{n} more file was left out.", "{n} more files were left out.", more))
    return told


def _with_senders(
    root: Path, assignment: str, named: Callable[[Path], Sender | None] | None, heap: Heap
) -> Iterable[_File]:
    unknown: dict[str, list[Path]] = defaultdict(list)
    senders: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for path in sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink()):
        relative = PurePosixPath(path.relative_to(root).as_posix())
        sender = named(path) if named else sender_of(relative, assignment)
        if sender:
            senders[relative.parts[0]].add(sender.key)
            yield _File(path, relative, sender, path.stat().st_mtime)
        elif relative.name not in PLATFORMS_OWN:
            unknown[relative.parts[0]].append(path)
    for top, paths in unknown.items():
        mine = [path for path in paths if is_notebook(path.name)]
        if not named and not senders[top] and len(mine) == 1 and (root / top).is_dir():
            for path in paths:  # an archive with the work of one person, named after that person
                relative = PurePosixPath(path.relative_to(root).as_posix())
                if sender := sender_of_all(relative):
                    yield _File(path, relative, sender, path.stat().st_mtime)
        else:
            why = Message(
                "It is not clear from the name whose this is. Call it '<name>_{assignment}.ipynb'.",
                assignment=assignment,
            )
            if named:
                why = Message("The name does not fit named_regexp.")
            heap.skipped += [Skipped(path.relative_to(root).as_posix(), why) for path in paths]


def _folders(senders: list[Sender], known: Set[str], given: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """A folder for each sender: the name alone where that says enough in every assignment, else with the number.

    Two people of the same name never share a folder; and a number that means nothing in the next assignment is left
    out where it can be, so that a person keeps one name in the gradebook. Who would share one all the same, has none.
    """
    names = Counter(sender.name.casefold() for sender in senders)
    shared = {name.rpartition("-")[0].casefold() for name in known if name.rpartition("-")[2].isdigit()}
    folders = {}
    for sender in senders:
        name, has = sender.name.casefold(), given.get(sender.name)
        alone = names[name] == 1 and name not in shared and name not in NAMELESS and has is None
        plain = not sender.lasting and (alone or has == sender.number)
        folders[sender.key] = sender.name if plain else sender.folder
    for sender in senders:  # somebody may be called what another is called with a number
        if folders[sender.key] not in given and not _is_alone(folders, sender):
            folders[sender.key] = sender.folder
    return {sender.key: folders[sender.key] for sender in senders if _is_alone(folders, sender)}


def _is_alone(folders: Mapping[tuple[str, str], str], sender: Sender) -> bool:
    folder = folders[sender.key].casefold()
    return sum(other.casefold() == folder for other in folders.values()) == 1


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
    if sender.number and not sender.lasting and student != sender.name:
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


def sender_named(student: str, file: str, sent: datetime | None) -> Sender | None:
    """The sender of a file whose name was read with the instructor's own ``named_regexp``."""
    folder = as_folder(student)
    return Sender(folder, "", True, sent, PurePosixPath(file)) if folder else None

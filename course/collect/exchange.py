"""Collecting from nbgrader's exchange, where every participant may write."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from datetime import UTC, datetime, timedelta
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath
from secrets import token_hex
from typing import Any

from nbgrader.exchange.default import ExchangeCollect
from nbgrader.utils import find_owner
from traitlets import Bool, Integer

from course.collect.copying import Copying
from course.collect.names import is_folder_name
from course.collect.outcome import BY_HAND, Collected
from course.collect.place import as_timestamp, workplace
from course.collect.skipped import told
from course.errors import RefusedError
from course.folders import put_in_place
from course.grading.language import language_of
from course.grading.submission.moment import note_moment
from course.grading.submission.parts import ANSWERS, SECRET, TIMESTAMP, is_part, may_hold_parts, secret_in
from course.i18n import Message, translator
from course.printable import printable

SLACK = timedelta(hours=1)
MINUTE = "%Y-%m-%d %H:%M"


class SafeCollect(ExchangeCollect):
    """nbgrader's step and its rules for what is newer, except that a hand-in is not trusted.

    nbgrader copies with ``shutil.copytree``: it follows a link in a hand-in with the rights of the instructor,
    stops the whole class at one hand-in that cannot be read, and removes the old hand-in before the new one is
    there. The name of a hand-in on the exchange, with the participant and the time in it, is chosen by whoever
    made it.
    """

    leave_unsigned = Bool(
        False, help="Leave a hand-in alone that did not come from the exchange, also with --update."
    ).tag(config=True)

    max_owner_size = Integer(
        300_000,
        help="Most kilobytes for one assignment that one user put there, under whatever names. Where everybody has the "
        "same account, it is for everybody.",
    ).tag(config=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.collected: list[Collected] = []
        """What came of each hand-in."""
        self._taken: Counter[int] = Counter()
        """Bytes of each user, by number."""

    def init_src(self) -> None:
        """Find what was handed in, in a folder that is the instructor's own.

        Raises:
            ExchangeError: when it is somebody else's, who may have put anything there.
        """
        super().init_src()
        owner = Path(self.inbound_path).stat().st_uid
        if owner not in (os.getuid(), 0) and not self.coursedir.groupshared:
            reason = Message(
                "The folder {folder} is of another user ({owner}): what is in it may be put there or changed by them. "
                "Nothing was collected.",
                folder=printable(self.inbound_path),
                owner=self._owner(Path(self.inbound_path)) or str(owner),
            )
            self.fail(translator(language_of(self.coursedir))(reason))

    def _path_to_record(self, path: str) -> dict[str, Any]:
        try:
            record: dict[str, Any] = super()._path_to_record(path)
        except Exception:  # a time that is none; dateutil has many ways to say so
            name = os.path.basename(path)
            record = {"username": name.split("+")[0], "filename": name, "timestamp": datetime.min}
        record["is_own"] = self._owner(Path(path)) == record["username"]
        return record

    def _sort_by_timestamp(self, records: list[dict[str, Any]]) -> list[dict[str, Any]]:
        # What somebody else put there in this name never takes the place of what they put there themselves.
        trusted = self.check_owner and any(one["is_own"] for one in records)
        return sorted(records, key=lambda one: (trusted and one["is_own"], one["timestamp"]), reverse=True)

    def _owner(self, path: Path) -> str:
        try:
            return "" if path.is_symlink() else str(find_owner(str(path)))
        except (KeyError, OSError):  # no such user, or no such folder any more
            return ""

    def copy_files(self) -> None:
        """Collect every hand-in that nbgrader would, one by one."""
        t = translator(language_of(self.coursedir))
        for record in sorted(self.src_records, key=_own_first):
            name = printable(record["filename"])
            try:
                outcome = self._collect(record)
            except RefusedError as why:
                outcome = Collected(record["username"], name, "refused", why.message)
            except OSError as error:
                reason = Message("It cannot be read ({error}).", error=error.strerror or type(error).__name__)
                outcome = Collected(record["username"], name, "refused", reason)
            self.collected.append(outcome)
            if outcome.status == "refused":
                self.log.warning(
                    t(Message("Not collected: {file}. {reason}", file=name, reason=outcome.reason))
                )
            else:
                self.log.info("%s: %s", outcome.status, name)
            for remark in outcome.remarks:
                self.log.warning("%s: %s", printable(outcome.student), t(remark))
        if not self.src_records:
            assignment = self.coursedir.assignment_id
            self.log.warning(t(Message("Nothing was handed in for {assignment}.", assignment=assignment)))

    def _collect(self, record: dict[str, Any]) -> Collected:
        student, name, moment = record["username"], record["filename"], record["timestamp"]
        assignment = self.coursedir.assignment_id
        if not is_folder_name(student):
            raise RefusedError(Message("The name of the participant cannot be a folder."))
        if moment == datetime.min:
            raise RefusedError(Message("The name holds no time."))
        submitted = Path(self.coursedir.format_path(self.coursedir.submitted_directory, student, assignment))
        source = Path(self.inbound_path, name)
        if (status := self._what_to_do(submitted, moment)) in ("unchanged", "kept"):
            self._taken[source.lstat().st_uid] += _size(submitted)
            return Collected(student, printable(name), status, BY_HAND if status == "kept" else None)
        remarks, changed = self._doubts(source, record), _changed(source)
        with workplace(submitted.parents[1]) as work:
            copying = Copying(
                1000 * self.coursedir.max_file_size, 1000 * self.coursedir.max_dir_size, self._is_wanted
            )
            self._verify_room(source.lstat().st_uid, 0)
            copying.folder(source, work / "new")
            self._verify_room(copying.owner, copying.total)
            _sign(work / "new", moment)
            if abs(changed - moment) <= SLACK:
                note_moment(work / "new", submitted.parents[1], student, assignment)
            self._share(work / "new")
            put_in_place(work / "new", submitted)
        left_out = told(copying.left_out)
        others = [path for path in copying.unwanted if not path.startswith((".", f"{ANSWERS}/"))]
        if others:
            # Beside the notebook a file would run: Python, Jupyter and nbgrader look for some in the working folder.
            left_out.append(
                Message.plural(
                    "{n} other file or folder was left out: only the notebook and the answers are collected.",
                    "{n} other files and folders were left out: only the notebook and the answers are collected.",
                    len(others),
                )
            )
        return Collected(student, printable(name), status, None, (*remarks, *left_out))

    def _verify_room(self, owner: int, size: int) -> None:
        """Count `size` for `owner`, and see to it that it is not too much in all."""
        self._taken[owner] += size
        most = 1000 * self.max_owner_size
        if self._taken[owner] > most:
            raise RefusedError(
                Message(
                    "The user who put this there handed in more than {n} MB in all, under several names.",
                    n=most // 1_000_000,
                )
            )

    def _what_to_do(self, submitted: Path, moment: datetime) -> Any:
        """As nbgrader decides it: new, updated or unchanged; or kept, for what a person put there."""
        if not submitted.is_dir():
            return "new"
        if self.leave_unsigned and not (submitted / SECRET).is_file():
            return "kept"
        try:
            existing = self.coursedir.get_existing_timestamp(str(submitted))
        except Exception:  # nbgrader has no answer to a time that is none
            existing = None
        if self.update and (existing is None or moment > existing):
            return "updated"
        return "updated" if self.before_duedate and existing != moment else "unchanged"

    def _doubts(self, source: Path, record: dict[str, Any]) -> list[Message]:
        remarks, changed = [], _changed(source)
        if self.check_owner and not record["is_own"]:
            owner = self._owner(source) or Message("unknown")
            remarks.append(Message("This hand-in was put there by another user ({owner}).", owner=owner))
        if abs(changed - record["timestamp"]) > SLACK and source.is_dir() and not source.is_symlink():
            remarks.append(
                Message(
                    "The time that was given ({given} UTC) does not fit the last change on the server ({changed} UTC).",
                    given=f"{record['timestamp']:{MINUTE}}",
                    changed=f"{changed:{MINUTE}}",
                )
            )
        return remarks

    def _is_wanted(self, path: PurePosixPath, is_folder: bool) -> bool:
        ignore, include = self.coursedir.ignore, self.coursedir.include
        if any(fnmatch(path.name, one) for one in ignore) or not any(
            fnmatch(path.name, one) for one in include
        ):
            return False
        return may_hold_parts(path) if is_folder else is_part(path)

    def _share(self, folder: Path) -> None:
        """Let other instructors in, where nbgrader is told to."""
        if self.coursedir.groupshared:
            for path in (folder, *folder.rglob("*")):
                path.chmod(path.stat().st_mode | (0o2770 if path.is_dir() else 0o660))


def _own_first(record: dict[str, Any]) -> tuple[bool, str]:
    """What somebody put there for others takes nothing of what they may hand in themselves."""
    return not record["is_own"], str(record["username"])


def _size(folder: Path) -> int:
    return sum(path.lstat().st_size for path in folder.rglob("*"))


def _changed(folder: Path) -> datetime:
    """When a folder was last changed on the server, in UTC: nobody can set that."""
    return datetime.fromtimestamp(folder.lstat().st_ctime, UTC).replace(tzinfo=None)


def _sign(folder: Path, moment: datetime) -> None:
    """Write nbgrader's own files again: others read them later, and stop at one that is not what it should be."""
    time = folder / TIMESTAMP
    if time.is_dir():
        shutil.rmtree(time)
    time.write_text(as_timestamp(moment), "utf-8")
    secret = folder / SECRET
    if not secret_in(folder):
        if secret.is_dir():
            shutil.rmtree(secret)
        secret.write_text(token_hex(64), "utf-8")

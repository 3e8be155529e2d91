"""Names that others chose: which of them can be a file, and which can be a participant's folder."""

from __future__ import annotations

import re
import unicodedata

from course.errors import RefusedError
from course.i18n import Message
from course.names import why_no_name

MAX_PART = 200
"""Bytes in one name. File systems stop at 255, and a name may get a longer extension on the way."""
MAX_PARTS = 12
DEVICES = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
"""On Windows these are devices, with any extension."""
NOT_IN_A_FOLDER = re.compile(r"""[/\\:*?"<>|,+\[\]{}!#%$&;`^~]""")
"""Characters that mean something to a shell, a file pattern, an address or nbgrader (``+`` and ``,``)."""


def parts_of(name: str) -> tuple[str, ...]:
    """The folders and the file in the path `name` of an archive, in one form of Unicode.

    Raises:
        RefusedError: for a path that could end up anywhere else than where it was unpacked.
    """
    if "\0" in name or any(unicodedata.category(sign) in ("Cc", "Cs") for sign in name):
        raise RefusedError(Message("The name holds characters that cannot be read."))
    if "\\" in name or re.match(r"[A-Za-z]:", name):
        raise RefusedError(Message("The name is a Windows path."))
    if name.startswith("/"):
        raise RefusedError(Message("The name starts with a slash."))
    parts = tuple(unicodedata.normalize("NFC", part) for part in name.split("/") if part not in ("", "."))
    if not parts or ".." in parts:
        raise RefusedError(Message("The name points to another folder."))
    if len(parts) > MAX_PARTS or any(len(part.encode()) > MAX_PART for part in parts):
        raise RefusedError(Message("The name is too long."))
    if any(DEVICES.fullmatch(part.rstrip(". ")) for part in parts):
        raise RefusedError(Message("The name is that of a device."))
    return parts


def as_folder(name: str) -> str:
    """`name` as the name of a participant's folder: readable, accents kept; empty when nothing is left.

    It begins with a letter or digit, so it is no hidden folder, no option of a command and no formula in a spreadsheet.
    """
    name = unicodedata.normalize("NFC", name)
    kept = "".join(sign for sign in name if unicodedata.category(sign)[0] != "C" or sign == " ")
    words = NOT_IN_A_FOLDER.sub(" ", kept).split()
    folder = re.sub(r"^[\W_]+", "", " ".join(words)).rstrip(". ")
    while len(folder.encode()) > MAX_PART // 2:
        folder = folder[:-1].rstrip(". ")
    return f"{folder}_" if DEVICES.fullmatch(folder) else folder


def is_folder_name(name: str) -> bool:
    """Whether `name`, which somebody gave to a hand-in on the exchange, is safe as it is."""
    return (
        bool(name)
        and why_no_name(name) is None
        and all(as_folder(part) == unicodedata.normalize("NFC", part) for part in name.split("+"))
    )

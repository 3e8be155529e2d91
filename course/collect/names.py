"""Names that others chose: which of them can be a file, and which can be a participant's folder."""

from __future__ import annotations

import re
import unicodedata

MAX_PART = 200
"""Bytes in one name. File systems stop at 255, and a name may get a longer extension on the way."""
MAX_PARTS = 12
DEVICES = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
"""On Windows these are devices, with any extension."""
NOT_IN_A_FOLDER = re.compile(r"""[/\\:*?"<>|,+\[\]{}!#%$&;`^~]""")
"""Characters that mean something to a shell, a file pattern, an address or nbgrader (``+`` and ``,``)."""


class BadNameError(ValueError):
    """This name cannot be used; the message says why, in the instructor's language."""


def parts_of(name: str) -> tuple[str, ...]:
    """The folders and the file in the path `name` of an archive, in one form of Unicode.

    Raises:
        BadNameError: for a path that could end up anywhere else than where it was unpacked.
    """
    if "\0" in name or any(unicodedata.category(sign) in ("Cc", "Cs") for sign in name):
        raise BadNameError("de naam bevat onleesbare tekens")
    if "\\" in name or re.match(r"[A-Za-z]:", name):
        raise BadNameError("de naam is een pad van Windows")
    if name.startswith("/"):
        raise BadNameError("de naam begint met een schuine streep")
    parts = tuple(unicodedata.normalize("NFC", part) for part in name.split("/") if part not in ("", "."))
    if not parts or ".." in parts:
        raise BadNameError("de naam wijst naar een andere map")
    if len(parts) > MAX_PARTS or any(len(part.encode()) > MAX_PART for part in parts):
        raise BadNameError("de naam is te lang")
    if any(DEVICES.fullmatch(part.rstrip(". ")) for part in parts):
        raise BadNameError("de naam is die van een apparaat")
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


def is_folder(name: str) -> bool:
    """Whether `name`, which somebody gave to a hand-in on the exchange, is safe as it is."""
    return bool(name) and all(
        as_folder(part) == unicodedata.normalize("NFC", part) for part in name.split("+")
    )

"""Text and JSON as they come, with mistakes in them that leave the rest readable."""

from __future__ import annotations

import codecs
import json
import math
import re
from collections.abc import Iterator
from typing import Any

from course.answers import MIME_TYPE, Record

MAX_DIGITS = 100
"""Python refuses to read whole numbers of more than 4,300 digits; no answer of ours needs ten."""
MAX_WRONG = 100_000
"""Bytes that are no UTF-8, each looked at by itself; with more of them nothing in the file is."""
MAX_RECORD = 1_000_000
MAX_RECORDS = 2_000
MAX_SALVAGED = 5_000_000
"""Characters of records that are read in all; those of a whole assignment are a few hundred thousand."""
MAX_FAILED = 20
"""Broken records after which the search stops: a file made of nothing else would take minutes."""
COPY = re.compile(re.escape(json.dumps(MIME_TYPE)) + r"\s*:\s*")


def text_of(data: bytes) -> str:
    """The text in `data`: UTF-8, UTF-16 or UTF-32 with or without a mark, and else Windows' own encoding."""
    encoding = json.detect_encoding(data)
    if not encoding.startswith("utf-8"):
        return data.decode(encoding, "replace")
    data = data.removeprefix(codecs.BOM_UTF8)
    text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    if not wrong:
        return text
    return data.decode("utf-8", "windows-bytes") if wrong <= MAX_WRONG else data.decode("cp1252", "replace")


def _windows_bytes(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("windows-bytes", _windows_bytes)


def parse(text: str) -> Any:
    """The value in JSON `text`. Numbers that do not exist or are far too long become text.

    Raises:
        ValueError: when it is no JSON.
        RecursionError: when it is nested thousands of levels deep.
    """
    return DECODER.decode(text)


def _whole(digits: str) -> int | str:
    return int(digits) if len(digits) <= MAX_DIGITS else f"{digits[:20]}…"


def _real(digits: str) -> float | str:
    value = float(digits)
    return value if math.isfinite(value) else digits[:20]


DECODER = json.JSONDecoder(parse_int=_whole, parse_float=_real, parse_constant=str)


def salvage(text: str) -> Iterator[Record]:
    """Every whole copy of an answer in the `text` of a notebook that is broken elsewhere."""
    start = failed = read = 0
    for _found in range(MAX_RECORDS):
        name = COPY.search(text, start)
        if name is None or failed > MAX_FAILED or read > MAX_SALVAGED:
            return
        piece = text[name.end() : name.end() + MAX_RECORD]
        try:
            value, length = DECODER.raw_decode(piece)
        except (ValueError, RecursionError):
            failed, start = failed + 1, name.end()
            continue
        start, read = name.end() + length, read + length
        record = Record.parse(value)
        if record:
            yield record

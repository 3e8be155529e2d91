"""What an author writes as the text of a material, as elements: paragraphs, lists and ``**bold**``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from course.material.markup import Node

BLANK = re.compile(r"\n[ \t]*\n")
BULLET, NUMBER = re.compile(r"[-*] +"), re.compile(r"\d{1,2}[.)] +")
BOLD = re.compile(r"\*\*(?=\S)((?:(?!\*\*).)+)(?<=\S)\*\*", re.DOTALL)


def flowing(text: str) -> list[Node]:
    """`text` as paragraphs and lists: a blank line begins a new one, a line break stays."""
    return [_part(part.strip()) for part in BLANK.split(text) if part.strip()]


def paragraphs(text: str) -> list[Node]:
    """`text` as paragraphs, and every sign in it as it is."""
    return [["p", "", part.strip()] for part in BLANK.split(text) if part.strip()]


def bold(text: str) -> Sequence[Node]:
    """`text` with what stands between double stars in bold."""
    parts = BOLD.split(text)
    return [["strong", "", part] if at % 2 else part for at, part in enumerate(parts) if part]


def _part(text: str) -> Node:
    lines = text.split("\n")
    for tag, sign in (("ul", BULLET), ("ol", NUMBER)):
        if all(sign.match(line) for line in lines):
            return [tag, "", *(["li", "", *bold(sign.sub("", line, count=1))] for line in lines)]
    return ["p", "", *bold(text)]

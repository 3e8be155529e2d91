"""What the name of a person can be: text that everybody who sees it reads as the same name.

A name goes to pages, terminals, spreadsheets and folders that are not ours, and it tells one person from another. So
what is no name is refused wherever names come in: folders, the exchange, downloads, the class list, the gradebook.
"""

from __future__ import annotations

import re
import unicodedata

from course.i18n import Message

MAX_NAME = 128
"""nbgrader's gradebook keeps no more of a participant's name."""
MARKUP = "<>"
UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
"""Letters, marks and signs that are drawn as nothing, though Python calls them printable."""
WORD = re.compile(r"[\w'’ʼ]+")
TOGETHER = dict.fromkeys(("HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO"), "CJK")
"""Scripts that are written through each other; a letter is called after its script."""


def why_no_name(name: str) -> Message | None:
    """Why `name` cannot be that of a person, as a part of a sentence; None when it can."""
    if len(name) > MAX_NAME:
        return Message("is longer than {most} characters", most=MAX_NAME)
    if any("\ud800" <= sign <= "\udfff" for sign in name):
        return Message("holds characters that cannot be read")
    if any(unicodedata.category(sign) in ("Cc", "Zl", "Zp") for sign in name):
        return Message("holds a line break or another control character")
    if not name.isprintable() or UNSEEN.search(name):
        return Message("holds a character that cannot be seen")
    if any(sign in MARKUP for sign in name):
        return Message("holds < or >")
    if any(len(_scripts(word)) > 1 for word in WORD.findall(_letters(name))):
        return Message("holds a word with letters of two scripts, which can look like another name")
    return None


def _letters(name: str) -> str:
    """`name` in the plainest form of each letter, without accents: a letter may be called after a style of type."""
    plain = unicodedata.normalize("NFKD", name)
    return "".join(sign for sign in plain if unicodedata.category(sign)[0] != "M")


def _scripts(word: str) -> set[str]:
    named = {
        unicodedata.name(sign, "").partition(" ")[0]
        for sign in word
        if sign.isalpha() and not _is_modifier(sign)
    }
    return {TOGETHER.get(script, script) for script in named}


def _is_modifier(sign: str) -> bool:
    return unicodedata.category(sign) == "Lm"

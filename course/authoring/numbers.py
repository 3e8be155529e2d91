"""Numbers in a text: ``{evidence}`id``` prints a finding, ``{claim}`id``` a claim, and an amount stays whole."""

from __future__ import annotations

import re

from course.authoring.errors import Mistake
from course.authoring.markdown import PrintedNumber
from course.evidence import EvidenceError, printed, printed_claim
from course.i18n import Message

ROLE = re.compile(r"\{(evidence|claim)\}`([^`\n]*)`")
AMOUNT = re.compile(r"€ (?=\d)")


def with_numbers(
    text: str, language: str, mistakes: list[Mistake], line: int = 1
) -> tuple[str, tuple[PrintedNumber, ...]]:
    """`text` with each number in the form of its language, and which they are. Its lines stay where they are.

    Args:
        text: what its author wrote.
        language: of who reads it.
        mistakes: gets a mistake for each number that cannot be printed.
        line: where `text` begins.
    """
    parts: list[str] = []
    found: list[PrintedNumber] = []
    at = end = 0
    for role in ROLE.finditer(text):
        here = line + text.count("\n", 0, role.start())
        told = role[0]
        try:
            told = (printed if role[1] == "evidence" else printed_claim)(role[2], language)
        except EvidenceError as error:
            mistakes.append(Mistake(here, Message("This number cannot be printed. {why}", why=error.message)))
        parts += [text[at : role.start()], told]
        end += role.start() - at + len(told)
        at = role.end()
        found.append(PrintedNumber(role[2], here, end))
    return whole_amounts("".join([*parts, text[at:]])), tuple(found)


def whole_amounts(text: str) -> str:
    """`text` with no line break possible between the euro sign and its amount; an author types a plain space."""
    return AMOUNT.sub("€\N{NO-BREAK SPACE}", text)

"""Numbers in a text: ``{evidence}`id``` prints a finding, ``{claim}`id``` a claim, and an amount stays whole."""

from __future__ import annotations

import re

from course.authoring.errors import Mistake
from course.evidence import EvidenceError, printed, printed_claim
from course.i18n import Message

ROLE = re.compile(r"\{(evidence|claim)\}`([^`\n]*)`")
AMOUNT = re.compile(r"€ (?=\d)")


def with_numbers(text: str, language: str, mistakes: list[Mistake]) -> tuple[str, list[str]]:
    """`text` with each number in the form of its language, and their ids. Its lines stay where they are."""

    def number(found: re.Match[str]) -> str:
        try:
            return (printed if found[1] == "evidence" else printed_claim)(found[2], language)
        except EvidenceError as error:
            line = text.count("\n", 0, found.start()) + 1
            mistakes.append(Mistake(line, Message("This number cannot be printed. {why}", why=error.message)))
            return found[0]

    return whole_amounts(ROLE.sub(number, text)), [found[2] for found in ROLE.finditer(text)]


def whole_amounts(text: str) -> str:
    """`text` with no line break possible between the euro sign and its amount; an author types a plain space."""
    return AMOUNT.sub("€\N{NO-BREAK SPACE}", text)

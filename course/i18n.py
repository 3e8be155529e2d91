"""Interface language: gettext catalogues in ``course/locale``; source strings are English."""

from __future__ import annotations

import gettext
from pathlib import Path

LOCALE = Path(__file__).parent / "locale"
LANGUAGE = "nl"

_catalogue = gettext.translation("course", LOCALE, languages=[LANGUAGE], fallback=True)


def _(message: str) -> str:
    """Return `message` in the language of the course."""
    return _catalogue.gettext(message)


def ngettext(one: str, many: str, n: int) -> str:
    """Return the form of a message that fits the number `n`."""
    return _catalogue.ngettext(one, many, n)

"""JupyterLab in the language of the course, where its own language pack has no words yet.

What a participant meets besides is in ``jupyterlab.json`` beside our own catalogue. "Run All Cells" is not:
lessons call it that, wherever they are opened.
"""

from __future__ import annotations

import json
from typing import Any

from jupyterlab_server import translations_handler

from course.i18n import LOCALE

DOMAIN = "jupyterlab"
FILE = f"{DOMAIN}.json"

_get_language_pack = translations_handler.get_language_pack


def add_words(pack: dict[str, Any], locale: str) -> None:
    """Add to the language pack of a `locale`, such as nl_NL, what it lacks or says by half."""
    own = LOCALE / locale[:2] / "LC_MESSAGES" / FILE
    if DOMAIN in pack and own.is_file():
        pack[DOMAIN].update(json.loads(own.read_text("utf-8")))


def get_language_pack(locale_: str) -> tuple[Any, ...]:
    """As JupyterLab does it, with our words added."""
    pack, message = _get_language_pack(locale_)
    add_words(pack, locale_)
    return pack, message


def say_all() -> None:
    """Put this in JupyterLab's step."""
    translations_handler.get_language_pack = get_language_pack

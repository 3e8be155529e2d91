"""Language: gettext catalogues in ``course/locale``; source strings are English.

Nothing here knows which language is meant. Who speaks to a reader holds the `Translator` of that reader's language; who
speaks before the reader is known makes a `Message`.
"""

from __future__ import annotations

import gettext
from functools import cache
from pathlib import Path
from typing import Any

LOCALE = Path(__file__).parent / "locale"
LANGUAGES = ("nl", "en")
"""The languages of the course, the first one first."""


class Message:
    """A sentence that will be read in a language that is not known yet.

    Args:
        text: the sentence in English, with ``{names}`` where values come.
        values: the values; one may be a message itself.
    """

    def __init__(self, text: str, /, **values: Any) -> None:
        self.text, self.many, self.values = text, "", values

    @classmethod
    def plural(cls, one: str, many: str, n: int, /, **values: Any) -> Message:
        """A sentence that depends on the number `n`, which it may use as ``{n}``."""
        message = cls(one, n=n, **values)
        message.many = many
        return message

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Message) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash((self.text, str(self.values)))

    def __str__(self) -> str:
        return translator("en")(self)

    __repr__ = __str__


class Translator:
    """Sentences and numbers in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        source = gettext.NullTranslations() if language == "en" else None
        self._catalogue = source or gettext.translation("course", LOCALE, languages=[language])

    def __call__(self, message: str | Message) -> str:
        """`message` in this language, with its values filled in."""
        if isinstance(message, str):
            return self._catalogue.gettext(message)
        values: dict[str, Any] = {
            name: self(one) if isinstance(one, Message) else one for name, one in message.values.items()
        }
        if message.many:
            return self.plural(message.text, message.many, values["n"]).format(**values)
        return self._catalogue.gettext(message.text).format(**values)

    def plural(self, one: str, many: str, n: int) -> str:
        """The form of a message that fits the number `n`."""
        return self._catalogue.ngettext(one, many, n)

    def number(self, value: float) -> str:
        """A number as readers of this language write it: ``3,5`` in Dutch."""
        text = f"{value:g}"
        return text if self.language == "en" else text.replace(".", ",")


@cache
def translator(language: str) -> Translator:
    """The one translator of `language`.

    Raises:
        ValueError: when the course does not speak it.
    """
    if language not in LANGUAGES:
        raise ValueError(f"language {language!r}: the course knows {', '.join(LANGUAGES)}")
    return Translator(language)

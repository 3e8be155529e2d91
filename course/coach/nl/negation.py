"""Negation: "je hoeft niets in te vullen" asks nothing, "geen deadline" sets none.

The scope of a Dutch negator runs from the negator to the end of its clause. *Geen* and *zonder* also
govern a list ("zonder account, formulier of e-mailadres"). Words such as *maar* and *alleen* end it:
"geen e-mailadres, alleen je 06-nummer".
"""

from __future__ import annotations

import re

from course.coach.draft import Draft, Sentence

_WINDOW = 110
_NEGATOR = re.compile(
    r"(?<!\w)(?:(geen|zonder|noch|vrij van|in plaats van)|nooit|niets|niks|"
    r"nergens|(?:niet|hoef(?:t|de)?|hoeven)(?! (?:alleen|enkel|slechts)))(?!\w)"
)
_CLOSES = re.compile(
    r"[.!?;:]|(?<!\w)(?:maar|wel|alleen|enkel|slechts|behalve|want|zodat|waarbij|waarvoor|waarna|mits|tenzij|dus|dan|"
    r"als|krijg\w*|ontvang\w*|omdat|voordat|zolang)(?!\w)"
)
_AFTER = re.compile(
    r"[^.!?;:\n,]{0,60}?(?<!\w)(?:niet (?:nodig|verplicht|aan vast|van toepassing|vereist)|"
    r"overbodig|onnodig|nergens voor nodig|"
    r"(?:hoeft|hoef|hoeven|vragen|vraag|doen|is|zit|heb|hebt|kennen|geldt|gelden)"
    r"(?: (?:we|wij|ik|je|u|dus|echt|hier|er|dat|bij ons)){0,3} (?:niet|niets|geen))(?!\w)"
)


def negated(text: Draft, start: int, end: int, sentence: Sentence, verb: bool = False) -> bool:
    """Whether the words from `start` to `end` are denied; a `verb` is not denied by *geen* or *zonder*."""
    return _before(text, start, sentence, verb) or bool(
        _AFTER.match(text.plain, end, min(end + 90, sentence.end))
    )


def _before(text: Draft, start: int, sentence: Sentence, verb: bool) -> bool:
    from_here = max(sentence.start, start - _WINDOW)
    found: re.Match[str] | None = None
    # Read a little further than `start`, so that a negator sees the word after it ("je hoeft alleen …").
    for match in _NEGATOR.finditer(text.plain, from_here, start + 10):
        if match.end() <= start and not (verb and match[1]):
            found = match
    if found is None:
        return False
    between = text.plain[found.end() : start]
    if _CLOSES.search(between):
        return False
    if found[1]:
        parts = re.split(r",| of | en ", between)
        return len(parts[0].split()) <= 4 and all(len(part.split()) <= 3 for part in parts[1:])
    return "," not in between and len(between.split()) <= 8

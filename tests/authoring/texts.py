"""Small texts to build notebooks from."""

from __future__ import annotations

from pathlib import Path

HEAD = """---
title: Les
language: nl
goals: {give: Je geeft iets.}
---

# Les

Tekst.

"""
SORT = """```{sort} forms
goal: give
question: Waar hoort het?
bins: {gift: Cadeau, trade: Ruil}
cards:
  seeds:
    text: Zaadjes bij de deur
    in: gift
    why: Niemand vraagt iets terug.
  stamps:
    text: Tien stempels
    in: trade
    why: Je hebt betaald.
```
"""
CHOOSE = """```{choose} pick
question: Wat kies je?
options:
  yes-please: {text: Ja graag, right: true, why: Dat kan.}
  no-thanks: {text: Liever niet, why: Dat kan ook.}
```
"""
REFLECT = """```{reflect} own-words
question: Wat geef jij?
min-words: 5
```
"""


def put(root: Path, text: str, place: str = "modules/nl/01-les.md") -> Path:
    """Write `text` in `root` and return its path."""
    path = root / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path

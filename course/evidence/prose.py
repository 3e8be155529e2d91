"""Numbers in prose, by their id."""

from __future__ import annotations

from .printing import claim, finding
from .reading import evidence


def printed(id: str, language: str) -> str:
    """A finding as `language` writes it: ``20%``, ``0,8``, ``€ 4,95``, ``ongeveer 10.000``.

    ``<id>.low`` and ``<id>.high`` are the ends of its interval, ``<id>.n`` and ``<id>.count`` the people behind it;
    ``<source>.year`` is the year of a source.

    Raises:
        EvidenceError: when there is no such number, when it was never verified, or when it is a claim.
    """
    return finding(evidence(), id, language)


def printed_claim(id: str, language: str) -> str:
    """What a text claims, for a sentence that says so.

    Raises:
        EvidenceError: when there is no such number, or when it is no claim.
    """
    return claim(evidence(), id, language)

"""The sources that a text leans on: those of its numbers and of its figures."""

from __future__ import annotations

from course.authoring.manuscript import Manuscript
from course.evidence.model import Source
from course.evidence.reading import evidence


def cited(text: Manuscript) -> list[str]:
    """A reference for each source, in Markdown, by author."""
    data = evidence()
    found: dict[str, Source] = {}
    for name in text.numbers:
        group = ".".join(name.split(".")[:2])
        if group in data.values:
            found |= {source.id: source for source in data.values[group].sources}
    for name in text.figures:
        found |= {source.id: source for source in data.figures[name].sources}
    return sorted({_reference(source) for source in found.values()}, key=str.casefold)


def _reference(source: Source) -> str:
    link = f" [{source.link.removeprefix('https://')}]({source.link})" if source.link else ""
    return f"{source.citation}{link}"

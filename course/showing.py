"""Whether cells of a notebook do nothing but show exercises of the course: only then they run by themselves."""

from __future__ import annotations

from collections.abc import Sequence

from course.assignment import OtherCodeError, read

MAX_CODE = 1_000_000
"""Characters in all of the code of a notebook; the longest lesson has 54,000."""


def does_nothing_but_show(sources: Sequence[str]) -> bool:
    """Whether cells with these `sources` show exercises and do nothing else, read as grading reads them."""
    # IPython ends a line at more signs than Python does: behind such a sign a comment could hold a command.
    one_sort_of_line = all("\n".join(source.splitlines()) == source.removesuffix("\n") for source in sources)
    if not one_sort_of_line or sum(map(len, sources)) > MAX_CODE:
        return False
    try:
        read(tuple(sources))
    except OtherCodeError:
        return False
    return True

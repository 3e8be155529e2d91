"""Whether cells of a notebook do nothing but show exercises of the course: only then they run by themselves."""

from __future__ import annotations

from collections.abc import Sequence

from course.assignment import OtherCodeError, read


def does_nothing_but_show(sources: Sequence[str]) -> bool:
    """Whether cells with these `sources` show exercises and do nothing else, read as grading reads them."""
    # IPython ends a line at more signs than Python does: behind such a sign a comment could hold a command.
    one_sort_of_line = all("\n".join(source.splitlines()) == source.removesuffix("\n") for source in sources)
    if not one_sort_of_line:
        return False
    try:
        read(tuple(sources))
    except OtherCodeError:
        return False
    return True

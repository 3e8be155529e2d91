"""Whatever a participant writes is read in a time that goes with its length: repeated and nested characters.

What takes the square of it takes 64 times as long for a text of eight times the length, and minutes for the longest.
"""

import gc
import time
from pathlib import PurePosixPath

import pytest

from course.answers.reader import MAX_TEXT, Reader
from course.assignment import HEADING, WORTH
from course.coach import CRITERIA, read
from course.collect.copies import without_copies
from course.collect.folders import names_of
from course.collect.senders import sender_of
from course.exercise import count_words
from course.grading.pages.marking import MATH
from course.kinds.mark.exercise import SENTENCE
from course.material.prose import flowing
from course.names import why_no_name
from course.printable import printable
from course.progress.standing import PART, TITLE
from course.view.static import inert

REPEATED = (
    *(
        "!",
        "?",
        ".",
        "…",
        "\n",
        " ",
        "a",
        "a ",
        "a.",
        "a. ",
        "A",
        "é",
        "\u0301",
        "e\u0301",
        "\u200b",
        "😀",
        "\ufe0f",
    ),
    *(
        "<",
        "<a",
        "<p>",
        "</",
        "&amp;",
        "(",
        "()",
        "[",
        "((",
        "](",
        "![",
        '"',
        "'",
        "“a",
        "‘",
        "« ",
        '" ',
        "\\(",
        "$a",
    ),
    *(
        "-",
        "a-",
        "–",
        ",",
        ", ",
        ":",
        "*",
        "**",
        "**a ",
        "_",
        "`",
        "# ",
        "> ",
        "1",
        "1. ",
        "(1)",
        "-1",
        "_1",
        " (1)",
        "-Copy",
        "_a_",
    ),
    *(
        "http://",
        "www.a ",
        "je ",
        "als je ",
        "en ",
        "dus en maar ",
        "gratis ",
        "meld je ",
        "krijg je ",
        "mits ",
        ", of ",
    ),
    *(
        "bestel nu ",
        "alleen vandaag ",
        "niet ",
        "hallo ",
        "p.s. ",
        "tip 1: ",
        "aeiou",
        "van de ",
        "_assignsubmission_",
    ),
)


NESTED = ("()", "[]", "<>", "{}", "“”", "«»", "''", '""', "‘’")
GROUPS = [[*REPEATED, *NESTED][start::12] for start in range(12)]
TIMES, WORSE, NOISE = 8, 4, 0.25
"""How much longer the long text is, how much worse than that its time may grow, and seconds that say nothing."""


def text_of(unit: str, size: int) -> str:
    """A text of one sign after another, or of signs within each other."""
    if unit in NESTED:
        return unit[0] * (size // 2) + unit[1] * (size // 2)
    return (unit * size)[:size]


def read_everywhere(text: str) -> None:
    """Every reader of what somebody wrote, also in a notebook, and of what they called a file."""
    read(text, CRITERIA, "nl")
    count_words(Reader().text(text))
    MATH.search(text)
    SENTENCE.search(text)
    flowing(text)
    for begin in ("# ", "## ", "# a", "## a"):
        for pattern in (HEADING, PART, TITLE):
            pattern.findall(f"{begin}{text}b")
    WORTH.sub("", f"{text}b")
    inert(text)
    printable(text)
    why_no_name(text)
    name = text.replace("/", "").replace("\n", "")[:2_000]  # no system has longer ones; a zip may
    without_copies(f"{name}.ipynb", "01-w")
    for path in (f"klas/{name}", f"klas/{name}_1_assignsubmission_file_/x", f"klas/{name}_01-w.ipynb"):
        sender_of(PurePosixPath(path), "01-w")
        names_of([PurePosixPath(path)], "01-w")


def work(text: str) -> float:
    """Seconds of work to read `text`; waiting for a busy computer is none, nor is tidying up after earlier tests."""
    gc.disable()
    try:
        began = time.process_time()
        read_everywhere(text)
        return time.process_time() - began
    finally:
        gc.enable()


@pytest.mark.parametrize("units", GROUPS, ids=range(len(GROUPS)))
def test_no_text_takes_more_time_than_its_length(units):
    for unit in units:
        long = work(text_of(unit, MAX_TEXT))
        if long > NOISE:
            short = work(text_of(unit, MAX_TEXT // TIMES))
            assert long < WORSE * TIMES * short, repr(unit)

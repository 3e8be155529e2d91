"""``python -m course.authoring``: rebuild every notebook from its text, and what follows from all texts."""

from __future__ import annotations

import sys
from pathlib import Path

from course.authoring import alignment, marking, reference, timetable
from course.authoring.errors import AuthoringError
from course.authoring.library import manuscripts
from course.authoring.notebook import Builder
from course.authoring.release import make_release
from course.authoring.write import write


def main(root: Path = Path()) -> int:
    """Write all notebooks below `root`; 1 when a text cannot become one."""
    try:
        texts = manuscripts(root)
        for text in texts:
            target = text.path.with_suffix(".ipynb")
            write(Builder(text).notebook(), target)
            print(target)
            if text.is_assignment:
                print(make_release(text.path.parent))
        for place, page in (
            (alignment.PLACE, alignment.alignment(texts)),
            (reference.PLACE, reference.reference()),
            (marking.PLACE, marking.marking(texts)),
            (timetable.PLACE, timetable.timetable(texts)),
        ):
            if (root / place.parent).is_dir():
                (root / place).write_text(page, "utf-8")
                print(place)
    except AuthoringError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

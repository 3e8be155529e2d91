"""``python -m course.authoring``: rebuild every notebook of the course from its text."""

from __future__ import annotations

import sys
from pathlib import Path

from course.authoring.errors import AuthoringError
from course.authoring.library import manuscripts
from course.authoring.notebook import Builder
from course.authoring.release import make_release
from course.authoring.write import write


def main(root: Path = Path()) -> int:
    """Write all notebooks below `root`; 1 when a text cannot become one."""
    try:
        for text in manuscripts(root):
            target = text.path.with_suffix(".ipynb")
            write(Builder(text).notebook(), target)
            print(target)
            if text.is_assignment:
                print(make_release(text.path.parent))
    except AuthoringError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

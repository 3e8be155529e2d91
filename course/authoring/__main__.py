"""``python -m course.authoring``: rebuild every notebook of the course from its text."""

from __future__ import annotations

import sys
from pathlib import Path

from course.authoring.release import make_release
from course.authoring.text import AuthoringError, notebook_from
from course.authoring.write import write


def main(root: Path = Path()) -> int:
    """Write all notebooks below `root`; 1 when a text cannot become one."""
    texts = sorted(root.glob("modules/*/*.md")) + sorted(root.glob("solutions/*/*/*.md"))
    try:
        for text in texts:
            write(notebook_from(text), text.with_suffix(".ipynb"))
            print(text.with_suffix(".ipynb"))
        for source in sorted(path.parent for path in root.glob("solutions/*/*/*.md")):
            print(make_release(source))
    except AuthoringError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

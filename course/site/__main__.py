"""``python -m course.site``: make the static site, fetch nothing."""

from __future__ import annotations

import argparse
from pathlib import Path

from course.site.build import ROOT, build, compile_fetched
from course.site.serve import serve


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="python -m course.site", description=__doc__)
    parser.add_argument("step", choices=("compile", "build", "open"))
    parser.add_argument("--tools", type=Path, default=ROOT / ".venv-site")
    parser.add_argument("--target", type=Path, default=ROOT / "dist" / "site")
    given = parser.parse_args()
    if given.step == "compile":
        compile_fetched(given.tools)
    elif given.step == "build":
        build(given.tools, given.target)
    else:
        serve(given.target)


if __name__ == "__main__":
    main()

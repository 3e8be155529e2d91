"""Write the table for instructors from a real run: ``python -m tests.grading.submission.corpus``."""

import tempfile
from pathlib import Path

from tests.grading.submission.corpus.class_run import run
from tests.grading.submission.corpus.table import PAGE, page

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        graded = run(Path(folder))
        PAGE.write_text(page(graded), "utf-8")
        slowest = sorted(graded.seen.seconds.items(), key=lambda pair: -pair[1])[:8]
        print(
            f"{len(graded.counting)} hand-ins, {sum(graded.seen.seconds.values()):.1f} s, "
            f"{graded.megabytes:.0f} MB more"
        )
        print("slowest:", ", ".join(f"{who} {seconds:.2f} s" for who, seconds in slowest))

"""Hand-ins of every sort that is known to happen or that somebody could try, all in one class."""

from tests.grading.submission.corpus import answers, clocks, files, mixed_up, names, notebooks  # noqa: F401  (they fill CASES)
from tests.grading.submission.corpus.case import CASES, Case, HandIn

__all__ = ["CASES", "Case", "HandIn"]

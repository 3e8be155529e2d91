"""Getting hand-ins from wherever they are into ``submitted``: the exchange, and downloads of learning platforms."""

from course.collect.everything import collect_all
from course.collect.outcome import Collected

__all__ = ["Collected", "collect_all"]

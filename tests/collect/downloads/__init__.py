"""Downloads as platforms and people name them, and whose each file in it is."""

from tests.collect.downloads.cases import DOWNLOADS
from tests.collect.downloads.sorting import Download, sorted_out

__all__ = ["DOWNLOADS", "Download", "sorted_out"]

"""Studies as data, and the figures drawn from them.

Importing this is light: plotly is imported when a figure is drawn.
"""

from .figure import EvidenceFigure
from .figures import christmas_cards, gift_before_or_after, tips

__all__ = ["EvidenceFigure", "christmas_cards", "gift_before_or_after", "tips"]


class EvidenceError(ValueError):
    pass


def printed(name, language):
    raise EvidenceError(name)


printed_claim = printed


def figure(name, language):
    return globals()[name.replace("-", "_")]()

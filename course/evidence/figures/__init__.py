"""One file per figure; each holds one callable that returns an ``EvidenceFigure``."""

from .christmas_cards import christmas_cards
from .gift_before_or_after import gift_before_or_after
from .tips import tips

__all__ = ["christmas_cards", "gift_before_or_after", "tips"]

"""Studies, numbers and figures as data, each with how sure it is and how strong the evidence.

Importing this is light: no data is read and nothing is drawn before it is asked for.
"""

from .error import EvidenceError
from .figure import Figure, figure
from .prose import printed, printed_claim

__all__ = [
    "EvidenceError",
    "Figure",
    "figure",
    "printed",
    "printed_claim",
]

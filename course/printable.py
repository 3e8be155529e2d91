"""Names that others chose, as they may stand in a sentence."""


def printable(text: object) -> str:
    """`text` on one line, without characters that a terminal acts on or that turn the reading direction around."""
    return "".join(
        sign if sign.isprintable() else " " if sign.isspace() else "\N{REPLACEMENT CHARACTER}"
        for sign in str(text)
    )

"""``course grade``: a whole class in one command, with nbgrader's own converters and gradebook."""

MARK = ".made-from"
"""The file beside a finished result that says what it was made from."""
LOCAL = "local"
"""In place of a scheduler's address: processes of this computer."""

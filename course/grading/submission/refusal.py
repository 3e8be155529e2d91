"""A hand-in that is not graded, and why."""


class RefusedError(ValueError):
    """This hand-in cannot be graded; the message says why and what to do, in the instructor's language."""

"""``course grade``: a whole class in one command, with nbgrader's own converters and gradebook."""

LOCAL = "local"
"""In place of a scheduler's address: a Dask cluster on this computer."""

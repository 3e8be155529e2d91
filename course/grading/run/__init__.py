"""``course grade``: a whole class in one command, with nbgrader's own converters and gradebook."""

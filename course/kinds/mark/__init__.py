"""Mark: find passages in a text."""

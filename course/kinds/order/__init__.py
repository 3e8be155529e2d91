"""Order: put steps in the right order."""

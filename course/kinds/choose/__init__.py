"""Choose: pick one option or several."""

"""How a figure appears in the browser."""

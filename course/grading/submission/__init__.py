"""Reading what was handed in, whatever it is: data, never code."""

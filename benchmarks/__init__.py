"""Plain scripts that print a ratio against a named peer: ``python -m benchmarks.<name>``."""

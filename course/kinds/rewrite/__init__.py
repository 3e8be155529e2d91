"""Rewrite: make a text better."""

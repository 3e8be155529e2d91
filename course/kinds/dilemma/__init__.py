"""Dilemma: a branching case."""

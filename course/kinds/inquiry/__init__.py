"""Inquiry: ask questions that cost turns, then judge."""

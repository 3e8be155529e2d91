"""Flashcards: practise until it sticks."""

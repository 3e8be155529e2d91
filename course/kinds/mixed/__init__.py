"""Mixed: fragments of all kinds, a few at a time; which principles are at work, and is it honest?"""

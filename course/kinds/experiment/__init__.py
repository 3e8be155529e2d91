"""Experiment: predict what a simulation does, run it, and say what follows."""

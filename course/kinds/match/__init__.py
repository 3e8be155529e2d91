"""Match: pair what belongs together."""

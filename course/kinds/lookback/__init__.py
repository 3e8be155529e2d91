"""Lookback: two tests beside each other, with what so few questions can say."""

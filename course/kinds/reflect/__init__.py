"""Reflect: write freely."""

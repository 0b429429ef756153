"""Alongside: run co-production from the first invitation to “what changed because of you”."""

__version__ = "0.1.0"

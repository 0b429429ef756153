"""Tests that cross capabilities; those of one capability stand beside it."""

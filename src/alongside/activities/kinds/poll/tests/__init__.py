"""Tests of what is special about this kind."""

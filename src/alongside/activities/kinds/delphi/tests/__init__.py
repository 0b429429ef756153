"""Tests of what is special about this kind; the conformance suite covers the rest."""

"""Reads everything, writes nothing: the tables of a series, and the audit page."""

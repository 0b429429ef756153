"""Safeguarding: a private note about somebody's safety, and what was done. Only its lead reads it.

What is here is in no list, search, export, report or notes of a workshop. Who opened it is in the audit chain; what
it says is not.
"""

"""The database underneath: SQLite made safe (settings, version guard, a first-come gate), PostgreSQL left
as it is.

Why each setting is there, and what was measured: docs/decisions. Nothing here knows a word of the field.
"""

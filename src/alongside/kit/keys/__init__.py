"""The keys of people's own words, one for each item, in a database of their own that never joins the main
backup.

Erasing somebody's words is deleting their key: copies and backups then hold nothing that can be read.
"""

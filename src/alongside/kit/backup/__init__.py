"""Copies that can be trusted: made while the server runs, checked when made, checked again before they come
back.

A backup is a folder: the database, the audit chain as lines, and a manifest. The keys of people's words are
never in it; they have copies of their own, kept no longer than 72 hours, so that erased words stay erased.
"""

from alongside.kit.backup.drill import days_since_good_drill
from alongside.kit.backup.keys import back_up_keys, restore_keys
from alongside.kit.backup.making import back_up
from alongside.kit.backup.restoring import restore

__all__ = ["back_up", "back_up_keys", "days_since_good_drill", "restore", "restore_keys"]

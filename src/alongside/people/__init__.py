"""People: who somebody is and how they wish to be reached.

A person is known here and nowhere above: projects know a pseudonym, rooms know a room name.
Accounts are for the team alone; a partner never needs one.
"""

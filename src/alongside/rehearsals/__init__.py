"""Rehearsals: a planned workshop tried out with simulated people, in a project of its own that is deleted after.

Because it is a project of its own, nothing of it can be in a list, count, report or file of the real one.
"""

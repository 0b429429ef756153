"""Workshops: series, rounds and sessions; who registered, was invited, agreed and came; the seats in a room.

A partner is in a room by a seat: a secret on their phone, never an account.
"""

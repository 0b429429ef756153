"""What tests of every capability share: a client that reads each page strictly.

Fixtures that need people and projects are in the `conftest.py` at the root, since the kit knows neither.
"""

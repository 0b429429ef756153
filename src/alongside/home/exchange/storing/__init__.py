"""Storing checked rows: what is new is added, what differs is changed, nothing is removed; all in one transaction."""

from alongside.home.exchange.storing.keeping import Keeping
from alongside.home.exchange.storing.planning import PLANNING
from alongside.home.exchange.storing.thread import THREAD

STEPS = (*PLANNING, *THREAD)
"""(file, function that stores its rows), in an order in which everything referred to is there already."""

__all__ = ["STEPS", "Keeping"]

"""Storing checked rows: what is new is added, what differs is changed, nothing is removed; all in one transaction."""

from alongside.home.exchange.layout import SERIES_FILE
from alongside.home.exchange.storing.keeping import Keeping
from alongside.home.exchange.storing.people import PEOPLE
from alongside.home.exchange.storing.planning import PLANNING, project_and_series
from alongside.home.exchange.storing.thread import THREAD
from alongside.home.exchange.storing.translating import TRANSLATIONS

STEPS = ((SERIES_FILE, project_and_series), *PEOPLE, *PLANNING, *THREAD, TRANSLATIONS)
"""(file, function that stores its rows), in an order in which everything referred to is there already."""

__all__ = ["STEPS", "Keeping"]

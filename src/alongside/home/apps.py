"""The home capability as Django sees it."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """The front page, a day's work, first set-up, import and export."""

    name = "alongside.home"
    label = "home"

"""The workshops capability as Django sees it."""

from django.apps import AppConfig


class WorkshopsConfig(AppConfig):
    """Series, rounds, sessions, ways of working, seats and attendance."""

    name = "alongside.workshops"
    label = "workshops"

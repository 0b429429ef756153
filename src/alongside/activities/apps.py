"""The activities capability as Django sees it."""

from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    """Activities, contributions, the kinds, and the live room."""

    name = "alongside.activities"
    label = "activities"

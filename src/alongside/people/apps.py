"""The people capability as Django sees it."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Organisations, groups, persons and the team's accounts."""

    name = "alongside.people"
    label = "people"

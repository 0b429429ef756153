"""The people capability as Django sees it."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Organisations, groups, persons and the team's accounts."""

    name = "alongside.people"
    label = "people"

    def ready(self) -> None:
        """Say who sees what."""
        from alongside.people import rules  # noqa: F401

"""The people capability as Django sees it."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Organisations, groups, persons and the team's accounts."""

    name = "alongside.people"
    label = "people"

    def ready(self) -> None:
        """Tell the kit how a second step is known."""
        from alongside.people import sign_in  # noqa: F401, PLC0415 - needs the models of allauth

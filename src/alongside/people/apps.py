"""The people capability as Django sees it."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Organisations, groups, persons and the team's accounts."""

    name = "alongside.people"
    label = "people"

    def ready(self) -> None:
        """Tell the kit how a second step is known, and which personal data is kept here."""
        from alongside.people import (
            personal_data,
            sign_in,  # noqa: F401 - needs the models of allauth
        )

        personal_data.declare_all()

"""The activities capability as Django sees it."""

from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    """Activities, contributions, the kinds, and the live room."""

    name = "alongside.activities"
    label = "activities"

    def ready(self) -> None:
        """Say which personal data is kept here."""
        from alongside.activities import personal_data

        personal_data.declare_all()

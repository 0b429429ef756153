"""The activities capability as Django sees it."""

from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    """Activities, contributions, the kinds, and the live room."""

    name = "alongside.activities"
    label = "activities"

    def ready(self) -> None:
        """Say which personal data is kept here, and what stands on the plan of a workshop."""
        from alongside.activities import on_the_plan, personal_data  # noqa: F401

        personal_data.declare_all()

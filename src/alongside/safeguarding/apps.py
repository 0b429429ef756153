"""The safeguarding capability as Django sees it."""

from django.apps import AppConfig


class SafeguardingConfig(AppConfig):
    """Private notes about somebody's safety, and the log of what was done."""

    name = "alongside.safeguarding"
    label = "safeguarding"

    def ready(self) -> None:
        """Say who sees what, and what is kept."""
        from alongside.safeguarding import personal_data, rules  # noqa: F401

        personal_data.declare_all()

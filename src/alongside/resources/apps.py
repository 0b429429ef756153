"""The resources capability as Django sees it."""

from django.apps import AppConfig


class ResourcesConfig(AppConfig):
    """Resources, their versions, and the topics they serve."""

    name = "alongside.resources"
    label = "resources"

    def ready(self) -> None:
        """Say who sees what."""
        from alongside.resources import rules  # noqa: F401

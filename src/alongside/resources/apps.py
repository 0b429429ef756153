"""The resources capability as Django sees it."""

from django.apps import AppConfig


class ResourcesConfig(AppConfig):
    """Resources, their versions, and the topics they serve."""

    name = "alongside.resources"
    label = "resources"

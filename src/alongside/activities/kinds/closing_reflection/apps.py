"""The closing reflection as Django sees it."""

from django.apps import AppConfig


class ClosingReflectionConfig(AppConfig):
    """An app without models: templates and tests only."""

    name = "alongside.activities.kinds.closing_reflection"
    label = "kind_closing_reflection"

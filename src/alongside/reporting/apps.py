"""The reporting capability as Django sees it."""

from django.apps import AppConfig


class ReportingConfig(AppConfig):
    """Tables and exports."""

    name = "alongside.reporting"
    label = "reporting"

"""Check-in and check-out as Django sees them."""

from django.apps import AppConfig


class CheckInConfig(AppConfig):
    """An app without models: templates and tests only."""

    name = "alongside.activities.kinds.check_in"
    label = "kind_check_in"

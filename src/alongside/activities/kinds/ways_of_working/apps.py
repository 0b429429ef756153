"""Ways of working as Django sees them."""

from django.apps import AppConfig


class WaysOfWorkingConfig(AppConfig):
    """An app without models: templates and tests only."""

    name = "alongside.activities.kinds.ways_of_working"
    label = "kind_ways_of_working"

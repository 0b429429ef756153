"""Journey map as Django sees it."""

from django.apps import AppConfig


class JourneyMapConfig(AppConfig):
    """An app without models: templates and tests only."""

    name = "alongside.activities.kinds.journey_map"
    label = "kind_journey_map"

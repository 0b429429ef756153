"""The nominal group technique as Django sees it."""

from django.apps import AppConfig


class NominalGroupConfig(AppConfig):
    """An app without models: templates and tests only."""

    name = "alongside.activities.kinds.nominal_group"
    label = "kind_nominal_group"

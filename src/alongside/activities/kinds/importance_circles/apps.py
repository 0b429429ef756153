"""Importance circles as Django sees it."""

from django.apps import AppConfig


class ImportanceCirclesConfig(AppConfig):
    """An app without models: templates and tests only."""

    name = "alongside.activities.kinds.importance_circles"
    label = "kind_importance_circles"

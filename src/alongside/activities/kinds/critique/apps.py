"""Critique as Django sees it."""

from django.apps import AppConfig


class CritiqueConfig(AppConfig):
    """An app without models: templates and tests only."""

    name = "alongside.activities.kinds.critique"
    label = "kind_critique"

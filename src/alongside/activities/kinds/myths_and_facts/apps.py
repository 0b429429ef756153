"""Myths and facts as Django sees them."""

from django.apps import AppConfig


class MythsAndFactsConfig(AppConfig):
    """An app without models: templates and tests only."""

    name = "alongside.activities.kinds.myths_and_facts"
    label = "kind_myths_and_facts"

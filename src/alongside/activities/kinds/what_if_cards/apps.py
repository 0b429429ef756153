"""What if cards as Django sees it."""

from django.apps import AppConfig


class WhatIfCardsConfig(AppConfig):
    """An app without models: templates and tests only."""

    name = "alongside.activities.kinds.what_if_cards"
    label = "kind_what_if_cards"

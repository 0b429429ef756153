"""The nomination poll as Django sees them."""

from django.apps import AppConfig


class NominationPollConfig(AppConfig):
    """An app without models: templates and tests only."""

    name = "alongside.activities.kinds.nomination_poll"
    label = "kind_nomination_poll"

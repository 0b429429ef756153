"""The poll as Django sees it."""

from django.apps import AppConfig


class PollConfig(AppConfig):
    """An app without models: templates and tests only."""

    name = "alongside.activities.kinds.poll"
    label = "kind_poll"

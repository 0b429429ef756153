"""Build and tell as Django sees it."""

from django.apps import AppConfig


class BuildAndTellConfig(AppConfig):
    """An app without models: templates and tests only."""

    name = "alongside.activities.kinds.build_and_tell"
    label = "kind_build_and_tell"

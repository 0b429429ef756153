"""Design brief as Django sees it."""

from django.apps import AppConfig


class DesignBriefConfig(AppConfig):
    """An app without models: templates and tests only."""

    name = "alongside.activities.kinds.design_brief"
    label = "kind_design_brief"

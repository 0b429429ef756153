"""The ranking as Django sees it."""

from django.apps import AppConfig


class RankingConfig(AppConfig):
    """An app without models: templates and tests only."""

    name = "alongside.activities.kinds.ranking"
    label = "kind_ranking"

"""The word cloud as Django sees it."""

from django.apps import AppConfig


class WordCloudConfig(AppConfig):
    """An app without models: templates and tests only."""

    name = "alongside.activities.kinds.word_cloud"
    label = "kind_word_cloud"

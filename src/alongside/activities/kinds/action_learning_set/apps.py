"""Action learning set as Django sees it."""

from django.apps import AppConfig


class ActionLearningSetConfig(AppConfig):
    """An app without models: templates and tests only."""

    name = "alongside.activities.kinds.action_learning_set"
    label = "kind_action_learning_set"

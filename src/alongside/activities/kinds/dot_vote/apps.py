"""The dot vote as Django sees it."""

from django.apps import AppConfig


class DotVoteConfig(AppConfig):
    """An app without models: templates and tests only."""

    name = "alongside.activities.kinds.dot_vote"
    label = "kind_dot_vote"

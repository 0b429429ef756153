"""Storyline interview as Django sees it."""

from django.apps import AppConfig


class StorylineInterviewConfig(AppConfig):
    """An app without models: templates and tests only."""

    name = "alongside.activities.kinds.storyline_interview"
    label = "kind_storyline_interview"

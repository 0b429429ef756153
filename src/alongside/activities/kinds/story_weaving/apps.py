"""Story weaving as Django sees it."""

from django.apps import AppConfig


class StoryWeavingConfig(AppConfig):
    """An app without models: templates and tests only."""

    name = "alongside.activities.kinds.story_weaving"
    label = "kind_story_weaving"

"""Skills and offers as Django sees them."""

from django.apps import AppConfig


class SkillsAndOffersConfig(AppConfig):
    """An app without models: templates and tests only."""

    name = "alongside.activities.kinds.skills_and_offers"
    label = "kind_skills_and_offers"

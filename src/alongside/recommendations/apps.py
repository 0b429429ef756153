"""The recommendations capability as Django sees it."""

from django.apps import AppConfig


class RecommendationsConfig(AppConfig):
    """Key points, recommendations, decisions, responses, impact and telling back."""

    name = "alongside.recommendations"
    label = "recommendations"

    def ready(self) -> None:
        """Say who sees what; tell workshops what keeps a round open, and resources what stands behind a version."""
        from alongside.facilitation.cards import register_card
        from alongside.recommendations import behind, opening, personal_data, queries, rules
        from alongside.resources.events import register_behind
        from alongside.workshops.events import register_became_of, register_close_check

        register_close_check(rules.what_keeps_open)
        register_card(queries.KEY_POINT_CARD)
        register_became_of(opening.became_of)
        register_behind(behind.behind_version)
        personal_data.declare_all()

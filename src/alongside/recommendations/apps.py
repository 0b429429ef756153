"""The recommendations capability as Django sees it."""

from django.apps import AppConfig


class RecommendationsConfig(AppConfig):
    """Key points, recommendations, decisions, responses, impact and telling back."""

    name = "alongside.recommendations"
    label = "recommendations"

"""The projects capability as Django sees it."""

from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    """Projects, teams, partners and the principles they work by."""

    name = "alongside.projects"
    label = "projects"

"""The projects capability as Django sees it."""

from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    """Projects, teams, partners and the principles they work by."""

    name = "alongside.projects"
    label = "projects"

    def ready(self) -> None:
        """Tell the door how roles are found, and say who sees what."""
        from alongside.kit.access import register_roles
        from alongside.projects import rules

        register_roles(rules.roles_of)

"""The projects capability as Django sees it."""

from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    """Projects, teams, partners and the principles they work by."""

    name = "alongside.projects"
    label = "projects"

    def ready(self) -> None:
        """Tell the door how roles are found, and say who sees what and what is kept."""
        from alongside.kit.access import register_roles
        from alongside.projects import personal_data, rules

        register_roles(rules.roles_of)
        personal_data.declare_all()

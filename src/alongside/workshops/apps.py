"""The workshops capability as Django sees it."""

from django.apps import AppConfig


class WorkshopsConfig(AppConfig):
    """Series, rounds, sessions, ways of working, seats and attendance."""

    name = "alongside.workshops"
    label = "workshops"

    def ready(self) -> None:
        """Tell the door how seats are found, and say who sees what and what is kept."""
        from alongside.kit.access import register_seat
        from alongside.kit.ui.context import register_help
        from alongside.workshops import personal_data, queries, rules  # noqa: F401

        register_seat(queries.find_seat_id)
        register_help(lambda request: queries.help_for(request.viewer))  # type: ignore[attr-defined]
        personal_data.declare_all()

"""The rehearsals capability as Django sees it."""

from django.apps import AppConfig


class RehearsalsConfig(AppConfig):
    """Trying out a workshop with simulated people."""

    name = "alongside.rehearsals"
    label = "rehearsals"

    def ready(self) -> None:
        """Let the simulated people hear when an activity opens, and clear away when the workshop ends."""
        from alongside.activities.events import session_changed
        from alongside.rehearsals import people, rules  # noqa: F401
        from alongside.workshops.events import session_ended

        session_changed.connect(people.hear, dispatch_uid="simulated people")
        session_ended.connect(people.hear_end, dispatch_uid="a rehearsal ends")

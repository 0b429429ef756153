"""The facilitation capability as Django sees it."""

from django.apps import AppConfig


class FacilitationConfig(AppConfig):
    """Who leads, turns, the private line, parked questions, cards for the room, the chair."""

    name = "alongside.facilitation"
    label = "facilitation"

    def ready(self) -> None:
        """Say what is kept, forget at the end of a workshop, lead phones to cards, and note what waits for a plan."""
        from alongside.facilitation import cards, ending, personal_data, queries, rules  # noqa: F401
        from alongside.workshops.events import register_place_of, register_plan_notes, session_ended

        session_ended.connect(ending.forget_the_room, dispatch_uid="forget the room")
        register_place_of(cards.place_of)
        register_plan_notes(queries.notes_for_plan)
        personal_data.declare_all()

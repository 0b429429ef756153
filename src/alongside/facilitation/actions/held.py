"""The floor of a session, held while it changes, and the word to all screens that it did."""

from alongside.facilitation.models import Floor
from alongside.workshops.events import changed


def floor_now(session_id: int) -> Floor:
    """The floor as it stands, made if it was not there, and held until the transaction ends."""
    Floor.objects.get_or_create(session_id=session_id)
    return Floor.objects.select_for_update().get(session_id=session_id)


def tell_screens(floor: Floor, *, is_for_room: bool = False) -> None:
    """Keep the floor, and have consoles look again; phones and the room screen too, when it is for the room."""
    floor.changes += 1
    floor.room_changes += is_for_room
    floor.save()
    changed(floor.session_id)

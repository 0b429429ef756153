"""Reads of rehearsals."""

from alongside.kit.access import Viewer, see_or_404
from alongside.rehearsals.models import Rehearsal

UP = "session__round__series__project"


def get_rehearsal(session_id: int, viewer: Viewer) -> Rehearsal:
    """The rehearsal of which this is the copied session, or NotVisible."""
    return see_or_404(viewer, find_rehearsal(session_id))


def find_rehearsal(session_id: int) -> Rehearsal | None:
    """The rehearsal of which this is the copied session, if it is one."""
    return Rehearsal.objects.select_related(UP, "of").filter(session=session_id).first()

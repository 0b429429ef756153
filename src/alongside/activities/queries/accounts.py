"""Whose account somebody may read: the team’s, and that of rooms a partner would have been welcome in."""

from django.db.models import Q

from alongside.activities.rules import reads_account, reads_words
from alongside.kit.access import Viewer
from alongside.kit.errors import NotVisible
from alongside.workshops.models import Seat, Session, SessionState

UP = "round__series__project"


def get_ended(pk: int, viewer: Viewer) -> Session:
    """A workshop whose account the viewer may read; NotVisible for anybody else."""
    session = Session.objects.select_related(UP, "group").filter(pk=pk).first()
    if session is None or not reads_account(session, viewer):
        raise NotVisible
    return session


def get_told_to_team(pk: int, viewer: Viewer) -> Session:
    """The same for the team alone, while the workshop runs too."""
    session = Session.objects.select_related(UP, "group").filter(pk=pk).first()
    if session is None or not reads_words(session, viewer):
        raise NotVisible
    return session


def list_ended(seat: Seat, viewer: Viewer) -> list[Session]:
    """The workshops of the series that have ended and whose account this seat may read, newest first."""
    mine = Q(group=None) | Q(pk=seat.session_id) | Q(group=seat.session.group_id or 0)
    found = Session.objects.filter(
        mine, round__series=seat.session.round.series_id, state=SessionState.ENDED
    ).select_related(UP, "group")
    return [one for one in found.order_by("-round__number", "number") if reads_account(one, viewer)]

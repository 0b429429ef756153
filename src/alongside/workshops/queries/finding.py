"""One thing by its number, or NotVisible."""

from alongside.kit.access import Viewer, see_or_404
from alongside.kit.db.written import Written
from alongside.kit.errors import NotVisible
from alongside.projects.rules import sees_of
from alongside.workshops.models import AgendaItem, Deviation, Invitation, Pack, Round, Seat, Series, Session
from alongside.workshops.seats import hash_of

UP = "round__series__project"


def list_series(viewer: Viewer) -> list[Series]:
    """The series of the projects somebody is on the team of."""
    return _OF_PROJECTS(viewer.roles)


_OF_PROJECTS: Written[Series] = Written(
    lambda projects: Series.objects.filter(project__in=projects).select_related("project")
)


def get_series(pk: int, viewer: Viewer) -> Series:
    """One series with its project."""
    return see_or_404(viewer, Series.objects.select_related("project__organisation").filter(pk=pk).first())


def get_series_by_register_token(token: str) -> Series | None:
    """The series whose registration page this is."""
    return Series.objects.select_related("project").filter(register_token=token).first() if token else None


def get_round(pk: int, viewer: Viewer) -> Round:
    """One round with its series."""
    return see_or_404(
        viewer, Round.objects.select_related("series__project", "closed_by").filter(pk=pk).first()
    )


def get_session(pk: int, viewer: Viewer) -> Session:
    """One session with its round and series."""
    return see_or_404(viewer, _SESSION.first(pk))


_SESSION: Written[Session] = Written(lambda pk: Session.objects.select_related(UP, "group").filter(pk=pk))


def get_planned(pk: int, viewer: Viewer) -> Session:
    """One session for those who plan and make sense of it; its place and guide are not for the payments office."""
    session = get_session(pk, viewer)
    if not sees_of("plans", session.round.series.project_id, viewer):
        raise NotVisible
    return session


def get_seat(pk: int, viewer: Viewer) -> Seat:
    """One seat, for its holder and for those who run its room."""
    return see_or_404(viewer, Seat.objects.select_related(f"session__{UP}").filter(pk=pk).first())


def get_item(pk: int, viewer: Viewer) -> AgendaItem:
    """One step of a run sheet."""
    return see_or_404(viewer, AgendaItem.objects.select_related(f"session__{UP}").filter(pk=pk).first())


def get_deviation(pk: int, viewer: Viewer) -> Deviation:
    """One line about where a session went another way than the guide."""
    found = Deviation.objects.select_related(f"session__{UP}").filter(pk=pk).first()
    return see_or_404(viewer, found)


def deviations_of(round: Round) -> list[Deviation]:
    """Where the sessions of a round went another way, in the order of the sessions."""
    return _DEVIATIONS(round.pk)


_DEVIATIONS: Written[Deviation] = Written(
    lambda round: (
        Deviation.objects.filter(session__round=round)
        .select_related("session", "made_by")
        .order_by("session__number", "made_at", "pk")
    )
)


def get_pack(pk: int, viewer: Viewer) -> Pack:
    """One reading pack."""
    return see_or_404(viewer, Pack.objects.select_related("round__series__project").filter(pk=pk).first())


def get_invitation_by_token(token: str) -> Invitation | None:
    """The invitation whose link this is. Whoever holds the link may see and answer it."""
    found = Invitation.objects.select_related(f"session__{UP}", "session__group", "partner")
    return found.filter(token_hash=hash_of(token)).first()

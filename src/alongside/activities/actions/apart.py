"""People go to break-out groups with the present activity, and come back: then nobody can see which group said what."""

from django.db import transaction

from alongside.activities.events import changed
from alongside.activities.models import Contribution
from alongside.kit.access import Viewer
from alongside.workshops import actions as workshops
from alongside.workshops.models import Session


@transaction.atomic
def bring_back(*, session: Session, by: Viewer) -> None:
    """Bring everybody back. What the groups said becomes what the room said; where it was said is forgotten."""
    workshops.come_together(session=session, by=by)
    _forget_where(session)


@transaction.atomic
def end_groups(*, session: Session, by: Viewer) -> None:
    """The workshop ends: whoever is apart is back, and who was with whom is forgotten."""
    if session.is_apart:
        bring_back(session=session, by=by)
    if session.split:
        workshops.forget_groups(session=session, by=by)
    _forget_where(session)


def _forget_where(session: Session) -> None:
    Contribution.objects.filter(activity__session=session, apart__gt=0).update(apart=0)
    changed(session.pk)

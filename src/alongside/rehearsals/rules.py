"""What can be rehearsed, and by whom."""

from django.utils.translation import gettext as _

from alongside.kit.access import Viewer, sees
from alongside.kit.verdict import Verdict, no
from alongside.projects.rules import may_do
from alongside.rehearsals.models import Rehearsal
from alongside.workshops.models import Session, SessionState

PEOPLE = 8


def may_rehearse(session: Session, by: Viewer) -> Verdict:
    """A session that is planned and has steps, for those who run it."""
    project = session.round.series.project
    allowed = may_do("run", project.pk, by)
    if not allowed:
        return allowed
    if project.is_rehearsal:
        return no(_("This is a rehearsal already."))
    if session.state != SessionState.PLANNED:
        return no(_("A workshop is rehearsed before it starts."))
    if not session.agenda.exists():
        return no(_("Plan a step first. Then there is something to rehearse."))
    return allowed


@sees(Rehearsal)
def sees_rehearsal(viewer: Viewer, rehearsal: Rehearsal) -> bool:
    """Those on its team: who holds the real workshop."""
    return viewer.has_role(rehearsal.session.round.series.project_id, "lead", "facilitator")

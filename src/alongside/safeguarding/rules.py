"""Who may write into the safeguarding log, and who reads it."""

from django.utils.translation import gettext as _

from alongside.kit.access import Viewer, sees
from alongside.kit.verdict import YES, Verdict, no
from alongside.projects.rules import may_do
from alongside.safeguarding.models import Concern, Step, StepKind
from alongside.workshops.models import Session

ROLE = "safeguarding"


def may_tell(session: Session, by: Viewer) -> Verdict:
    """Whoever holds workshops of the project. What they wrote they cannot open again."""
    return may_do("run", session.round.series.project_id, by)


def may_read(project_id: int, by: Viewer) -> Verdict:
    """The safeguarding lead, and nobody else: no other lead, no facilitator, analyst or auditor."""
    return YES if by.has_role(project_id, ROLE) else no(_("Only the safeguarding lead reads this."))


def may_add_step(concern: Concern, by: Viewer) -> Verdict:
    """Until it is closed."""
    allowed = may_read(concern.project_id, by)
    if allowed and concern.closed_at is not None:
        return no(_("This is closed. Open it again to add something."))
    return allowed


def may_close(concern: Concern, by: Viewer) -> Verdict:
    """When a decision is written down, and who told us knows that it was passed on."""
    allowed = may_add_step(concern, by)
    if not allowed:
        return allowed
    kinds = set(concern.steps.values_list("kind", flat=True))
    if StepKind.DECISION not in kinds:
        return no(_("Write down the decision first, and why."))
    if not concern.is_told and StepKind.TOLD not in kinds:
        return no(_("Write down what you said to who told us, or why you could not."))
    return YES


@sees(Concern, Step)
def sees_concern(viewer: Viewer, thing: Concern | Step) -> bool:
    """The safeguarding lead of the project."""
    concern = thing if isinstance(thing, Concern) else thing.concern
    return bool(may_read(concern.project_id, viewer))

"""Writing down where a parallel session goes another way than its round's guide: what, who, and why if they like."""

from django.db import transaction
from django.utils import timezone

from alongside.kit.access import Viewer
from alongside.kit.audit import record
from alongside.workshops import rules
from alongside.workshops.models import AgendaItem, Deviation, Differs, Session, SessionState


def follows_guide(session: Session) -> bool:
    """Whether what is changed now differs from a shared guide.

    The session whose guide it is changes the guide itself until it runs; the others differ from the first change on.
    """
    if session.follows_id is not None:
        return True
    return session.state != SessionState.PLANNED and session.followers.exists()


def note_deviation(
    *,
    session: Session,
    what: Differs,
    step: str,
    by: Viewer,
    item: AgendaItem | None = None,
    guide_key: str = "",
    minutes: int = 0,
    detail: str = "",
) -> None:
    """Write it down once for each step and sort; doing more of the same changes the line. For use inside actions."""
    if not follows_guide(session):
        return
    key = guide_key or (item.guide_key if item else "")
    facts = {
        "step": step,
        "minutes": minutes,
        "detail": detail[:300],
        "guide_key": key,
        "made_at": timezone.now(),
        "made_by_id": by.account_id,
    }
    where = {"item": item} if item else {"item": None, "guide_key": key, "step": step}
    Deviation.objects.update_or_create(session=session, what=what, **where, defaults=facts)


def forget_deviation(*, item: AgendaItem, what: Differs) -> None:
    """It is as in the guide again. For use inside actions; the audit chain keeps that it was otherwise."""
    Deviation.objects.filter(item=item, what=what).delete()


@transaction.atomic
def say_why(*, deviation: Deviation, because: str, by: Viewer) -> None:
    """Say in a few words why a session went another way. Nobody has to."""
    rules.may_plan(deviation.session.round.series.project_id, by).require()
    deviation.because = because.strip()
    deviation.save(update_fields=["because"])
    record("said why it differs", deviation, by=by, content={"because": deviation.because})

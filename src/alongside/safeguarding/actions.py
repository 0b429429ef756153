"""The safeguarding log: told, opened, worked on, closed. Each is in the audit chain, never what it says."""

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from alongside.kit.access import Viewer
from alongside.kit.audit import record
from alongside.kit.errors import Refused
from alongside.kit.mail import send_later
from alongside.projects.queries import safeguarding_leads
from alongside.safeguarding import rules
from alongside.safeguarding.models import Concern, Step, StepKind
from alongside.workshops.models import Session


@transaction.atomic
def tell(
    *, session: Session, what: str, is_danger_now: bool, is_told: bool, by: Viewer, base: str = ""
) -> Concern:
    """Put a private note into the log. The safeguarding lead gets a letter that says only that one waits."""
    rules.may_tell(session, by).require()
    if not what.strip():
        raise Refused(_("Write what you heard or saw, in a sentence or two."))
    concern = Concern.objects.create(
        project=session.round.series.project,
        session=session,
        what=what.strip(),
        heard_by_id=by.account_id,  # type: ignore[misc]  # the rule saw an account
        heard_at=timezone.now(),
        is_danger_now=is_danger_now,
        is_told=is_told,
    )
    record("concern told", concern, by=by)
    _call(concern, base)
    return concern


def _call(concern: Concern, base: str) -> None:
    for account in safeguarding_leads(concern.project_id):
        with translation.override("en-gb"):
            subject = _("A private note waits for you")
            text = (
                _("Please sign in and look at the safeguarding log today.") + f"\n\n{base}/accounts/login/\n"
            )
        send_later(to=account.email, subject=subject, text=text, key=f"concern:{concern.pk}:{account.pk}")


@transaction.atomic
def open_concern(*, concern: Concern, by: Viewer) -> None:
    """Write down that it was opened, and by whom."""
    rules.may_read(concern.project_id, by).require()
    record("concern opened", concern, by=by)


@transaction.atomic
def add_step(*, concern: Concern, kind: str, text: str, by: Viewer) -> Step:
    """Write down advice, a decision, or what was said to who told us."""
    rules.may_add_step(concern, by).require()
    if not text.strip():
        raise Refused(_("Write what was done."))
    step = Step.objects.create(
        concern=concern,
        kind=StepKind(kind).value,
        text=text.strip(),
        made_by_id=by.account_id,  # type: ignore[misc]
        made_at=timezone.now(),
    )
    record("concern worked on", concern, by=by, content={"kind": step.kind})
    return step


@transaction.atomic
def close(*, concern: Concern, by: Viewer) -> None:
    """Close it."""
    rules.may_close(concern, by).require()
    concern.closed_at, concern.closed_by_id = timezone.now(), by.account_id
    concern.save(update_fields=["closed_at", "closed_by"])
    record("concern closed", concern, by=by)


@transaction.atomic
def reopen(*, concern: Concern, by: Viewer) -> None:
    """Open it again: something more came up."""
    rules.may_read(concern.project_id, by).require()
    concern.closed_at = concern.closed_by = None
    concern.save(update_fields=["closed_at", "closed_by"])
    record("concern open again", concern, by=by)

"""What may be done in first set-up, and who may take a whole series away."""

from hmac import compare_digest

from django.utils.translation import gettext as _

from alongside.kit.access import Viewer
from alongside.kit.verdict import YES, Verdict, no
from alongside.people.queries import has_accounts
from alongside.workshops.models import Series


def may_set_up(token: str, given: str) -> Verdict:
    """Only while nobody can sign in yet, and only with the token that the terminal shows."""
    if has_accounts():
        return no(_("Alongside is set up already. Please sign in."))
    if not token or not compare_digest(token.encode(), given.encode()):
        return no(_("Open the set-up link that the terminal shows. It holds a key that only you can see."))
    return YES


def may_take_away(series: Series, by: Viewer) -> Verdict:
    """Only its lead: the files hold partners' codes and words."""
    if by.has_role(series.project_id, "lead"):
        return YES
    return no(_("Only the lead of this project can save all its files."))

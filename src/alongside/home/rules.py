"""What may be done in first set-up."""

from hmac import compare_digest

from django.utils.translation import gettext as _

from alongside.kit.verdict import YES, Verdict, no
from alongside.people.queries import has_accounts


def may_set_up(token: str, given: str) -> Verdict:
    """Only while nobody can sign in yet, and only with the token that the terminal shows."""
    if has_accounts():
        return no(_("Alongside is set up already. Please sign in."))
    if not token or not compare_digest(token.encode(), given.encode()):
        return no(_("Open the set-up link that the terminal shows. It holds a key that only you can see."))
    return YES

"""How the team signs in: a code by e-mail or a passkey, then a second step for everybody who holds a role.

There are no passwords and no open sign-up: a lead invites, and the code proves the address.
"""

import secrets
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import login
from django.db import transaction
from django.http import HttpRequest

from alongside.kit.access import register_second_factor
from alongside.kit.mail import send_later
from alongside.people.models import Account

SECOND_STEPS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
DEMO_MARK = "second_step_of_the_demo"


class SignInAdapter(DefaultAccountAdapter):
    """allauth, told our rules."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: accounts are made by an invitation."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Put the letter into the outbox, so that the page answers equally fast for every address."""
        letter = self.render_mail(template_prefix, email, context)
        key = f"sign-in:{secrets.token_hex(8)}"
        with transaction.atomic():
            send_later(to=email, subject=str(letter.subject), text=str(letter.body), key=key)

    def format_email_subject(self, subject: str) -> str:
        """The subject as written, without the name of a site before it."""
        return subject


@register_second_factor
def missing_step(request: HttpRequest) -> str | None:
    """The page to go to first, or None when the second step was shown in this sign-in."""
    if settings.IS_DEMO and request.session.get(DEMO_MARK):
        return None
    if any(record.get("method") == "mfa" for record in get_authentication_records(request, request.user)):
        return None
    return "mfa_reauthenticate" if is_mfa_enabled(request.user, SECOND_STEPS) else "mfa_index"


def sign_in_for_demo(request: HttpRequest, account: Account) -> None:
    """Sign somebody in through a link that only a demonstration prints, with the second step taken as shown."""
    if not settings.IS_DEMO:
        raise PermissionError("Links that sign in are for demonstrations only.")
    login(request, account, backend=settings.AUTHENTICATION_BACKENDS[0])
    request.session[DEMO_MARK] = True


def count_as_shown(
    *, request: HttpRequest, user: Account, authenticator: Authenticator, **_rest: Any
) -> None:
    """Setting up a second step proves it: nobody is asked for it again a moment later."""
    if authenticator.type in SECOND_STEPS:
        how = {"id": authenticator.pk, "type": authenticator.type, "reauthenticated": True}
        record_authentication(request, user, "mfa", **how)


def sign_in_after_set_up(request: HttpRequest, account: Account) -> None:
    """Sign the first lead in at the end of first set-up; the second step is set up next."""
    login(request, account, backend=settings.AUTHENTICATION_BACKENDS[0])
    record_authentication(request, account, "set-up")


authenticator_added.connect(count_as_shown, dispatch_uid="people.second_step_was_set_up")

"""The demo: one sign-in link for each member of the example's made-up team, kept in the data folder.

The links exist only where `./run` loaded the example into an empty store, and sign in as nobody else.
"""

import json
import os
import secrets
from hmac import compare_digest
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from alongside.people.models import Account
from alongside.projects.models import Project, Role, RoleName
from alongside.workshops.models import Session

TEAM = (RoleName.LEAD, RoleName.FACILITATOR, RoleName.PAYMENTS, RoleName.AUDITOR)


def start_demo() -> None:
    """Give the example's project a made-up team where it has none, and each member a sign-in link."""
    with transaction.atomic():
        for project in Project.objects.all():
            for role in TEAM:
                _member(project, role)
    emails = (
        Account.objects.filter(is_active=True, roles__isnull=False)
        .order_by("pk")
        .values_list("email", flat=True)
    )
    _keep({secrets.token_urlsafe(16): email for email in dict.fromkeys(emails)})
    settings.IS_DEMO = True


def _member(project: Project, role: RoleName) -> None:
    """One made-up account for a role that nobody holds yet."""
    if not Role.objects.filter(project=project, role=role).exists():
        account = Account.objects.create_user(f"{role}@demo.example", shown_as=str(role.label).capitalize())
        Role.objects.create(project=project, account=account, role=role)


def account_for(token: str) -> Account | None:
    """The made-up account that a demo link signs in, or None."""
    email = next(
        (email for known, email in _links().items() if compare_digest(known.encode(), token.encode())), None
    )
    return None if email is None else Account.objects.filter(email=email, is_active=True).first()


def sign_in_paths() -> list[tuple[str, str]]:
    """(who, path) for each demo link; empty where there is no demo."""
    shown = dict(Account.objects.filter(is_active=True).values_list("email", "shown_as"))
    return [
        (shown[email] or email, reverse("home:demo_in", args=[token]))
        for token, email in _links().items()
        if email in shown
    ]


def open_door_path() -> str:
    """The link of the newest session whose door is open, or nothing."""
    session = Session.objects.filter(is_door_open=True).exclude(link_token=None).order_by("-pk").first()
    return "" if session is None else reverse("workshops:door_link", args=[session.link_token])


def _path() -> Path:
    return settings.DATA_DIR / "demo.json"


def _links() -> dict[str, str]:
    """Token → e-mail address."""
    return dict(json.loads(_path().read_text(encoding="utf-8"))) if _path().exists() else {}


def _keep(links: dict[str, str]) -> None:
    """Write the links where only the server's own account reads them."""
    with os.fdopen(
        os.open(_path(), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
    ) as kept:
        json.dump(links, kept)

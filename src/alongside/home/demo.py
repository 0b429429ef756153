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

from alongside.kit.access import Viewer
from alongside.people.models import Account
from alongside.projects.models import Project, Role, RoleName
from alongside.workshops.actions import open_door, set_facilitators
from alongside.workshops.models import Session, SessionState

TEAM = (
    ("lead", RoleName.LEAD),
    ("facilitator-a", RoleName.FACILITATOR),
    ("facilitator-b", RoleName.FACILITATOR),
    ("payments", RoleName.PAYMENTS),
    ("auditor", RoleName.AUDITOR),
)


def start_demo() -> None:
    """Give projects without a team a made-up one with sign-in links, and open the door of workshops still to come."""
    with transaction.atomic():
        team = {name: _member(name) for name, _role in TEAM}
        for project in Project.objects.filter(team=None):
            Role.objects.bulk_create(
                Role(project=project, account=team[name], role=role) for name, role in TEAM
            )
            _open_doors(project, [team["facilitator-a"], team["facilitator-b"]])
    _keep({secrets.token_urlsafe(16): account.email for account in team.values()})
    settings.IS_DEMO = True


def _member(name: str) -> Account:
    """One made-up account, the same in every project."""
    email = f"{name}@demo.example"
    shown_as = name.replace("-", " ").capitalize().replace(" a", " A").replace(" b", " B")
    return Account.objects.filter(email=email).first() or Account.objects.create_user(
        email, shown_as=shown_as
    )


def _open_doors(project: Project, facilitators: list[Account]) -> None:
    """Two facilitators and an open door for each planned session, so that a phone can join at once."""
    by = Viewer(account_id=facilitators[0].pk, roles={project.pk: frozenset({RoleName.FACILITATOR.value})})
    planned = Session.objects.filter(round__series__project=project, state=SessionState.PLANNED)
    for session in planned.select_related("round__series"):
        set_facilitators(session=session, accounts=facilitators, by=by)
        open_door(session=session, by=by)


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

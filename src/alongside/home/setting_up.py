"""The key of first set-up: made when nobody can sign in yet, shown in the terminal, gone after set-up."""

import os
import secrets

from django.conf import settings
from django.urls import reverse

from alongside.people.queries import has_accounts


def token() -> str:
    """The key, or nothing."""
    path = settings.DATA_DIR / "setup.token"
    return path.read_text(encoding="utf-8").strip() if path.exists() else ""


def set_up_path() -> str:
    """The link to first set-up; empty once somebody can sign in. Makes the key when there is none."""
    if has_accounts():
        return ""
    if not token():
        path = settings.DATA_DIR / "setup.token"
        with os.fdopen(
            os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
        ) as kept:
            kept.write(secrets.token_urlsafe(18))
    return f"{reverse('home:setup')}?key={token()}"


def forget() -> None:
    """Throw the key away."""
    (settings.DATA_DIR / "setup.token").unlink(missing_ok=True)

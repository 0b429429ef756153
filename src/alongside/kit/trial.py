"""Run by the drill in a process of its own: `python -m alongside.kit.trial`, the erased keys on its
input.

Opens the copy as a server would, signs the first account in, reads a page and every kind of sealed words.
"""

import json
import os
import sys
import uuid


def main() -> int:
    """Try the copy in DATA_DIR; print what was found as one line of JSON."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")
    import django

    django.setup()
    _bring_up_to_date()
    from alongside.kit.keys import erasing

    again = erasing.keep_erased({uuid.UUID(key) for key in json.load(sys.stdin)})
    read, gone = _read_words()
    answers = _visit()
    told = [
        f"Opened: {read} pieces of own words can be read, {gone} were erased and stay so "
        f"({again} erased again).",
        *(f"Page {page}: answered {status}." for page, status in answers.items()),
    ]
    is_good = all(status < 400 for status in answers.values())
    told.append("The drill passed." if is_good else "The drill failed.")
    sys.stdout.write(json.dumps({"is_good": is_good, "told": told}) + "\n")
    return 0


def _bring_up_to_date() -> None:
    from django.core.management import call_command

    for alias in ("keys", "default"):
        call_command("migrate", database=alias, interactive=False, verbosity=0)


def _read_words() -> tuple[int, int]:
    """How many sealed items can be read, and how many were erased."""
    from alongside.kit.words.census import count_readable

    return count_readable()


def _visit() -> dict[str, int]:
    """Look at the front page as anybody, and at the own page as the first account."""
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.test import Client
    from django.urls import reverse

    settings.ALLOWED_HOSTS = ["*"]
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    client = Client(raise_request_exception=False)
    answers = {"front": client.get(reverse("home:front")).status_code}
    account = get_user_model().objects.filter(is_active=True).order_by("pk").first()
    if account is not None:
        client.force_login(account)
        answers["own day"] = client.get(reverse("home:day")).status_code
    return answers


if __name__ == "__main__":
    sys.exit(main())

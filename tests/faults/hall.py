"""Run in a process of its own: brings an empty store up to date and opens a session with 40 seats in it."""

import json
import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")
import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.utils import timezone  # noqa: E402

SEATS = 40


def main() -> None:
    for alias in ("keys", "default"):
        call_command("migrate", database=alias, interactive=False, verbosity=0)
    from alongside.activities.models import Activity
    from alongside.config import world
    from alongside.workshops.models import Seat
    from alongside.workshops.seats import hash_of, new_secret

    side = world.build().a
    secrets, now = [new_secret() for _ in range(SEATS)], timezone.now()
    for number, secret in enumerate(secrets):
        Seat.objects.create(
            session_id=side.ids["session.workers"],
            token_hash=hash_of(secret),
            room_name=f"Green Kettle {number}",
            admitted_at=now,
            agreed_at=now,
            agreed_ways_id=side.ids["ways"],
        )
    notes = Activity.objects.get(session_id=side.ids["session.workers"], kind="open_notes")
    print(json.dumps({"activity": notes.pk, "session": side.ids["session.workers"], "secrets": secrets}))


if __name__ == "__main__":
    main()

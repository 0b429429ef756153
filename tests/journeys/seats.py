"""Run in a process of its own, on the data of a running server: fills seats of a session, and prints their secrets.

`python -m tests.journeys.seats SESSION HOW_MANY`
"""

import json
import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")
import django  # noqa: E402

django.setup()

from django.utils import timezone  # noqa: E402

from alongside.workshops.models import Seat, Session  # noqa: E402
from alongside.workshops.seats import hash_of, new_secret  # noqa: E402


def main(session_id: int, count: int) -> None:
    session, now = Session.objects.select_related("round__series").get(pk=session_id), timezone.now()
    ways = session.round.series.ways.order_by("-version").first()
    secrets = [new_secret() for _ in range(count)]
    for number, secret in enumerate(secrets):
        Seat.objects.create(
            session=session,
            token_hash=hash_of(secret),
            room_name=f"Green Kettle {number}",
            admitted_at=now,
            agreed_at=now,
            agreed_ways=ways,
        )
    print(json.dumps(secrets))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

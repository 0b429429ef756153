"""Run as a process of its own: makes a workshop with phones in the store, or counts what was kept. Prints JSON."""

import json
import sys


def main(argument: str) -> None:
    """`python -m benchmarks.made_room 200` or `… count`."""
    import django

    django.setup()
    print(json.dumps(_count() if argument == "count" else _make(int(argument))))


def _make(phones: int) -> dict[str, object]:
    from alongside.activities.live.tests.made_up import make_room
    from alongside.activities.live.who import wall_token
    from alongside.config.getting_ready import migrate
    from alongside.home.demo import sign_in_paths, start_demo
    from alongside.people.models import Account
    from alongside.projects.actions import add_role

    migrate()
    room = make_room(phones)
    start_demo()
    helper = Account.objects.get(email="facilitator-a@demo.example")
    add_role(project=room.session.round.series.project, account=helper, role="facilitator", by=room.by)
    return {
        "session": room.session.pk,
        "activity": room.activity.pk,
        "secrets": [phone.secret for phone in room.phones],
        "wall": wall_token(room.session.pk),
        "sign_in": dict(sign_in_paths())["Facilitator A"],
    }


def _count() -> dict[str, int]:
    from alongside.activities.models import Contribution
    from alongside.kit.audit.models import Entry

    return {
        "kept": Contribution.objects.count(),
        "standing": Contribution.objects.standing().count(),
        "lines": Entry.objects.filter(action="contributed").count(),
    }


if __name__ == "__main__":
    main(sys.argv[1])

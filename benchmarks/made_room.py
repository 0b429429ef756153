"""Run as a process of its own: makes a workshop with phones in the store, or counts what was kept. Prints JSON."""

import json
import sys


def main(arguments: list[str]) -> None:
    """`python -m benchmarks.made_room 200`, `… 2 7` for seven workshops, `… 2 7 poll` with another kind; `… count`."""
    import django

    django.setup()
    if arguments[0] == "count":
        made = _count(*map(int, arguments[1:]))
    elif len(arguments) == 1:
        made = _make(int(arguments[0]))
    else:
        made = [_make(int(arguments[0]), *arguments[2:]) for _ in range(int(arguments[1]))]
    print(json.dumps(made))


def _make(phones: int, kind: str = "word_cloud") -> dict[str, object]:
    from alongside.activities.live.tests.made_up import make_room
    from alongside.activities.live.who import wall_token
    from alongside.activities.registry import kind_for
    from alongside.config.getting_ready import migrate
    from alongside.home.demo import sign_in_paths, start_demo
    from alongside.people.models import Account
    from alongside.projects.actions import add_role

    migrate()
    room = make_room(phones, kind=kind, setup=dict(kind_for(kind).sample.setup))
    if not sign_in_paths():
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


def _count(*activities: int) -> dict[str, int]:
    from alongside.activities.models import Contribution
    from alongside.kit.audit.models import Entry

    kept = Contribution.objects.filter(activity__in=activities) if activities else Contribution.objects.all()
    lines = Entry.objects.filter(action="contributed")
    return {
        "kept": kept.count(),
        "standing": kept.standing().count(),
        "lines": lines.filter(
            thing__in=[f"contribution:{pk}" for pk in kept.values_list("pk", flat=True)]
        ).count(),
    }


if __name__ == "__main__":
    main(sys.argv[1:])

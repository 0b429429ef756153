"""Run as a process of its own: makes a workshop with phones in the store, or counts what was kept. Prints JSON."""

import copy
import json
import sys

BY_ACTIONS = 200


def main(arguments: list[str]) -> None:
    """`python -m benchmarks.made_room 200`, `… 2 7` for seven workshops, `… 2 7 poll` with another kind; `… count`."""
    import django

    django.setup()
    if arguments[0] == "count":
        made = _count(*map(int, arguments[1:]))
    elif arguments[0] == "answers":
        made = _answers(int(arguments[1]), int(arguments[2]))
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
    room = make_room(min(phones, BY_ACTIONS), kind=kind, setup=dict(kind_for(kind).sample.setup))
    secrets = [phone.secret for phone in room.phones] + _more_seats(room, phones - BY_ACTIONS)
    if not sign_in_paths():
        start_demo()
    helper = Account.objects.get(email="facilitator-a@demo.example")
    add_role(project=room.session.round.series.project, account=helper, role="facilitator", by=room.by)
    return {
        "session": room.session.pk,
        "activity": room.activity.pk,
        "secrets": secrets,
        "wall": wall_token(room.session.pk),
        "door": f"/j/{room.session.link_token}/",
        "sign_in": dict(sign_in_paths())["Facilitator A"],
    }


def _more_seats(room: object, count: int) -> list[str]:
    """Seats like the first one, all at once: thousands by the product's own action would take minutes."""
    from alongside.workshops.models import Seat
    from alongside.workshops.seats import hash_of, new_secret

    like, secrets, seats = room.phones[0].seat, [new_secret() for _ in range(count)], []
    for number, secret in enumerate(secrets):
        seat = Seat.objects.get(pk=like.pk) if not number else copy.copy(seats[0])
        seat._state = copy.copy(seat._state)
        seat.pk, seat.token_hash, seat.room_name = None, hash_of(secret), f"Seat {number}"
        seats.append(seat)
    Seat.objects.bulk_create(seats, batch_size=500)
    return secrets


def _answers(activity_id: int, count: int) -> int:
    """So many answers, each of somebody else."""
    import secrets
    import uuid

    from alongside.activities.live import writing
    from alongside.activities.live.contribution import NewContribution
    from alongside.activities.models import Activity
    from alongside.activities.registry import kind_for

    activity = Activity.objects.get(pk=activity_id)
    samples = kind_for(activity.kind).sample.answers
    for start in range(0, count, 500):
        writing.keep(
            [
                NewContribution(
                    id=uuid.uuid4(),
                    activity_id=activity_id,
                    answer=samples[number % len(samples)],
                    mark=secrets.token_bytes(32),
                )
                for number in range(start, min(start + 500, count))
            ]
        )
    return count


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

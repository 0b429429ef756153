"""Run as a process of its own: a workshop with so many notes on its wall. `python -m benchmarks.made_wall 2000`"""

import json
import sys
import uuid


def main(notes: int) -> None:
    import django

    django.setup()
    from alongside.activities import actions
    from alongside.activities.live.contribution import NewContribution
    from alongside.activities.live.tests.made_up import make_room
    from alongside.activities.live.writing import keep
    from alongside.config.getting_ready import migrate
    from alongside.home.demo import sign_in_paths, start_demo
    from alongside.people.models import Account
    from alongside.projects.actions import add_role
    from alongside.workshops.seats import mark_for

    migrate()
    room = make_room(1, kind="open_notes", setup={"letters": 280})
    mark = mark_for(room.phones[0].secret, room.activity.pk)
    for start in range(0, notes, 500):
        numbers = range(start, min(start + 500, notes))
        keep([NewContribution(uuid.uuid4(), room.activity.pk, {"note": _note(n)}, mark) for n in numbers])
    actions.show_result(activity=room.activity, by=room.by)
    start_demo()
    helper = Account.objects.get(email="facilitator-a@demo.example")
    add_role(project=room.session.round.series.project, account=helper, role="facilitator", by=room.by)
    made = {
        "session": room.session.pk,
        "activity": room.activity.pk,
        "secret": room.phones[0].secret,
        "sign_in": dict(sign_in_paths())["Facilitator A"],
    }
    print(json.dumps(made))


def _note(number: int) -> str:
    """Notes of different lengths, as people write them."""
    said = "Tell us what changed, and say when you cannot. We come back when we are heard. "
    return f"{number}. " + (said * 3)[: 30 + number * 37 % 180]


if __name__ == "__main__":
    main(int(sys.argv[1]))

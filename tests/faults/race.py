"""Run in a process of its own on an empty store: many at once write to the chain and to the outbox."""

import json
import os
import threading
import time

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")
import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import DatabaseError, connection, connections, transaction  # noqa: E402

from alongside.kit.access import Viewer  # noqa: E402
from alongside.kit.audit import export_lines, head, record, verify  # noqa: E402
from alongside.kit.audit.models import Entry  # noqa: E402
from alongside.kit.keys import project_keys  # noqa: E402
from alongside.kit.mail import send_later  # noqa: E402
from alongside.kit.mail.models import Outbox  # noqa: E402
from alongside.kit.words import open_all, seal  # noqa: E402

WRITERS, ROUNDS = 8, 40


def main() -> None:
    for alias in ("keys", "default"):
        for app in ["keys"] if alias == "keys" else ["audit", "mail", "django_tasks_database"]:
            call_command("migrate", app, database=alias, interactive=False, verbosity=0)
    waits, troubles, together = [], [], threading.Barrier(WRITERS)

    def write(number):
        for turn in range(ROUNDS):
            together.wait()
            begun = time.perf_counter()
            try:
                one_round(number, turn)
            except Exception as problem:
                troubles.append(repr(problem))
            waits.append(time.perf_counter() - begun)
        connections.close_all()

    threads = [threading.Thread(target=write, args=[number]) for number in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(json.dumps(outcome(waits, troubles)))


def one_round(number, turn):
    """Everybody adds an entry, wants the same mail sent, and asks for the same new project's key."""
    project_keys.pseudonym_key(turn)
    with transaction.atomic():
        record("raced", f"x:{number}.{turn}", by=Viewer(account_id=number + 1), content={"turn": turn})
        send_later(to="w07@example.org", subject="x", text=f"round {turn}", key=f"mail:{turn}")


def outcome(waits, troubles):
    chain = verify.check(export_lines(), [head()])
    return {
        "vendor": connection.vendor,
        "entries": chain.number,
        "problems": chain.problems,
        "mails": Outbox.objects.count(),
        "readable": sum(
            text is not None for text in open_all(Outbox.objects.values_list("letter", flat=True))
        ),
        "keys": len({bytes(project_keys.pseudonym_key(turn)) for turn in range(ROUNDS)}),
        "troubles": troubles[:5],
        "longest": max(waits),
        "refused": [is_refused(change) for change in (edit, delete, cross_out)],
        "sealed": seal("x").box[:1] == b"\x01",
    }


def is_refused(change):
    try:
        with transaction.atomic():
            change()
    except DatabaseError:
        return True
    return False


def edit():
    Entry.objects.filter(number=3).update(who="account 99")


def delete():
    Entry.objects.filter(number=3).delete()


def cross_out():
    Entry.objects.filter(number=3).update(salt="", content=None, who="account 99")


if __name__ == "__main__":
    main()

"""Run in a process of its own on an empty store: a room of forty comes in at once, behind one address, by link
and by code, while somebody tries wrong codes."""

import json
import os
import threading

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")
os.environ["DEBUG"] = "yes"  # styles as they lie in the tree: none are collected here
import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connections  # noqa: E402
from django.test import Client  # noqa: E402

from alongside.kit.access import NOBODY, Viewer  # noqa: E402
from alongside.kit.audit import export_lines, head, verify  # noqa: E402
from alongside.kit.testing import checks  # noqa: E402
from alongside.methods import codes  # noqa: E402
from alongside.people.actions import make_group  # noqa: E402
from alongside.people.models import Account  # noqa: E402
from alongside.projects.actions import add_role, make_project  # noqa: E402
from alongside.projects.rules import roles_of  # noqa: E402
from alongside.workshops import actions  # noqa: E402
from alongside.workshops.models import Seat, Session  # noqa: E402

ROOM, WRONG = 40, 10_000


def main() -> None:
    for alias in ("keys", "default"):
        call_command("migrate", database=alias, interactive=False, verbosity=0)
    session = open_session()
    refused: list[str] = []
    together = threading.Barrier(ROOM + 1, timeout=60)
    phones = [
        threading.Thread(target=phone, args=(session, number, together, refused)) for number in range(ROOM)
    ]
    attacker_in: list[str] = []
    attacker = threading.Thread(target=attack, args=(together, attacker_in))
    for thread in [*phones, attacker]:
        thread.start()
    for thread in [*phones, attacker]:
        thread.join()
    names = list(Seat.objects.values_list("room_name", flat=True))
    chain = verify.check(export_lines(), [head()])
    late = Client()
    path = f"/join/?code={session.join_code}"
    form = checks.form_values(checks.parse(late.get(path).content.decode()))
    late.post(path, form)
    print(
        json.dumps(
            {
                "seats": len(names),
                "names": len(set(names)),
                "admitted": Seat.objects.exclude(admitted_at=None).count(),
                "refused": refused[:5],
                "attacker": attacker_in,
                "problems": chain.problems,
                "late_waits": Seat.objects.filter(admitted_at=None).count(),
            }
        )
    )


def open_session() -> Session:
    """A session with its door open."""
    project = make_project(key="p", name="P", by=NOBODY)
    accounts = [Account.objects.create_user(f"{n}@example.org") for n in range(2)]
    for account in accounts:
        add_role(project=project, account=account, role="lead", by=NOBODY, is_first=True)
    lead = Viewer(account_id=accounts[0].pk, roles=roles_of(accounts[0].pk))
    group = make_group(key="workers", name="Workers", one="worker", by=lead)
    series = actions.new_series(project=project, name="S", by=lead)
    actions.write_ways(series=series, clauses=[(True, "", "listen")], by=lead)
    session = actions.new_session(
        round=actions.new_round(series=series, name="R", by=lead), by=lead, group=group
    )
    actions.set_facilitators(session=session, accounts=accounts, by=lead)
    actions.open_door(session=session, by=lead)
    return session


def phone(session: Session, number: int, together: threading.Barrier, refused: list[str]) -> None:
    """One phone of the room: by link, or (every fourth) by typing the code."""
    browser = Client(REMOTE_ADDR="203.0.113.7")
    path = f"/join/?code={session.join_code}" if number % 4 == 0 else f"/j/{session.link_token}/"
    try:
        form = checks.form_values(checks.parse(browser.get(path).content.decode()))
        together.wait()
        reply = browser.post(path, form)
        if reply.status_code != 302 or "seat" not in browser.cookies:
            refused.append(f"{number}: {reply.status_code}")
    except Exception as problem:
        refused.append(f"{number}: {problem!r}")
    finally:
        connections.close_all()


def attack(together: threading.Barrier, found: list[str]) -> None:
    """Somebody tries wrong codes; the first 250 before the room's rush is over, the rest after it."""
    together.wait()
    for number in range(WRONG):
        code = codes.new_code()
        if number < 250 or number % 100 == 0:
            page = Client(REMOTE_ADDR=f"198.51.100.{number % 50}").get(f"/join/?code={code}")
            is_in = b'name="secret"' in page.content
        else:
            is_in = actions.look_up_code(typed=code) is not None
        if is_in:
            found.append(code)
    connections.close_all()


if __name__ == "__main__":
    main()

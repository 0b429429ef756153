"""Run in a process of its own on an empty store: entries are written by the first release's tables, then upgraded."""

import json
import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")
import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from alongside.kit.access import Viewer  # noqa: E402
from alongside.kit.audit import export_lines, head, record, verify  # noqa: E402
from alongside.kit.audit.models import Entry  # noqa: E402
from tests.faults.race import cross_out, delete, edit, is_refused  # noqa: E402

ENTRIES = 300


def main() -> None:
    call_command("migrate", "audit", "0001", interactive=False, verbosity=0)
    write(ENTRIES)
    before, noted = list(export_lines()), head()
    call_command("migrate", "audit", interactive=False, verbosity=0)
    after = list(export_lines())
    write(1)
    found = {
        "vendor": connection.vendor,
        "is_same": before == after,
        "entries": Entry.objects.count(),
        "problems": verify.check(export_lines(), [noted, head()]).problems,
        "refused": [is_refused(change) for change in (edit, delete, cross_out)],
    }
    print(json.dumps(found))


def write(count):
    for number in range(count):
        with transaction.atomic():
            record("agreed", f"x:{number}", by=Viewer(account_id=1), content={"turn": number})


if __name__ == "__main__":
    main()

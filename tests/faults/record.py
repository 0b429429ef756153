"""Run in a process of its own, after the fault: what the store holds, as JSON."""

import json
import os
from collections import Counter

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")
import django  # noqa: E402

django.setup()


def main() -> None:
    from django.db import connection

    from alongside.activities.kept import unpack
    from alongside.activities.models import Contribution
    from alongside.kit.audit import export_lines, head, verify
    from alongside.kit.audit.models import Entry
    from alongside.kit.db import guard
    from alongside.kit.words import open_all

    kept = list(Contribution.objects.order_by("created_at"))
    lines = Counter(Entry.objects.filter(thing__startswith="contribution:").values_list("thing", flat=True))
    numbers = dict(Entry.objects.filter(thing__startswith="contribution:").values_list("thing", "number"))
    whole = "ok"
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            whole = cursor.execute("PRAGMA integrity_check").fetchone()[0]
    words = [unpack(text).get("note", "") for text in open_all(each.answer for each in kept)]
    print(
        json.dumps(
            {
                "words": {str(each.pk): text for each, text in zip(kept, words, strict=True)},
                "lines": dict(lines),
                "numbers": numbers,
                "problems": verify.check(export_lines(), [head()]).problems,
                "integrity": whole,
                "start": guard.check_at_start(),
            }
        )
    )


if __name__ == "__main__":
    main()

"""The chain as lines of JSON, for partners to keep and to check."""

import json
from collections.abc import Iterator

from alongside.kit.audit.models import Entry
from alongside.kit.audit.verify import WITHHELD

FIELDS = ("number", "on", "who", "action", "thing", "refs", "salt", "content", "commit", "previous", "hash")
PAGE = 2_000


def export_lines(*, with_content: bool = True) -> Iterator[str]:
    """Each entry as one line of JSON. Without content, commitments stand for it (salt and content left
    blank).

    Read in pages, so no long reading holds up the database.
    """
    last = 0
    while page := list(Entry.objects.filter(number__gt=last).order_by("number")[:PAGE]):
        for entry in page:
            yield json.dumps(as_dict(entry, with_content=with_content), ensure_ascii=False) + "\n"
        last = page[-1].number


def as_dict(entry: Entry, *, with_content: bool = True) -> dict[str, object]:
    """One entry as plain values."""
    values = {name: getattr(entry, name) for name in FIELDS}
    values["on"] = entry.on.isoformat()
    if not with_content:
        values["salt"], values["content"] = WITHHELD, None
    return values

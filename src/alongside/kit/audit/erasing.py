"""Taking the content out of entries while the chain stays whole."""

from django.db import models

from alongside.kit.access import Viewer
from alongside.kit.audit.chain import name_of, record
from alongside.kit.audit.models import Entry
from alongside.kit.audit.verify import ERASED


def erase_content(thing: models.Model | str, *, by: Viewer) -> int:
    """Blank salt and content of every entry about a thing and record that, in the caller's transaction.

    The commitments stay and can no longer be guessed at. Says how many entries were blanked.
    """
    about = Entry.objects.filter(thing=name_of(thing)).filter(content__isnull=False)
    numbers = list(about.values_list("number", flat=True))
    if numbers:
        record(ERASED, thing, by=by, refs={"entries": numbers})
        Entry.objects.filter(number__in=numbers).update(salt="", content=None)
    return len(numbers)

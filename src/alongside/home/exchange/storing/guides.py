"""Storing one guide for the sessions of a round: which steps are the same, and where a session went another way."""

import datetime

from django.utils import timezone

from alongside.home.exchange.reading import Row
from alongside.home.exchange.storing.keeping import Keeping
from alongside.workshops.models import Deviation, Round, Session

HOUR = datetime.time(17)


def key_of(row: Row) -> str:
    """A step's name in the guide: as it stands in the file, or by its place where one guide is for all sessions."""
    return row.text("shared_step") or (f"step{row['step']}" if row["session"] is None else "")


def follow(keeping: Keeping) -> None:
    """Sessions of a round that have steps of one guide follow the first of them, if nothing else is known."""
    for round in Round.objects.filter(series=keeping.series):
        guided = Session.objects.filter(round=round).exclude(agenda__guide_key="").exclude(agenda=None)
        found = list(guided.order_by("number").distinct())
        if len(found) > 1 and not any(each.follows_id for each in found):
            Session.objects.filter(pk__in=[each.pk for each in found[1:]]).update(follows=found[0])


def deviations(keeping: Keeping) -> None:
    """Where sessions went another way than the guide."""
    wanted = [
        {
            "session": keeping.of("session", row["round"], row["session"]),
            "what": row["what"],
            "step": row["step"],
            "minutes": (row["more_minutes"] or 0) - (row["fewer_minutes"] or 0),
            "detail": row.text("detail"),
            "because": row.text("because"),
            "guide_key": row.text("shared_step"),
            "made_at": timezone.make_aware(datetime.datetime.combine(row["on"], HOUR)),
        }
        for row in keeping.rows("deviations.csv")
    ]
    stored = Deviation.objects.filter(session__round__series=keeping.series).select_related("session")
    keeping.keep("deviations.csv", stored, wanted, ["session", "what", "step", "guide_key"], once=["made_at"])

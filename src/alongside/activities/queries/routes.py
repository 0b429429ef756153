"""How answers came in: from people's own phones, or typed for them."""

from django.db.models import Count
from django.utils.translation import gettext as _

from alongside.activities.models import Activity, CameBy, Contribution


def how_they_came(activity: Activity) -> str:
    """How the answers came in, counted: “Of 12: 9 from phones, 2 on the phone line.” Empty when all did by phone.

    Which words came which way is not said where no names show: one card by post would name its author.
    """
    there = Contribution.objects.standing().filter(activity=activity).order_by()
    by_us = there.filter(captured_by__isnull=False)
    ways = dict(by_us.values_list("came_by").annotate(n=Count("pk")))
    if not ways:
        return ""
    total, typed = there.count(), sum(ways.values())
    parts = [_("{n} from people’s own phones").format(n=total - typed)] if total > typed else []
    named = {CameBy(way).value: str(CameBy(way).label) for way in CameBy.values}
    parts += [f"{n} {named.get(way) or _('typed for someone')}" for way, n in sorted(ways.items())]
    return _("Of {all}: {parts}.").format(all=total, parts=", ".join(parts))

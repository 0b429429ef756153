"""How answers came in: from people's own phones, or typed for them."""

from collections import Counter
from collections.abc import Sequence

from django.utils.translation import gettext as _

from alongside.activities.models import CameBy
from alongside.activities.queries.words import Said


def how_they_came(found: Sequence[Said]) -> str:
    """How the answers came in, counted: “Of 12: 9 from phones, 2 on the phone line.” Empty when all did by phone.

    Which words came which way is not said where no names show: one card by post would name its author.
    """
    ways = Counter(each.contribution.came_by for each in found if each.contribution.captured_by_id)
    typed = sum(ways.values())
    if not typed:
        return ""
    parts = [_("{n} from people’s own phones").format(n=len(found) - typed)] if len(found) > typed else []
    named = {CameBy(way).value: str(CameBy(way).label) for way in CameBy.values}
    parts += [f"{n} {named.get(way) or _('typed for someone')}" for way, n in sorted(ways.items())]
    return _("Of {all}: {parts}.").format(all=len(found), parts=", ".join(parts))

"""Showing a table by group of all sessions of a round: only through the guard, and never forgotten."""

from collections.abc import Mapping, Sequence, Set
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.activities import rules
from alongside.activities.models import Release
from alongside.activities.queries import get_pool
from alongside.kit.access import Viewer
from alongside.kit.audit import record
from alongside.kit.errors import Refused
from alongside.methods import disclosure
from alongside.workshops.models import Round


@transaction.atomic
def compare_groups(*, round: Round, key: str, by: Viewer, is_public: bool = False) -> Release:
    """Draw the table by group, for us or for everybody, if nobody's answer can be worked out from it.

    Judged against every table shown before and against what each room knows of itself; then kept in the ledger.
    """
    rules.may_compare(round, by).require()
    Round.objects.select_for_update().get(pk=round.pk)
    pool = get_pool(round, key)
    if pool.kind.picks is None:
        raise Refused(_("Only answers that pick from a list can be counted by group."))
    if len(pool.groups) < 2:
        raise Refused(_("There is nothing to compare. All rooms were for the same people."))
    k = disclosure.PUBLIC if is_public else disclosure.INSIDE
    votes, groups = pool.votes, disclosure.widest(pool.groups, pool.votes, k=k)
    before = [[set(group) for group in release.people] for release in pool.releases]
    if not disclosure.may_show_groups(groups, votes, k=k, before=before, rooms=pool.rooms):
        raise Refused(withheld())
    release = Release.objects.create(
        round=round,
        guide_key=key,
        k=k,
        people=[sorted(group) for group in groups.values()],
        lines=_lines(groups, votes, _offered(pool.setup, votes)),
        made_at=timezone.now(),
        made_by_id=by.account_id,
    )
    record("table by group shown", release, by=by, content={"step": key, "k": k}, refs={"round": round.pk})
    return release


def withheld() -> str:
    """One sentence whatever the reason: which one it was would itself tell something."""
    return _(
        "We do not show this by group just now. A group is too small, or its people said nearly the same. "
        "Somebody’s answer could be worked out. What everybody said together stands above."
    )


def _offered(setup: Mapping[str, Any], votes: Mapping[str, Sequence[str]]) -> list[str]:
    """Every answer that could be picked, in the order it was offered; those nobody picked too."""
    options = [str(option) for option in setup.get("options", ())]
    return options + sorted({pick for picks in votes.values() for pick in picks} - set(options))


def _lines(
    groups: Mapping[str, Set[Any]], votes: Mapping[str, Sequence[str]], offered: Sequence[str]
) -> list[dict[str, Any]]:
    lines = []
    for name, people in groups.items():
        counts = disclosure.count(people, votes)
        lines.append(
            {"name": name, "people": len(people), "counts": {each: counts[each] for each in offered}}
        )
    return lines

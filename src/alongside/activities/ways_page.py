"""The offer on a result page to make what it says the series' ways of working."""

from typing import Any

from alongside.activities import queries, rules
from alongside.activities.board import given
from alongside.kit.access import Viewer
from alongside.workshops.queries import newest_ways


def offer(picture: queries.Picture, viewer: Viewer) -> dict[str, Any]:
    """For the template: the clauses, who set them, and whether it may be done now. Empty where nothing is offered."""
    activity, kind = picture.activity, picture.kind
    if kind.as_ways is None or not rules.may_run(activity.session, viewer):
        return {}
    clauses = kind.as_ways(picture.result, given(activity))
    newest = newest_ways(activity.session.round.series)
    return {
        "clauses": clauses,
        "newest_ways": newest,
        "set_by": f"{activity.session.name}. {picture.base}",
        "may_adopt": rules.may_adopt_ways(activity, clauses, newest, viewer),
    }

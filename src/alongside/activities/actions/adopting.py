"""What a result says about how we work together becomes the series' own ways of working."""

from collections.abc import Sequence

from django.db import transaction

from alongside.activities import rules
from alongside.activities.actions.locking import locked
from alongside.activities.api import Clause
from alongside.activities.models import Activity
from alongside.kit.access import Viewer
from alongside.kit.audit import record
from alongside.workshops import actions as workshops
from alongside.workshops.models import WaysOfWorking
from alongside.workshops.queries import newest_ways

LONGEST = 200


@transaction.atomic
def adopt_ways(*, activity: Activity, clauses: Sequence[Clause], set_by: str, by: Viewer) -> WaysOfWorking:
    """Write a new version of the series' ways of working from a closed activity. Earlier versions stay.

    `set_by` says who set it, in counts; partners agree to it when they next come in.
    """
    activity = locked(activity)
    series = activity.session.round.series
    rules.may_adopt_ways(activity, clauses, newest_ways(series), by).require()
    ways = workshops.write_ways(
        series=series,
        clauses=[(one.is_do, one.topic, one.text) for one in clauses],
        made_with=set_by[:LONGEST],
        by=by,
    )
    record("result made ways of working", activity, by=by, refs={"ways": ways.pk})
    return ways

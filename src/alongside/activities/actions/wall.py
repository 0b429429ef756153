"""What is on the wall: results shown or hidden, words taken off and put up again."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.activities import rules
from alongside.activities.events import changed
from alongside.activities.models import Activity, Contribution
from alongside.kit.access import Viewer
from alongside.kit.audit import record
from alongside.kit.errors import Refused


@transaction.atomic
def show_result(*, activity: Activity, by: Viewer, is_as_table: bool = False) -> Activity:
    """Put the answers on the wall and on the phones: as a picture, or as a table."""
    rules.may_show(activity, by).require()
    return _show(activity, by, True, is_as_table)


@transaction.atomic
def hide_result(*, activity: Activity, by: Viewer) -> Activity:
    """Show only the question, and how many have answered."""
    rules.may_run(activity.session, by).require()
    return _show(activity, by, False, False)


def _show(activity: Activity, by: Viewer, is_shown: bool, is_as_table: bool) -> Activity:
    activity.is_shown, activity.is_as_table = is_shown, is_as_table
    activity.save(update_fields=["is_shown", "is_as_table"])
    record(
        "result shown" if is_shown else "result hidden", activity, by=by, content={"as table": is_as_table}
    )
    changed(activity.session_id)
    return activity


@transaction.atomic
def hide_words(*, contribution: Contribution, by: Viewer, because: str) -> None:
    """Take one contribution off the wall and out of the results, and write down why. It stays its author's."""
    rules.may_hide(contribution, by).require()
    _reason(because)
    contribution.hidden_at, contribution.hidden_by_id = timezone.now(), by.account_id
    contribution.hidden_because = because.strip()
    contribution.save(update_fields=["hidden_at", "hidden_by", "hidden_because"])
    record("words hidden", contribution, by=by, content={"because": because.strip()})
    changed(contribution.activity.session_id)


@transaction.atomic
def unhide(*, contribution: Contribution, by: Viewer) -> None:
    """Put hidden words up again."""
    rules.may_unhide(contribution, by).require()
    contribution.hidden_at, contribution.hidden_by_id, contribution.hidden_because = None, None, ""
    contribution.save(update_fields=["hidden_at", "hidden_by", "hidden_because"])
    record("words shown again", contribution, by=by)
    changed(contribution.activity.session_id)


@transaction.atomic
def hide_part(*, activity: Activity, part: str, by: Viewer, because: str) -> None:
    """Take one part of the picture (one word of a cloud) off the wall, whoever said it. `part` is its key."""
    rules.may_run(activity.session, by).require()
    _reason(because)
    _keep_hidden(activity, [*activity.setup.get("hidden", []), part])
    record("part hidden", activity, by=by, content={"part": part, "because": because.strip()})
    changed(activity.session_id)


@transaction.atomic
def unhide_part(*, activity: Activity, part: str, by: Viewer) -> None:
    """Put it up again."""
    rules.may_run(activity.session, by).require()
    _keep_hidden(activity, [each for each in activity.setup.get("hidden", []) if each != part])
    record("part shown again", activity, by=by, content={"part": part})
    changed(activity.session_id)


def _keep_hidden(activity: Activity, parts: list[str]) -> None:
    activity.setup = {**activity.setup, "hidden": list(dict.fromkeys(parts))}
    activity.save(update_fields=["setup"])


def _reason(because: str) -> None:
    if not because.strip():
        raise Refused(_("Say in a few words why this comes off the wall. It is written down."))

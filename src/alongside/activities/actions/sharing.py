"""One guide for the parallel sessions of a round: put into all of them, kept in step until each is run."""

import secrets

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.activities import guide, rules
from alongside.activities.actions.planning import may_show_early
from alongside.activities.events import changed
from alongside.activities.guide import Sheet, Step
from alongside.activities.models import Activity
from alongside.activities.registry import kind_for
from alongside.kit.access import Viewer
from alongside.kit.audit import record
from alongside.kit.errors import Refused
from alongside.workshops.models import AgendaItem, Session, SessionState


@transaction.atomic
def share_guide(*, session: Session, by: Viewer) -> int:
    """Put the guide of this session into every other one of its round; says into how many.

    Sessions that are planned get its steps; their own steps stay. Of sessions that have begun, steps that ask the
    same are known as the same, so that results can come together.
    """
    rules.may_share_guide(session, by).require()
    everyone = list(session.round.sessions.select_for_update(of=("self",)).order_by("number"))
    others = [each for each in everyone if each.pk != session.pk]
    lead = _named(session)
    if not lead.steps:
        raise Refused(_("This workshop has no steps yet. Plan it first, then share its guide."))
    if not others:
        raise Refused(_("This round has one workshop only. There is nobody to share the guide with."))
    Session.objects.filter(pk=session.pk).update(follows=None)
    Session.objects.filter(pk__in=[each.pk for each in others]).update(follows=session)
    for sheet in guide.sheets_of(others):
        sheet.session.follows_id = session.pk
        _know(lead, sheet)
        if sheet.session.state == SessionState.PLANNED:
            _bring_in(lead, sheet)
        changed(sheet.session.pk)
    record("guide shared", session, by=by, content={"with": len(others), "steps": len(lead.steps)})
    return len(others)


@transaction.atomic
def bring_in_guide(*, session: Session, by: Viewer) -> None:
    """Take over what changed in the guide since; what was run or changed here on purpose stays."""
    rules.may_share_guide(session, by).require()
    if session.follows is None:
        raise Refused(_("This workshop runs by its own guide."))
    if session.state == SessionState.ENDED:
        raise Refused(_("This workshop has ended. Its run sheet stays as it was."))
    [sheet] = guide.sheets_of([session])
    _bring_in(_named(session.follows), sheet)
    record("guide brought in", session, by=by, refs={"from": session.follows_id or 0})
    changed(session.pk)


def _named(session: Session) -> Sheet:
    """A session's run sheet, with a name for each of its steps."""
    [sheet] = guide.sheets_of([session])
    for step in sheet.steps:
        if not step.item.guide_key:
            step.item.guide_key = secrets.token_hex(4)
            step.item.save(update_fields=["guide_key"])
    return sheet


def _know(lead: Sheet, sheet: Sheet) -> None:
    """Steps of this session that are the same as one of the guide get its name, each once."""
    free = {key: step for key, step in lead.by_key.items() if key not in sheet.by_key}
    for step in sheet.own:
        key = next((key for key, other in free.items() if _asks_the_same(step, other)), None)
        if key is not None:
            del free[key]
            step.item.guide_key = key
            step.item.save(update_fields=["guide_key"])


def _asks_the_same(one: Step, other: Step) -> bool:
    if one.activity is None or other.activity is None:
        return one.activity is other.activity and one.item.title == other.item.title
    return (one.activity.kind, one.activity.question) == (other.activity.kind, other.activity.question)


def _bring_in(lead: Sheet, sheet: Sheet) -> None:
    """Make the steps that have not begun as the guide has them."""
    mine = sheet.by_key
    steps = [step for step in sheet.steps if step.key in lead.by_key or not step.key or step.has_begun]
    for step in sheet.steps:
        if step not in steps:
            step.item.delete()
    for key, theirs in lead.by_key.items():
        if key in mine:
            if guide.may_follow(sheet, mine[key]):
                _take_over(theirs, mine[key])
        elif not sheet.went_own_way(key, guide.Differs.LEFT_OUT):
            steps.append(_new_step(theirs, sheet.session))
    for position, step in enumerate(guide.in_order(lead, steps), 1):
        step.item.position = position
    AgendaItem.objects.bulk_update([step.item for step in steps], ["position"])


def _new_step(theirs: Step, session: Session) -> Step:
    facts = {name: getattr(theirs.item, name) for name in guide.OF_STEP}
    item = AgendaItem.objects.create(session=session, position=0, guide_key=theirs.key, **facts)
    return Step(item, _new_activity(theirs.activity, item) if theirs.activity else None)


def _new_activity(theirs: Activity, item: AgendaItem) -> Activity:
    facts = {name: getattr(theirs, name) for name in guide.OF_ACTIVITY}
    return Activity.objects.create(
        item=item,
        session=item.session,
        setup=guide.plain_setup(theirs.setup),
        is_shown=may_show_early(kind_for(theirs.kind)),
        **facts,
    )


def _take_over(theirs: Step, mine: Step) -> None:
    """The step as the guide has it now. Another kind of activity is another activity."""
    for name in guide.OF_STEP:
        setattr(mine.item, name, getattr(theirs.item, name))
    mine.item.save(update_fields=list(guide.OF_STEP))
    if mine.activity and (theirs.activity is None or theirs.activity.kind != mine.activity.kind):
        mine.activity.delete()
    elif mine.activity and theirs.activity:
        for name in guide.OF_ACTIVITY:
            setattr(mine.activity, name, getattr(theirs.activity, name))
        mine.activity.setup = guide.plain_setup(theirs.activity.setup)
        mine.activity.save(update_fields=[*guide.OF_ACTIVITY, "setup"])
        return
    if theirs.activity:
        _new_activity(theirs.activity, mine.item)

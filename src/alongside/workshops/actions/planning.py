"""Planning: series, rounds and sessions, the agenda, what is read before, and how we work together."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import models, transaction
from django.db.models import F, Max
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from alongside.kit.access import Viewer
from alongside.kit.audit import record
from alongside.kit.errors import Refused
from alongside.methods import codes
from alongside.people.models import Account
from alongside.projects.models import Project
from alongside.workshops import rules
from alongside.workshops.actions.deviating import note_deviation
from alongside.workshops.events import changed
from alongside.workshops.models import (
    AgendaItem,
    Deviation,
    Differs,
    Pack,
    Round,
    Series,
    Session,
    SessionFacilitator,
    Shows,
    WaysClause,
    WaysOfWorking,
)
from alongside.workshops.seats import new_secret


@transaction.atomic
def new_series(*, project: Project, name: str, by: Viewer, key: str = "", **facts: Any) -> Series:
    """Begin a series of workshops that build on each other."""
    rules.may_plan(project.pk, by).require()
    key = key or _free_key(name)
    series = Series.objects.create(project=project, key=key, name=name.strip(), **facts)
    record("series made", series, by=by, content={"key": key})
    return series


def _free_key(name: str) -> str:
    base = slugify(name)[:40] or "series"
    taken = set(Series.objects.filter(key__startswith=base).values_list("key", flat=True))
    return next(
        key
        for number in range(1, len(taken) + 3)
        if (key := base if number == 1 else f"{base}-{number}") not in taken
    )


@transaction.atomic
def change_series(*, series: Series, by: Viewer, **facts: Any) -> None:
    """Change what a series says about itself."""
    rules.may_plan(series.project_id, by).require()
    _change(series, facts)
    record("series changed", series, by=by, content={"fields": sorted(facts)})


@transaction.atomic
def new_round(*, series: Series, name: str, by: Viewer, purpose: str = "") -> Round:
    """Add the next round."""
    rules.may_plan(series.project_id, by).require()
    number = (series.rounds.aggregate(last=Max("number"))["last"] or 0) + 1
    made = Round.objects.create(series=series, number=number, name=name.strip(), purpose=purpose.strip())
    record("round made", made, by=by, refs={"series": series.pk})
    return made


@transaction.atomic
def change_round(*, round: Round, by: Viewer, **facts: Any) -> None:
    """Change the name or purpose of a round that is still open."""
    rules.may_plan(round.series.project_id, by).require()
    if round.closed_at:
        raise Refused(_("This round is closed, so it stays as it was."))
    _change(round, facts)
    record("round changed", round, by=by, content={"fields": sorted(facts)})


@transaction.atomic
def new_session(*, round: Round, by: Viewer, name: str = "", **facts: Any) -> Session:
    """Add a parallel session to a round, with its link and code; the door stays shut until it is opened."""
    rules.may_plan(round.series.project_id, by).require()
    if round.closed_at:
        raise Refused(_("This round is closed. Add the workshop to another round."))
    number = (round.sessions.aggregate(last=Max("number"))["last"] or 0) + 1
    name = name.strip() or _("Workshop {n}").format(n=number)
    made = Session(round=round, number=number, name=name, **facts)
    give_codes(made)
    made.save()
    record("session made", made, by=by, refs={"round": round.pk})
    return made


def give_codes(session: Session) -> None:
    """Give a session a link and a code that nobody else has; the caller saves."""
    while (
        not session.join_code
        or Session.objects.filter(join_code=session.join_code).exclude(pk=session.pk).exists()
    ):
        session.join_code = codes.new_code()
    session.link_token = session.link_token or new_secret()


@transaction.atomic
def change_session(*, session: Session, by: Viewer, **facts: Any) -> None:
    """Change when, where, how long or for whom."""
    rules.may_change_session(session, by).require()
    _change(session, facts)
    record("session changed", session, by=by, content={"fields": sorted(facts)})
    changed(session.pk)


@transaction.atomic
def set_facilitators(*, session: Session, accounts: Sequence[Account], by: Viewer) -> None:
    """Name the two who guide a session: the first leads, the second guards against missed points."""
    rules.may_change_session(session, by).require()
    if len({account.pk for account in accounts}) != len(accounts):
        raise Refused(_("Pick two different people."))
    session.facilitators.all().delete()
    SessionFacilitator.objects.bulk_create(
        [
            SessionFacilitator(session=session, account=each, position=at)
            for at, each in enumerate(accounts, start=1)
        ]
    )
    record("facilitators named", session, by=by, content={"accounts": [each.pk for each in accounts]})


@transaction.atomic
def add_agenda_item(
    *,
    session: Session,
    title: str,
    by: Viewer,
    minutes: int = 10,
    guide: str = "",
    asks: str = "",
    bring: str = "",
) -> AgendaItem:
    """Add a step at the end of the agenda."""
    rules.may_change_session(session, by).require()
    position = (session.agenda.aggregate(last=Max("position"))["last"] or 0) + 1
    item = AgendaItem.objects.create(
        session=session,
        position=position,
        title=title.strip(),
        minutes=minutes,
        guide=guide,
        asks=asks,
        bring=bring,
    )
    note_deviation(session=session, what=Differs.ADDED, step=item.title, item=item, by=by)
    record("agenda item added", item, by=by, refs={"session": session.pk})
    changed(session.pk)
    return item


@transaction.atomic
def add_opening(*, session: Session, by: Viewer) -> AgendaItem:
    """Begin a session with what we did with what was said in the round before: a step at the top of the agenda."""
    rules.may_open_with_news(session, by).require()
    item = add_agenda_item(
        session=session,
        title=_("What we did with what you said"),
        minutes=10,
        guide=_(
            "The wall and the phones show it by themselves. Read each one out: what was asked, what we answered, "
            "what changed. Say a no as fully as a yes. Then ask."
        ),
        asks=_("Is this what you meant?\nWhat did we miss?"),
        by=by,
    )
    item.shows = Shows.OPENING
    item.save(update_fields=["shows"])
    waiting = session.agenda.filter(started_at=None).exclude(pk=item.pk).order_by("position").first()
    if waiting is not None:
        session.agenda.filter(position__gte=waiting.position).update(position=F("position") + 1)
        item.position = waiting.position
        item.save(update_fields=["position"])
    return item


@transaction.atomic
def change_agenda_item(*, item: AgendaItem, by: Viewer, **facts: Any) -> None:
    """Change a step: its title, minutes, guide, questions or what to bring."""
    rules.may_change_session(item.session, by).require()
    _note_change(item, facts, by)
    _change(item, facts)
    record("agenda item changed", item, by=by, content={"fields": sorted(facts)})
    changed(item.session_id)


def _note_change(item: AgendaItem, facts: dict[str, Any], by: Viewer) -> None:
    """Where the step is one of the round's guide: write down what becomes different."""
    if not item.guide_key:
        return
    before = AgendaItem.objects.get(pk=item.pk)  # a form may have put the new words into the item already
    more = int(facts.get("minutes", before.minutes)) - before.minutes
    if more:
        note_deviation(
            session=item.session, what=Differs.LENGTH, step=before.title, item=item, minutes=more, by=by
        )
    words = [name for name in ("title", "guide", "asks", "bring") if name in facts]
    if any(facts[name] != getattr(before, name) for name in words):
        note_deviation(session=item.session, what=Differs.GUIDE, step=before.title, item=item, by=by)


@transaction.atomic
def move_agenda_item(*, item: AgendaItem, is_up: bool, by: Viewer) -> None:
    """Swap a step with its neighbour; at the end of the list nothing happens."""
    rules.may_change_session(item.session, by).require()
    others = item.session.agenda.exclude(pk=item.pk)
    side = others.filter(position__lte=item.position) if is_up else others.filter(position__gte=item.position)
    other = side.order_by("-position", "-pk").first() if is_up else side.order_by("position", "pk").first()
    if other is None:
        return
    item.position, other.position = other.position, item.position
    AgendaItem.objects.bulk_update([item, other], ["position"])
    record("agenda item moved", item, by=by, content={"position": item.position})
    changed(item.session_id)


@transaction.atomic
def remove_agenda_item(*, item: AgendaItem, by: Viewer) -> None:
    """Take out a step that has not begun and holds nobody's words."""
    rules.may_change_session(item.session, by).require()
    if item.started_at:
        raise Refused(_("This step has begun, so it stays in the record."))
    session, title, key = item.session, item.title, item.guide_key
    note_removed(item, by=by)
    try:
        with transaction.atomic():
            item.delete()
    except (models.ProtectedError, models.RestrictedError) as held:
        raise Refused(_("People have put words into this step, so it stays.")) from held
    session.agenda.filter(position__gt=item.position).update(position=F("position") - 1)
    record("agenda item removed", session, by=by, content={"title": title, "guide": key})
    changed(session.pk)


def note_removed(item: AgendaItem, *, by: Viewer) -> None:
    """A step goes off the run sheet: one of the guide is left out, one that was added is as if it never was."""
    Deviation.objects.filter(item=item).delete()
    if item.guide_key:
        note_deviation(
            session=item.session, what=Differs.LEFT_OUT, step=item.title, guide_key=item.guide_key, by=by
        )


@transaction.atomic
def write_pack(
    *,
    round: Round,
    title: str,
    text: str,
    reading_minutes: int,
    by: Viewer,
    session: Session | None = None,
    pack: Pack | None = None,
) -> Pack:
    """Write or change what partners read before a round, or before one session of it."""
    rules.may_plan(round.series.project_id, by).require()
    written = pack or Pack(round=round, session=session)
    written.title, written.text, written.reading_minutes = title.strip(), text, reading_minutes
    written.save()
    record("pack written", written, by=by, refs={"round": round.pk})
    return written


@transaction.atomic
def write_ways(
    *,
    series: Series,
    clauses: Sequence[tuple[bool, str, str]],
    by: Viewer,
    made_with: str = "",
    made_on: date | None = None,
) -> WaysOfWorking:
    """Write a new version of how we work together: (is it a do, topic, text) for each clause.

    Earlier versions stay as they were; partners are asked again when they come in.
    """
    rules.may_plan(series.project_id, by).require()
    if not clauses:
        raise Refused(_("Write at least one thing you will do."))
    version = (series.ways.aggregate(last=Max("version"))["last"] or 0) + 1
    ways = WaysOfWorking.objects.create(
        series=series, version=version, made_on=made_on or timezone.localdate(), made_with=made_with.strip()
    )
    WaysClause.objects.bulk_create(
        [
            WaysClause(ways=ways, position=at, is_do=is_do, topic=topic.strip(), text=text.strip())
            for at, (is_do, topic, text) in enumerate(clauses, start=1)
        ]
    )
    record("ways of working written", ways, by=by, content={"version": version}, refs={"series": series.pk})
    return ways


def _change(thing: models.Model, facts: dict[str, Any]) -> None:
    for field, value in facts.items():
        setattr(thing, field, value)
    if facts:
        thing.save(update_fields=list(facts))

"""Putting activities on the run sheet, before they are opened."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from alongside.activities import rules
from alongside.activities.api import ActivityKind
from alongside.activities.events import changed
from alongside.activities.models import Activity
from alongside.activities.plans import Plan
from alongside.activities.registry import kind_for
from alongside.activities.setup_cell import setup_of
from alongside.kit.access import Viewer
from alongside.kit.audit import record
from alongside.workshops.actions import add_agenda_item, note_deviation, note_removed
from alongside.workshops.models import AgendaItem, Differs, Session


@transaction.atomic
def add_activity(
    *,
    session: Session,
    kind: str,
    question: str,
    by: Viewer,
    setup: Mapping[str, Any],
    title: str = "",
    hint: str = "",
    minutes: int = 0,
    is_anonymous: bool = True,
    is_shown: bool | None = None,
    item: AgendaItem | None = None,
) -> Activity:
    """Put an activity on the run sheet: at its end, or in the place of an item that has none yet.

    Its answers show as they come, unless the kind hides them until the end or `is_shown` is False.
    """
    rules.may_plan(session, by).require()
    chosen = kind_for(kind)
    if item is None:
        item = add_agenda_item(
            session=session, title=title or str(chosen.name), minutes=minutes or chosen.minutes, by=by
        )
    activity = Activity.objects.create(
        item=item,
        session=session,
        kind=kind,
        question=question,
        hint=hint,
        setup=dict(setup),
        is_anonymous=is_anonymous,
        is_shown=may_show_early(chosen) and is_shown is not False,
    )
    record(
        "activity added",
        activity,
        by=by,
        content={"kind": kind, "question": question},
        refs={"session": session.pk},
    )
    changed(session.pk)
    return activity


def may_show_early(kind: ActivityKind) -> bool:
    """Kinds with stages hold back the answers of a stage by themselves."""
    return bool(kind.stages) or not kind.hides_early


@transaction.atomic
def change_activity(
    *,
    activity: Activity,
    question: str,
    by: Viewer,
    setup: Mapping[str, Any],
    title: str = "",
    hint: str = "",
    minutes: int = 0,
    is_anonymous: bool = True,
) -> Activity:
    """Change question and set-up, as long as it was never opened."""
    rules.may_change(activity, by).require()
    _note_change(activity, question, dict(setup), is_anonymous, by)
    activity.question, activity.hint = question, hint
    activity.setup, activity.is_anonymous = dict(setup), is_anonymous
    activity.save(update_fields=["question", "hint", "setup", "is_anonymous"])
    activity.item.title, activity.item.minutes = (
        title or activity.item.title,
        minutes or activity.item.minutes,
    )
    activity.item.save(update_fields=["title", "minutes"])
    record("activity changed", activity, by=by, content={"kind": activity.kind, "question": question})
    changed(activity.session_id)
    return activity


def _note_change(
    activity: Activity, question: str, setup: dict[str, Any], is_anonymous: bool, by: Viewer
) -> None:
    """Where its step is one of the round's guide: write down that this workshop asks in another way."""
    item = activity.item
    about = {"session": activity.session, "step": item.title, "item": item, "by": by}
    if item.guide_key and question != activity.question:
        note_deviation(what=Differs.QUESTION, detail=f"{activity.question} → {question}", **about)  # type: ignore[arg-type]
    if item.guide_key and (setup, is_anonymous) != (activity.setup, activity.is_anonymous):
        note_deviation(what=Differs.GUIDE, **about)  # type: ignore[arg-type]


@transaction.atomic
def use_plan(*, session: Session, plan: Plan, by: Viewer) -> None:
    """Put every step of a ready-made plan on the run sheet, after what is there already; all of it or nothing."""
    rules.may_plan(session, by).require()
    for step in plan.steps:
        item = add_agenda_item(
            session=session,
            title=step.title,
            minutes=step.minutes,
            guide=step.guide,
            asks=step.asks,
            bring=step.bring,
            by=by,
        )
        if step.kind:
            add_activity(
                session=session,
                item=item,
                kind=step.kind,
                question=step.question,
                hint=step.hint,
                setup=setup_of(step.kind, step.setup),
                is_anonymous=step.names != "shown",
                by=by,
            )
    record("plan used", session, by=by, content={"plan": plan.key})


@transaction.atomic
def remove_activity(*, activity: Activity, by: Viewer) -> None:
    """Take an activity that was never opened off the run sheet."""
    rules.may_change(activity, by).require()
    record(
        "activity removed", activity, by=by, content={"kind": activity.kind, "question": activity.question}
    )
    changed(activity.session_id)
    note_removed(activity.item, by=by)
    activity.item.delete()

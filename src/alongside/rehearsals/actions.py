"""A rehearsal begins, and is deleted with everything in it."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from alongside.activities.models import Activity, Contribution, GivenPicture
from alongside.facilitation.models import Aside, Parked
from alongside.kit.access import NOBODY, Viewer
from alongside.kit.audit import record
from alongside.kit.words import Sealed, erase_all
from alongside.people.models import Account
from alongside.projects.models import Project
from alongside.recommendations.models import Check, Recommendation, Telling
from alongside.rehearsals import rules
from alongside.rehearsals.copying import copy_session, seat_people
from alongside.rehearsals.models import Rehearsal
from alongside.resources.models import Resource, Version
from alongside.safeguarding.models import Concern
from alongside.workshops.models import Series, Session

LONGEST = timedelta(hours=6)
AFTER_THE_END = timedelta(minutes=10)


@transaction.atomic
def begin(*, session: Session, by: Viewer, people: int = rules.PEOPLE) -> Rehearsal:
    """Copy a planned session and let simulated people take seats in it. An earlier rehearsal of mine ends."""
    rules.may_rehearse(session, by).require()
    for earlier in Rehearsal.objects.filter(of=session, begun_by=by.account_id):
        _delete(earlier)
    account = Account.objects.get(pk=by.account_id or 0)
    copied = copy_session(session, account)
    rehearsal = Rehearsal.objects.create(
        session=copied,
        of=session,
        begun_by=account,
        begun_at=timezone.now(),
        secrets=seat_people(copied, people),
    )
    record("rehearsal begun", session, by=by, content={"people": people})
    clear_away.using(run_after=timezone.now() + LONGEST).enqueue(rehearsal.pk)
    return rehearsal


@transaction.atomic
def finish(*, rehearsal: Rehearsal, by: Viewer) -> None:
    """End it and delete everything in it, now."""
    record("rehearsal over", rehearsal.of, by=by)
    _delete(rehearsal)


@task()
def clear_away(pk: int) -> None:
    """Delete a rehearsal that ended, or was forgotten."""
    with transaction.atomic():
        rehearsal = (
            Rehearsal.objects.select_related("session__round__series__project", "of").filter(pk=pk).first()
        )
        if rehearsal is not None:
            finish(rehearsal=rehearsal, by=NOBODY)


def _delete(rehearsal: Rehearsal) -> None:
    """Rows that hold others first; then the project. A safety note told in a rehearsal is real, so it is kept."""
    project = Project.objects.get(pk=rehearsal.session.round.series.project_id)
    if not project.is_rehearsal:  # never anything else, whatever a row says
        raise ValueError("This project is not a rehearsal.")
    boxes = _words_in(project)
    Concern.objects.filter(project=project).update(
        project=rehearsal.of.round.series.project_id, session=rehearsal.of
    )
    Recommendation.objects.filter(round__series__project=project).delete()
    GivenPicture.objects.filter(activity__session__round__series__project=project).delete()
    Contribution.objects.filter(activity__session__round__series__project=project).delete()
    Version.objects.filter(resource__series__project=project).delete()
    Resource.objects.filter(series__project=project).delete()
    Session.objects.filter(round__series__project=project).delete()
    Series.objects.filter(project=project).delete()
    project.delete()
    erase_all(boxes)


def _words_in(project: Project) -> list[Sealed]:
    """Everything sealed in it, so that its keys go too."""
    within = {"session__round__series__project": project}
    found = [
        Contribution.objects.filter(activity__session__round__series__project=project).values_list("answer"),
        GivenPicture.objects.filter(activity__session__round__series__project=project).values_list(
            "small", "large"
        ),
        Activity.objects.filter(**within).values_list("board"),
        Aside.objects.filter(**within).values_list("text"),
        Parked.objects.filter(**within).values_list("text", "said"),
        Check.objects.filter(point__session__round__series__project=project).values_list("words"),
        Telling.objects.filter(recommendation__round__series__project=project).values_list("meant_words"),
    ]
    return [box for rows in found for row in rows for box in row if box is not None]

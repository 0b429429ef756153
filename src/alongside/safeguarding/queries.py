"""Reads of the safeguarding log, for its lead alone."""

from dataclasses import dataclass

from alongside.kit.access import Viewer, see_or_404
from alongside.kit.errors import NotVisible
from alongside.kit.words import open_all
from alongside.projects.models import Project
from alongside.projects.queries import get_project
from alongside.safeguarding import rules
from alongside.safeguarding.models import Concern, Step
from alongside.workshops.models import Session
from alongside.workshops.queries import get_planned

MOST = 200


@dataclass(frozen=True)
class Opened:
    """A concern with its words."""

    concern: Concern
    what: str
    steps: list[tuple[Step, str]]


def get_log(project_id: int, viewer: Viewer) -> tuple[Project, list[Concern]]:
    """A project with its concerns, open ones first; nothing of what they say. NotVisible for all others."""
    project = get_project(project_id, viewer)
    if not rules.may_read(project_id, viewer):
        raise NotVisible
    found = Concern.objects.filter(project=project).select_related("heard_by", "session__round")
    return project, list(found.order_by("closed_at", "-heard_at")[:MOST])


def get_concern(pk: int, viewer: Viewer) -> Concern:
    """One concern for the safeguarding lead, or NotVisible."""
    found = Concern.objects.select_related("project", "session__round", "heard_by", "closed_by")
    return see_or_404(viewer, found.filter(pk=pk).first())


def opened(concern: Concern) -> Opened:
    """Its words; whoever asks writes down that it was opened (`actions.open_concern`)."""
    steps = list(concern.steps.select_related("made_by"))
    what, *texts = open_all([concern.what, *(step.text for step in steps)])
    return Opened(concern, what or "", [(step, text or "") for step, text in zip(steps, texts, strict=True)])


def get_telling_session(pk: int, viewer: Viewer) -> Session:
    """A session about which a holder wants to say something in private."""
    session = get_planned(pk, viewer)
    if not rules.may_tell(session, viewer):
        raise NotVisible
    return session

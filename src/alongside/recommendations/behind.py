"""What stands behind a version: for each change that points at it, how many said it, and the way to their words."""

from django.urls import reverse

from alongside.kit.access import Viewer
from alongside.recommendations.models import Impact
from alongside.recommendations.queries import Ask, changes_behind
from alongside.recommendations.rules import READERS, TEAM
from alongside.recommendations.saying import guarded, voices
from alongside.resources.events import Behind
from alongside.resources.models import Version


def behind_version(version: Version, viewer: Viewer) -> list[Behind]:
    """Each change at its place. Words are only a link away for the team; for others they are counts, guarded."""
    asks = changes_behind(version)
    return [
        _behind(ask, each, viewer) for ask in asks for each in ask.impacts if each.version_id == version.pk
    ]


def _behind(ask: Ask, impact: Impact, viewer: Viewer) -> Behind:
    asked = ask.recommendation
    project_id = asked.round.series.project_id
    is_team, is_reader = viewer.has_role(project_id, *TEAM), viewer.has_role(project_id, *READERS)
    count = (voices if is_reader else guarded)(ask.voices, ask.workshops) if ask.voices else ""
    href = reverse("recommendations:thread_recommendation", args=[asked.pk]) if is_team else ""
    return Behind(impact.place, asked.title, impact.text, count, href)

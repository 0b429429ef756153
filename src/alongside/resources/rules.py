"""What may be done with resources, and who sees them."""

from django.utils.translation import gettext as _

from alongside.kit.access import Viewer, sees
from alongside.kit.verdict import YES, Verdict, no
from alongside.projects.rules import may_do, sees_of
from alongside.resources.models import Resource, Topic, Version
from alongside.workshops.models import Seat, Series

WRITERS = ("lead", "facilitator")


def may_make(series: Series, by: Viewer) -> Verdict:
    """Those who plan the series also make its resources."""
    return may_do("plan", series.project_id, by)


def may_write(version: Version, by: Viewer) -> Verdict:
    """A version can be changed until it is released."""
    allowed = may_make(version.resource.series, by)
    if allowed and version.released_on:
        return no(
            _("This version is released, so it stays as it is. Make a new version to change something.")
        )
    return allowed


def may_release(version: Version, by: Viewer) -> Verdict:
    """A version is released once, when there is something in it."""
    allowed = may_make(version.resource.series, by)
    if not allowed:
        return allowed
    if version.released_on:
        return no(_("This version is released already."))
    if not version.text.strip() and not version.link:
        return no(_("There is nothing in this version yet. Write it, or add a link to it."))
    return YES


def _sits_in(viewer: Viewer, series: Series) -> bool:
    return (
        viewer.seat_id is not None
        and Seat.objects.filter(pk=viewer.seat_id, session__round__series=series).exists()
    )


def sees_drafts(viewer: Viewer, series: Series) -> bool:
    """The team, and the partners of the series: they are made together."""
    return sees_of("project", series.project_id, viewer) or _sits_in(viewer, series)


@sees(Topic)
def sees_topic(viewer: Viewer, topic: Topic) -> bool:
    """As the series."""
    return sees_drafts(viewer, topic.series)


@sees(Resource)
def sees_resource(viewer: Viewer, resource: Resource) -> bool:
    """As the series; everybody once a version of it is released."""
    return (
        sees_drafts(viewer, resource.series) or resource.versions.filter(released_on__isnull=False).exists()
    )


@sees(Version)
def sees_version(viewer: Viewer, version: Version) -> bool:
    """Everybody once released; until then the team and the partners of the series."""
    return version.released_on is not None or sees_drafts(viewer, version.resource.series)

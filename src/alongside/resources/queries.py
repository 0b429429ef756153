"""Reads of resources and their versions."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils.text import slugify

from alongside.kit.access import Viewer, see_or_404
from alongside.resources.events import Behind, behind
from alongside.resources.models import Resource, ResourceKind, Tier, Topic, Version
from alongside.resources.sections import Section, headings_of, sections_of
from alongside.workshops.models import Series
from alongside.workshops.queries import get_series

UP = "resource__series__project"
ICONS = {
    ResourceKind.BOOKLET: "book",
    ResourceKind.SLIDES: "slides",
    ResourceKind.NARRATED: "video",
    ResourceKind.CARDS: "card",
    ResourceKind.CURRICULUM: "list",
    ResourceKind.POLICY: "paper",
    ResourceKind.OTHER: "notes",
}


@dataclass(frozen=True)
class OnShelf:
    """A resource with its newest version, and its newest released one."""

    resource: Resource
    versions: Sequence[Version]

    @property
    def newest(self) -> Version | None:
        """The newest version, released or not."""
        return self.versions[-1] if self.versions else None

    @property
    def released(self) -> Version | None:
        """The newest version that is out."""
        return next((each for each in reversed(self.versions) if each.released_on), None)

    @property
    def icon(self) -> str:
        """The drawing of its kind."""
        return ICONS[ResourceKind(self.resource.kind)]


@dataclass(frozen=True)
class Shelf:
    """The resources of one tier."""

    tier: Tier
    things: list[OnShelf]


@dataclass(frozen=True)
class Reading:
    """A version as it is read: its sections with the changes at their places, and those without a place."""

    version: Version
    sections: list[Section]
    elsewhere: list[Behind]

    @property
    def behind(self) -> int:
        """How many changes point at it."""
        return len(self.elsewhere) + sum(len(section.behind) for section in self.sections)


def library(pk: int, viewer: Viewer, kind: str = "") -> tuple[Series, list[Shelf]]:
    """The resources of a series by tier; of one kind when it is named."""
    series = get_series(pk, viewer)
    found = series.resources.prefetch_related(
        "topics", Prefetch("versions", Version.objects.order_by("number"))
    )
    things = [OnShelf(each, list(each.versions.all())) for each in found if kind in {"", each.kind}]
    shelves = [Shelf(tier, [each for each in things if each.resource.tier == tier]) for tier in Tier]
    return series, [shelf for shelf in shelves if shelf.things]


def kinds_of(series: Series) -> list[tuple[str, str]]:
    """The kinds a series has something of: (key, words)."""
    there = set(series.resources.order_by().values_list("kind", flat=True))
    return [(kind.value, str(kind.label)) for kind in ResourceKind if kind in there]


def get_resource(pk: int, viewer: Viewer) -> Resource:
    """One resource with its versions, or NotVisible."""
    found = Resource.objects.select_related("series__project").prefetch_related("versions", "topics")
    return see_or_404(viewer, found.filter(pk=pk).first())


def get_version(pk: int, viewer: Viewer) -> Version:
    """One version, or NotVisible."""
    return see_or_404(viewer, Version.objects.select_related(UP).filter(pk=pk).first())


def read(version: Version, viewer: Viewer) -> Reading:
    """A version in sections, each beside the changes that point at it."""
    sections, elsewhere = sections_of(version.text, behind(version, viewer))
    return Reading(version, sections, elsewhere)


def list_versions(series: Series) -> list[Version]:
    """All versions of a series' resources, for choosing one."""
    found = Version.objects.filter(resource__series=series).select_related("resource")
    return list(found.order_by("resource__title", "-number"))


def list_topics(series: Series) -> list[Topic]:
    """The topics of a series in order."""
    return list(series.topics.all())


def places_in(version: Version | None) -> list[str]:
    """The headings of a version: the places a change can point at."""
    return headings_of(version.text) if version else []


def free_key(series: Series, title: str) -> str:
    """A key for a new resource that no other of the series has."""
    stem = slugify(title)[:40] or "resource"
    taken = set(series.resources.order_by().values_list("key", flat=True))
    return next(
        key for n in range(1, len(taken) + 2) if (key := stem if n == 1 else f"{stem}-{n}") not in taken
    )

"""What is done to resources: made, written in versions, released."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from alongside.kit.access import Viewer
from alongside.kit.audit import record
from alongside.resources import queries, rules
from alongside.resources.models import Resource, Topic, Version
from alongside.workshops.models import Series


@transaction.atomic
def add_resource(
    *,
    series: Series,
    title: str,
    kind: str,
    tier: str,
    by: Viewer,
    licence: str = "",
    topics: Iterable[Topic] = (),
) -> Resource:
    """Begin a resource; what it says comes with its first version."""
    rules.may_make(series, by).require()
    title = title.strip()
    made = Resource.objects.create(
        series=series,
        key=queries.free_key(series, title),
        title=title,
        kind=kind,
        tier=tier,
        licence=licence.strip(),
    )
    made.topics.set(topics)
    record("resource begun", made, by=by, content={"title": title, "kind": kind, "tier": tier})
    return made


@transaction.atomic
def add_version(
    *, resource: Resource, name: str, text: str, by: Viewer, summary: str = "", link: str = ""
) -> Version:
    """Write the next version. The earlier ones stay as they are."""
    rules.may_make(resource.series, by).require()
    Resource.objects.select_for_update().get(pk=resource.pk)
    last = resource.versions.aggregate(last=Max("number"))["last"] or 0
    made = Version.objects.create(
        resource=resource,
        number=last + 1,
        name=name.strip(),
        summary=summary.strip(),
        text=text.strip(),
        link=link,
        made_by_id=by.account_id,
    )
    record("version written", made, by=by, content=_content(made), refs={"resource": resource.pk})
    return made


@transaction.atomic
def change_version(
    *, version: Version, name: str, text: str, by: Viewer, summary: str = "", link: str = ""
) -> Version:
    """Write on in a version that is not released."""
    version = Version.objects.select_for_update().select_related("resource__series").get(pk=version.pk)
    rules.may_write(version, by).require()
    version.name, version.text, version.summary, version.link = (
        name.strip(),
        text.strip(),
        summary.strip(),
        link,
    )
    version.save(update_fields=["name", "text", "summary", "link"])
    record("version changed", version, by=by, content=_content(version))
    return version


@transaction.atomic
def release(*, version: Version, by: Viewer) -> Version:
    """Put a version out for everybody. From now on it does not change."""
    version = Version.objects.select_for_update().select_related("resource__series").get(pk=version.pk)
    rules.may_release(version, by).require()
    version.released_on = timezone.localdate()
    version.save(update_fields=["released_on"])
    record("version released", version, by=by, content=_content(version))
    return version


def _content(version: Version) -> dict[str, str | int]:
    return {"number": version.number, "name": version.name, "text": version.text, "link": version.link}

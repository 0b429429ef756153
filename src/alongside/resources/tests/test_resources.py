"""Resources: written in versions, released for good, and every change beside its place."""

import pytest
from django.urls import reverse

from alongside.kit.access import Viewer
from alongside.kit.errors import Refused
from alongside.projects.rules import roles_of
from alongside.resources import actions
from alongside.resources.events import Behind
from alongside.resources.models import Version
from alongside.resources.sections import headings_of, sections_of
from alongside.workshops.models import Series

TEXT = (
    "Before.\n\n## First weeks\n\nA bit at a time.\n\n```\n## not a heading\n```\n\n## Managers\n\nThey too."
)


@pytest.fixture
def by(world):
    account = world.a.accounts["facilitator"]
    return Viewer(account_id=account, roles=roles_of(account))


@pytest.fixture
def version(world, by):
    series = Series.objects.get(pk=world.a.ids["series"])
    booklet = actions.add_resource(series=series, title="Booklet", kind="booklet", tier="all", by=by)
    return actions.add_version(resource=booklet, name="Draft 1", text=TEXT, by=by)


def test_sections_and_places():
    behind = [Behind("Managers", "m", ""), Behind("a bit at a TIME", "w", ""), Behind("nowhere", "x", "")]
    sections, left = sections_of(TEXT, behind)
    assert [section.heading for section in sections] == ["", "First weeks", "Managers"]
    assert headings_of(TEXT) == ["First weeks", "Managers"]
    assert [[each.title for each in section.behind] for section in sections] == [[], ["w"], ["m"]]
    assert [each.title for each in left] == ["x"]


def test_a_released_version_does_not_change(version, by):
    actions.release(version=version, by=by)
    with pytest.raises(Refused, match="stays as it is"):
        actions.change_version(version=version, name="Other", text="Other", by=by)
    with pytest.raises(Refused, match="released already"):
        actions.release(version=version, by=by)
    following = actions.add_version(resource=version.resource, name="Second", text="More", by=by)
    assert following.number == version.number + 1
    assert Version.objects.get(pk=version.pk).text == TEXT


def test_an_empty_version_is_not_released(version, by):
    empty = actions.add_version(resource=version.resource, name="Empty", text="", by=by)
    with pytest.raises(Refused, match="nothing in this version"):
        actions.release(version=empty, by=by)


def test_the_address_opens_for_everybody_once_it_is_out(version, by, page):
    address = reverse("resources:version", args=[version.pk])
    page.get(address, status=404)
    actions.release(version=version, by=by)
    assert "A bit at a time." in page.get(address).words


def test_what_somebody_pastes_cannot_run(version, by, page):
    nasty = "## Hi\n\n<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)>"
    actions.change_version(version=version, name="Draft 1", text=nasty, by=by)
    actions.release(version=version, by=by)
    seen = page.get(reverse("resources:version", args=[version.pk]))
    assert not [link for link in seen.links() if link.startswith("javascript")]
    assert "<script>alert" not in seen.text


def test_pages_of_the_team(version, as_facilitator, world):
    series = world.a.ids["series"]
    for name, thing in (
        ("library", series),
        ("new", series),
        ("resource", version.resource_id),
        ("new_version", version.resource_id),
        ("version_work", version.pk),
        ("change_version", version.pk),
    ):
        as_facilitator.get(reverse(f"resources:{name}", args=[thing]))
    assert as_facilitator.get(reverse("resources:version", args=[version.pk]), status=302)
    part = as_facilitator.post(
        reverse("resources:preview"), {"text": "## Hello\n\nWe did it together."}, status=200
    )
    assert "Hello" in part.text
    broken = as_facilitator.post(
        reverse("resources:new_version", args=[version.resource_id]), {"name": "x"}, status=422
    )
    assert "Write the text" in broken.words


def test_an_empty_library_says_what_to_do(world, as_facilitator):
    empty = Series.objects.create(project_id=world.a.ids["project"], key="empty", name="Nothing yet")
    assert "Nothing made yet" in as_facilitator.get(reverse("resources:library", args=[empty.pk])).words

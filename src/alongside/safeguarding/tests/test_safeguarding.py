"""The safeguarding log: told in private, read by its lead alone, in no other place."""

import pytest
from django.urls import reverse

from alongside.activities.tests.conftest import laptop, lead, room, signed_in, viewer  # noqa: F401
from alongside.kit.audit import export_lines
from alongside.kit.audit.models import Entry
from alongside.kit.errors import Refused
from alongside.kit.mail.models import Outbox
from alongside.people.models import Account
from alongside.projects.actions import add_role, invite_to_team, remove_role
from alongside.projects.models import Role
from alongside.projects.rules import roles_of
from alongside.safeguarding import actions
from alongside.safeguarding.models import Concern, Step

SECRET = "Their manager takes their wages"
TELL = {"what": SECRET, "danger": "no", "told": "no"}


@pytest.fixture
def project(room):  # noqa: F811
    return room.session.round.series.project


@pytest.fixture
def keeper(project, lead):  # noqa: F811
    """The safeguarding lead, named by the lead."""
    account = Account.objects.create_user("safe@room.example", "Safe")
    add_role(project=project, account=account, role="safeguarding", by=viewer(lead))
    return account


def told(room):  # noqa: F811
    return actions.tell(session=room.session, what=SECRET, is_danger_now=False, is_told=False, by=room.by)


def test_told_from_the_console_and_never_read_again_by_who_told(room, laptop, lead, keeper):  # noqa: F811
    run = laptop.get(reverse("activities:run", args=[room.session.pk]))
    page = reverse("safeguarding:tell", args=[room.session.pk])
    assert page in run.text
    assert "Safe. Nobody else" in laptop.get(page).words
    laptop.post(page, {"what": ""}, status=422)
    assert "safeguarding log" in laptop.post(page, TELL, follow=True).words
    concern = Concern.objects.get()
    for account in (room.account, lead):
        browser = signed_in(account)
        browser.get(reverse("safeguarding:concern", args=[concern.pk]), status=404)
        browser.get(reverse("safeguarding:log", args=[concern.project_id]), status=404)
    read = signed_in(keeper)
    assert SECRET not in read.get(reverse("safeguarding:log", args=[concern.project_id])).text
    assert SECRET in read.get(reverse("safeguarding:concern", args=[concern.pk])).words
    assert Entry.objects.get(action="concern opened").who == f"account {keeper.pk}"


def test_it_is_sealed_and_in_no_audit_line_letter_or_notes(room, keeper):  # noqa: F811
    concern = told(room)
    assert SECRET.encode() not in bytes(Concern.objects.get().what.box)
    assert SECRET not in str(list(export_lines()))
    assert Outbox.objects.get(key=f"concern:{concern.pk}:{keeper.pk}")
    room.session.refresh_from_db()
    assert SECRET not in room.session.notes


def test_worked_on_until_it_is_closed(room, keeper):  # noqa: F811
    concern, read = told(room), signed_in(keeper)
    page, close = (reverse(f"safeguarding:{name}", args=[concern.pk]) for name in ("concern", "close"))
    assert "Write down the decision first" in read.post(close, follow=True).words
    read.post(page, {"kind": "advice", "text": ""}, status=422)
    read.post(page, {"kind": "decision", "text": "Passed to the council."})
    assert "what you said to who told us" in read.post(close, follow=True).words
    read.post(page, {"kind": "told", "text": "Called them."})
    assert "Open it again" in read.post(close, follow=True).words
    concern.refresh_from_db()
    with pytest.raises(Refused, match="closed"):
        actions.add_step(concern=concern, kind="advice", text="More", by=viewer(keeper))
    read.post(close)
    assert Step.objects.count() == 2
    assert "council" not in str(list(export_lines()))


def test_a_lead_names_the_first_and_cannot_name_themselves_after(room, project, lead, keeper):  # noqa: F811
    by = viewer(lead)
    for attempt in (
        lambda: add_role(project=project, account=lead, role="safeguarding", by=by),
        lambda: invite_to_team(project=project, email=lead.email, role="safeguarding", by=by),
        lambda: remove_role(role=Role.objects.get(role="safeguarding"), by=by),
    ):
        with pytest.raises(Refused, match="safeguarding lead passes this on"):
            attempt()
    assert "safeguarding" not in roles_of(lead.pk)[project.pk]


def test_the_team_page_says_who_and_names_them(room, project, lead):  # noqa: F811
    browser = signed_in(lead)
    team = reverse("projects:team", args=[project.pk])
    assert "Nobody is named yet" in browser.get(team).words
    name = reverse("projects:name_safeguarding", args=[project.pk])
    browser.post(name, {"account": "0"}, status=404)
    assert "They alone read private notes" in browser.post(name, {"account": lead.pk}, follow=True).words
    keeper = signed_in(lead)
    assert "Safeguarding log" in keeper.get(team).words
    assert "Nothing has come in" in keeper.get(reverse("safeguarding:log", args=[project.pk])).words


def test_the_safeguarding_lead_hands_on(room, project, keeper, lead):  # noqa: F811
    by = viewer(keeper)
    with pytest.raises(Refused, match="next safeguarding lead"):
        remove_role(role=Role.objects.get(role="safeguarding"), by=by)
    add_role(project=project, account=lead, role="safeguarding", by=by)
    remove_role(role=Role.objects.get(role="safeguarding", account=keeper), by=by)


def test_nobody_named_says_so_and_keeps_the_note(room, laptop):  # noqa: F811
    page = reverse("safeguarding:tell", args=[room.session.pk])
    assert "Nobody is named for this project yet" in laptop.get(page).words
    assert "call them now" in laptop.post(page, TELL, follow=True).words
    assert Concern.objects.count() == 1

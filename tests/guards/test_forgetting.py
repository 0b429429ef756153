"""Erasing a person: what is about them goes, what counts them stays, and nobody else is touched."""

import pytest

from alongside.config import forgetting
from alongside.kit.access import NOBODY
from alongside.kit.audit import export_lines, head, verify
from alongside.kit.audit.models import Entry
from alongside.kit.errors import Refused
from alongside.kit.personal_data import Subject, export_for
from alongside.people.models import Person
from alongside.projects.actions import forget_partner
from alongside.projects.models import Partner
from alongside.projects.queries import contacts_of, person_of


@pytest.fixture
def partner(world):
    """A partner of project A whose person is known."""
    partners = Partner.objects.select_related("project").filter(project=world.a.ids["project"])
    return next(each for each in partners if person_of(each))


def about(partner):
    return export_for(Subject(person_id=person_of(partner)))


def test_contact_and_words_go_and_counts_stay(partner, world):
    assert contacts_of(partner.project_id, [partner])[partner.pk].email
    others = [each for each in Partner.objects.exclude(pk=partner.pk) if person_of(each)]
    before = [about(each) for each in others]
    counts = (Partner.objects.count(), Person.objects.count())
    assert sum(forget_partner(partner=partner, by=NOBODY).values()) > 0
    left = contacts_of(partner.project_id, [partner])[partner.pk]
    assert (left.name, left.email, left.phone, left.needs) == (None,) * 4
    assert (Partner.objects.count(), Person.objects.count()) == counts
    assert [about(each) for each in others] == before
    assert Entry.objects.get(action="partner forgotten").content is None
    assert verify.check(export_lines(), [head()]).problems == []


def test_a_partner_nobody_knows_any_more(partner):
    Partner.objects.filter(pk=partner.pk).update(pseudonym="0" * 64)
    partner.refresh_from_db()
    with pytest.raises(Refused, match="Nobody knows"):
        forget_partner(partner=partner, by=NOBODY)


def test_the_command_says_what_goes_and_stays_and_asks(partner, capsys):
    series = partner.project.series.first()
    assert forgetting.erase(partner.code.lower(), series.key, is_sure=False, ask=lambda _: "yes") == 1
    assert "Nothing was erased" in capsys.readouterr().out
    assert contacts_of(partner.project_id, [partner])[partner.pk].email
    assert forgetting.erase(partner.code, str(series.pk), is_sure=False, ask=lambda _: partner.code) == 0
    said = capsys.readouterr().out
    assert "1 × How to reach you" in said
    assert "What stays" in said
    assert not contacts_of(partner.project_id, [partner])[partner.pk].email
    with pytest.raises(ValueError, match="no partner"):
        forgetting.erase("Z99", series.key, is_sure=True)


def test_a_phones_own_link_erases_what_was_said_from_it(world, capsys):
    mine, others = world.a.seats["workers"], world.b.seats["workers"]
    link = f"https://together.example.org/me/{mine}/"
    assert world.a.canary("workers") in str(export_for(Subject(seat_secret=mine)))
    assert forgetting.erase_link(link, is_sure=False, ask=lambda _: "") == 1
    assert forgetting.erase_link(link, is_sure=False, ask=lambda _: "yes") == 0
    assert "Your answers" in capsys.readouterr().out
    assert world.a.canary("workers") not in str(export_for(Subject(seat_secret=mine)))
    assert world.b.canary("workers") in str(export_for(Subject(seat_secret=others)))
    with pytest.raises(ValueError, match="own link"):
        forgetting.erase_link("https://together.example.org/", is_sure=True)

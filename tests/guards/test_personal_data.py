"""Own words are declared, found by whom they belong to, and gone when they ask."""

import pytest

from alongside.activities.models import Contribution
from alongside.config import world
from alongside.kit import personal_data
from alongside.kit.audit import export_lines, head, verify
from alongside.kit.personal_data import Subject
from alongside.people.models import Person


def test_every_model_with_own_words_is_declared():
    assert personal_data.undeclared() == []


@pytest.mark.django_db
def test_a_phones_export_is_complete_and_pure_and_erasing_takes_all_of_it():
    built = world.build()
    mine, other = built.a, built.b
    subject = Subject(seat_secret=mine.seats["workers"])
    told = str(personal_data.export_for(subject))
    assert mine.canary("workers") in told
    assert mine.canary("managers") not in told
    assert other.canary("workers") not in told
    before = Contribution.objects.count()
    assert sum(personal_data.erase_for(subject).values()) > 0
    assert mine.canary("workers") not in str(personal_data.export_for(subject))
    assert Contribution.objects.count() == before
    assert other.canary("workers") in str(
        personal_data.export_for(Subject(seat_secret=other.seats["workers"]))
    )
    assert verify.check(export_lines(), [head()]).problems == []


@pytest.mark.django_db
def test_a_persons_details_are_exported_and_erased():
    side = world.build().a
    person = Person.objects.order_by("pk").first()
    subject = Subject(person_id=person.pk)
    assert "qz" in str(personal_data.export_for(subject))
    personal_data.erase_for(subject)
    assert "qz" not in str(personal_data.export_for(subject))
    assert side.ids["project"]

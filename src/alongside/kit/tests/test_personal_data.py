"""Personal data is found by whoever it belongs to, and by nobody else."""

import uuid

import pytest

from alongside.kit import personal_data
from alongside.kit.mail.models import Outbox
from alongside.kit.personal_data import Declaration, Subject
from alongside.kit.words import erase_all, open_all, open_words, seal

pytestmark = pytest.mark.django_db


@pytest.fixture
def declared(monkeypatch):
    monkeypatch.setattr(personal_data, "_declared", {})
    declaration = Declaration(
        model=Outbox,
        about="Mail to you",
        kept_for="until it was sent",
        find=lambda subject: Outbox.objects.filter(key__startswith=f"{subject.person_id}:"),
        tell=lambda mails: [{"text": text} for text in open_all(mail.letter for mail in mails)],
        erase=lambda mails: erase_all(mail.letter for mail in mails),
    )
    personal_data.declare(declaration)
    return declaration


def mail_to(person: uuid.UUID, text: str) -> Outbox:
    return Outbox.objects.create(key=f"{person}:{text}", letter=seal(text), language="en-gb")


def test_the_export_is_complete_and_pure(declared):
    one, other = uuid.uuid4(), uuid.uuid4()
    for text in ("first", "second"):
        mail_to(one, text)
    mail_to(other, "not yours")
    assert personal_data.export_for(Subject(person_id=one)) == {
        "Mail to you": [{"text": "first"}, {"text": "second"}]
    }
    assert personal_data.export_for(Subject(person_id=uuid.uuid4())) == {}


def test_erasing_takes_ones_own_and_leaves_the_others(declared):
    one, other = uuid.uuid4(), uuid.uuid4()
    mine, theirs = mail_to(one, "mine"), mail_to(other, "theirs")
    assert personal_data.erase_for(Subject(person_id=one)) == {"Mail to you": 1}
    assert open_words(mine.letter) is None
    assert open_words(theirs.letter) == "theirs"


def test_a_model_with_own_words_that_nobody_declared_is_named(declared):
    assert "mail.KeptLetter" in personal_data.undeclared()
    assert "mail.Outbox" not in personal_data.undeclared()
    assert "mail.KeptLetter" not in personal_data.undeclared(but=["mail.KeptLetter"])

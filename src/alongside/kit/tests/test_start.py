"""What somebody who looks after a server is told."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from alongside.kit import start
from alongside.kit.access import NOBODY
from alongside.kit.audit import record
from alongside.kit.audit.models import Head
from alongside.kit.backup import drill
from alongside.kit.keys.models import ItemKey
from alongside.kit.mail.models import KeptLetter, Outbox
from alongside.kit.words import seal

pytestmark = pytest.mark.django_db


@pytest.fixture
def well(settings, tmp_path, monkeypatch):
    """A store that somebody looks after well."""
    settings.DATA_DIR = tmp_path
    drill._note(is_good=True)
    monkeypatch.setattr("alongside.kit.keys.erasing.clear_log", lambda: True)
    KeptLetter.objects.create(letter="words")
    with transaction.atomic():
        record("said", "x:1", by=NOBODY)


def only() -> str:
    told = start.look_deeper()
    assert len(told) == 1, told
    assert told[0].endswith(".")
    return told[0]


def test_when_all_is_well_nothing_is_said(well):
    assert start.look_deeper() == []


def test_a_chain_that_was_cut(well):
    Head.objects.update(number=2)
    assert "cut" in only()


def test_words_that_lost_their_key(well):
    ItemKey.objects.all().delete()
    assert "lost their key" in only()


def test_mail_that_was_given_up(well):
    Outbox.objects.create(key="x", letter=seal("x"), language="en-gb", state=Outbox.State.FAILED)
    assert "mail" in only()


def test_a_log_that_still_holds_deleted_keys(well, monkeypatch):
    monkeypatch.setattr("alongside.kit.keys.erasing.clear_log", lambda: False)
    assert "log" in only()


def test_a_backup_that_was_never_tried(well, settings):
    (settings.DATA_DIR / drill.LAST).unlink()
    assert "No backup" in only()


def test_a_drill_long_ago_counts_even_when_newer_ones_failed(well, monkeypatch):
    drill._note(is_good=False)
    assert drill.days_since_good_drill() == 0
    assert start.look_deeper() == []
    later = timezone.now() + timedelta(days=10)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert "10 days" in only()

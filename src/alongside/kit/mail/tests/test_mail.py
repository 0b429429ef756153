"""Mail: written with the work, sent once it is saved, tried again, kept here in a demo."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core import mail as post
from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connections, transaction
from django.utils import timezone, translation
from django_tasks_db.models import DBTaskResult

from alongside.kit.keys.models import ItemKey
from alongside.kit.mail import outbox, queries, send_later
from alongside.kit.mail.models import KeptLetter, Outbox
from alongside.kit.words import open_words

CANARY = "heron-canary"
LOCMEM = "django.core.mail.backends.locmem.EmailBackend"
KEEP = "alongside.kit.mail.backend.KeepHere"


class PostIsDown(BaseEmailBackend):
    """A mail server that answers nobody."""

    def send_messages(self, email_messages):
        raise ConnectionRefusedError


def write(key="response:1:seat:2", text=f"Dear you, {CANARY}."):
    with transaction.atomic():
        return send_later(to="w07@example.org", subject="What changed", text=text, key=key)


@pytest.mark.django_db
def test_the_same_mail_is_written_once():
    assert write()
    assert not write()
    assert Outbox.objects.count() == 1
    assert DBTaskResult.objects.count() == 1


@pytest.mark.django_db
def test_a_mail_falls_with_its_transaction():
    with transaction.atomic():
        write()
        transaction.set_rollback(True)
    assert not Outbox.objects.exists()
    assert not DBTaskResult.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_mail_outside_a_transaction_is_a_bug():
    with pytest.raises(RuntimeError):
        send_later(to="w07@example.org", subject="x", text="x", key="x")


@pytest.mark.django_db
def test_nobody_reads_a_waiting_mail_in_the_database():
    write()
    with connections["default"].cursor() as cursor:
        rows = cursor.execute("SELECT * FROM mail_outbox").fetchall()
        rows += cursor.execute(f"SELECT * FROM {DBTaskResult._meta.db_table}").fetchall()
    assert CANARY.encode() not in repr(rows).encode()
    assert "w07" not in repr(rows)


@pytest.mark.django_db
def test_the_worker_sends_plain_text_in_the_language_of_the_reader(settings):
    settings.EMAIL_BACKEND = LOCMEM
    with translation.override("cy"):
        write()
    assert outbox.drain() == 1
    sent = post.outbox[0]
    assert (sent.to, sent.subject, sent.content_subtype) == (["w07@example.org"], "What changed", "plain")
    assert sent.extra_headers["Content-Language"] == "cy"
    assert Outbox.objects.get().state == Outbox.State.SENT


@pytest.mark.django_db
def test_once_it_is_sent_nobody_can_read_it_here_any_more(settings, django_capture_on_commit_callbacks):
    settings.EMAIL_BACKEND = LOCMEM
    write()
    with django_capture_on_commit_callbacks(execute=True):
        outbox.drain()
    assert open_words(Outbox.objects.get().letter) is None


@pytest.mark.django_db
def test_a_demo_keeps_the_newest_letters_only(monkeypatch):
    monkeypatch.setattr("alongside.kit.mail.backend.KEPT", 3)
    for number in range(5):
        post.send_mail(
            f"subject {number}", "text", None, ["w07@example.org"], connection=get_connection(KEEP)
        )
    assert [letter.subject for letter in queries.list_kept()] == ["subject 4", "subject 3", "subject 2"]
    assert ItemKey.objects.count() == 3


@pytest.mark.django_db
def test_a_mail_that_was_sent_is_not_sent_again(settings):
    settings.EMAIL_BACKEND = LOCMEM
    write()
    outbox.drain()
    outbox.send_one.call("response:1:seat:2")
    assert outbox.drain() == 0
    assert len(post.outbox) == 1


@pytest.mark.django_db
def test_while_the_post_is_down_the_mail_stays_and_is_tried_again_later(settings):
    settings.EMAIL_BACKEND = f"{__name__}.PostIsDown"
    write()
    outbox.drain()
    mail = Outbox.objects.get()
    assert (mail.state, mail.tries, mail.trouble) == (Outbox.State.WAITING, 1, "ConnectionRefusedError")
    assert mail.next_try_at > timezone.now()
    assert DBTaskResult.objects.filter(run_after=mail.next_try_at).count() == 1
    assert outbox.drain() == 0
    settings.EMAIL_BACKEND = LOCMEM
    Outbox.objects.update(next_try_at=timezone.now())
    outbox.drain()
    assert len(post.outbox) == 1


@pytest.mark.django_db
def test_after_many_tries_a_mail_is_given_up_and_counted(settings):
    settings.EMAIL_BACKEND = f"{__name__}.PostIsDown"
    write()
    Outbox.objects.update(tries=outbox.MOST_TRIES - 1)
    outbox.drain()
    assert (queries.count_failed(), queries.count_waiting()) == (1, 0)


def test_pauses_grow_and_stay_within_six_hours():
    pauses = [outbox.pause_after(tries) for tries in range(1, 100)]
    assert pauses[0] == timedelta(seconds=30)
    assert pauses == sorted(pauses)
    assert pauses[-1] == timedelta(hours=6)


@pytest.mark.django_db
def test_a_demo_keeps_its_mail_and_shows_it(settings, client):
    settings.EMAIL_BACKEND, settings.IS_DEMO = KEEP, True
    write()
    outbox.drain()
    assert [letter.subject for letter in queries.list_kept()] == ["What changed"]
    assert client.get("/mail/").status_code == 404
    client.force_login(get_user_model().objects.create_user("lead@demo.example"))
    page = client.get("/mail/")
    assert page.status_code == 200
    assert CANARY in page.content.decode()
    assert CANARY.encode() not in bytes(KeptLetter.objects.get().letter.box)


@pytest.mark.django_db
def test_outside_a_demo_there_is_no_such_page(settings, client):
    settings.IS_DEMO = False
    client.force_login(get_user_model().objects.create_user("lead@example.org"))
    assert client.get("/mail/").status_code == 404

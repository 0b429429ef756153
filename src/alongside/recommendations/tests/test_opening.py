"""A round opens with what we did with what was said in the one before: as it was told, and nothing that was not."""

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from alongside.activities import actions as running
from alongside.kit.errors import Refused
from alongside.kit.testing.page import PageClient
from alongside.recommendations.opening import became_of
from alongside.workshops import actions as workshops
from alongside.workshops.seats import hash_of, new_secret


@pytest.fixture
def following(loop):
    """A session of the next round, with two facilitators, that runs."""
    round = workshops.new_round(series=loop.session.round.series, name="Round 2", by=loop.by)
    session = workshops.new_session(round=round, by=loop.by)
    for position, role in enumerate(("lead", "facilitator"), 1):
        session.facilitators.create(account_id=loop.side.accounts[role], position=position)
    return session


def phone_in(session, loop):
    """A phone with a seat that agreed to how we work."""
    secret, ways = new_secret(), session.round.series.ways.first()
    session.seats.create(
        token_hash=hash_of(secret), room_name="Green Kettle", admitted_at=timezone.now(),
        agreed_at=timezone.now(), agreed_ways=ways,
    )  # fmt: skip
    browser = PageClient()
    browser.client.cookies["seat"] = secret
    return browser


def laptop_of(loop):
    browser = PageClient()
    browser.client.cookies[settings.SESSION_COOKIE_NAME] = loop.side.sessions["facilitator"]
    return browser


@pytest.mark.django_db
def test_what_was_not_told_is_owed_and_its_answer_stands_nowhere(loop):
    asked = loop.ask("Three steps to calm", words=(loop.say("Longer training"),))
    loop.answer(asked)
    opening = became_of(loop.session.round)
    assert asked.title not in str(opening.news)
    assert opening.owed >= 1
    loop.tell(asked)
    told = became_of(loop.session.round)
    assert opening.owed - told.owed == 1
    news = next(each for each in told.news if each.asked == asked.title)
    assert (news.reason, news.changes) == ("We heard you.", ())
    loop.change(asked)
    assert asked.title not in str(became_of(loop.session.round).news), "the change was not told yet"
    loop.tell(asked)
    news = next(each for each in became_of(loop.session.round).news if each.asked == asked.title)
    assert news.changes == ("The training has three steps now.",)


@pytest.mark.django_db
def test_it_is_put_at_the_top_of_the_agenda_once_and_not_in_the_first_round(loop, following):
    workshops.add_agenda_item(session=following, title="Talk", by=loop.by)
    step = workshops.add_opening(session=following, by=loop.by)
    assert following.agenda.order_by("position").first() == step
    with pytest.raises(Refused):
        workshops.add_opening(session=following, by=loop.by)
    with pytest.raises(Refused):
        workshops.add_opening(session=loop.session, by=loop.by)


@pytest.mark.django_db
def test_wall_and_phones_show_it_while_its_step_runs(loop, following):
    asked = loop.ask("Three steps to calm", words=(loop.say("Longer training"),))
    loop.answer(asked)
    workshops.add_opening(session=following, by=loop.by)
    workshops.add_agenda_item(session=following, title="Talk", by=loop.by)
    running.start_workshop(session=following, by=loop.by)
    phone, laptop = phone_in(following, loop), laptop_of(loop)
    assert phone.get(reverse("workshops:seat"), status=302).location == reverse("workshops:opening")
    owed = phone.get(reverse("workshops:opening"))
    assert "We owe you" in owed.words or "We still owe you" in owed.words
    assert "We heard you." not in owed.words
    loop.tell(asked)
    assert "We heard you." in phone.get(reverse("workshops:opening")).words
    wall = laptop.get(reverse("activities:wall", args=[following.pk]))
    assert "What we did with what you said" in wall.h1
    assert "Three steps to calm" in wall.words
    assert "We heard you." in laptop.get(reverse("workshops:opening_slides", args=[following.pk])).words
    following.refresh_from_db()
    running.go_on_to_next(session=following, by=loop.by)
    assert phone.get(reverse("workshops:seat"), status=302).location == reverse("workshops:wait")
    plan = laptop.get(reverse("workshops:plan", args=[following.pk]))
    assert "Begin with what we did since" not in plan.words

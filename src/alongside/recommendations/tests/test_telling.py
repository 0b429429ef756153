"""Telling back: everybody once for the same news, again when it changed, and nobody's anonymity for it."""

import pytest
from django.urls import reverse

from alongside.activities.actions import take_back
from alongside.kit import personal_data
from alongside.kit.access import NOBODY
from alongside.kit.audit.models import Entry
from alongside.kit.errors import NotVisible, Refused
from alongside.kit.mail.models import Outbox
from alongside.kit.personal_data import Subject
from alongside.kit.words import open_all, open_words
from alongside.people.models import Person
from alongside.projects.models import Partner
from alongside.recommendations import actions, queries, thread
from alongside.recommendations.models import Telling
from alongside.workshops.models import Seat


@pytest.fixture
def asked(loop):
    loop.words = [loop.say(f"Too much {n}") for n in range(3)]
    return loop.ask("Three steps", loop.point("Not all at once", *loop.words))


def named(loop, text):
    """Words with a room name, by the partner of the world, who wishes for e-mail."""
    seat = Seat.objects.get(pk=loop.side.ids["seat.workers"])
    Person.objects.update(reached_by="email")
    return loop.say(text, secret=loop.side.seats["workers"], seat=seat)


def test_each_author_hears_once_and_again_when_it_changed(loop, asked):
    loop.answer(asked)
    assert len(loop.tell(asked)) == 3
    with pytest.raises(Refused, match="has been told"):
        loop.tell(asked)
    loop.change(asked)
    assert len(loop.get(asked).waiting) == 3
    assert len(loop.tell(asked)) == 3
    assert Telling.objects.filter(recommendation=asked).count() == 6
    assert loop.get(asked).is_told


def test_somebody_who_comes_later_is_told_too(loop, asked):
    loop.answer(asked)
    loop.tell(asked)
    late = loop.say("Me too")
    actions.back_with(recommendation=asked, words=[late.pk], by=loop.by)
    assert not loop.get(asked).is_told
    assert [telling.contribution_id for telling in loop.tell(asked)] == [late.pk]


def test_a_name_and_a_wish_for_mail_make_a_letter(loop, asked):
    actions.back_with(recommendation=asked, words=[named(loop, "I feel swamped").pk], by=loop.by)
    loop.answer(asked)
    plan = queries.tell_plan(loop.get(asked))
    assert (len(plan.by_mail), len(plan.on_page)) == (1, 3)
    loop.tell(asked)
    letters = [open_words(mail.letter) for mail in Outbox.objects.all()]
    letter = next(each for each in letters if "I feel swamped" in each)
    assert "We heard you." in letter
    assert "Too much" not in letter, "never others' words"
    assert "http://example.org/told/" in letter


def test_without_an_address_it_waits_on_the_page(loop, asked):
    actions.back_with(recommendation=asked, words=[named(loop, "I feel swamped").pk], by=loop.by)
    Person.objects.update(email=None)
    loop.answer(asked)
    assert {telling.route for telling in loop.tell(asked)} == {"page"}
    assert not Outbox.objects.filter(key__startswith="told:").exists()


def test_the_phone_that_said_it_finds_it_and_no_other(loop, asked, page):
    loop.answer(asked)
    loop.tell(asked)
    first, second = loop.secrets[:2]
    story = queries.stories(first)[0]
    assert [str(stop.title) for stop in thread.of_story(story)][0] == "“Too much 0”"
    with pytest.raises(NotVisible):
        queries.get_story(loop.words[0].pk, asked.pk, second)
    page.client.cookies["seat"] = second
    page.get(reverse("recommendations:because_one", args=[loop.words[0].pk, asked.pk]), status=404)
    page.client.cookies["seat"] = first
    seen = page.get(reverse("recommendations:because_one", args=[loop.words[0].pk, asked.pk]))
    assert "We heard you." in seen.words
    assert "Too much 1" not in seen.words


def test_nothing_shows_before_it_is_told(loop, asked):
    loop.answer(asked)
    stops = thread.of_story(queries.stories(loop.secrets[0])[0])
    assert stops[-1].title == "The team owes an answer"
    loop.tell(asked)
    loop.change(asked)
    stops = thread.of_story(queries.stories(loop.secrets[0])[0])
    assert [stop.title for stop in stops if not stop.is_done] == ["The team owes the change"]


def test_small_numbers_of_others_are_not_said(loop, asked):
    story = queries.stories(loop.secrets[0])[0]
    assert "A few others" in str(thread.of_story(story)[1].text)
    more = [loop.say(f"Same here {n}").pk for n in range(5)]
    actions.back_with(recommendation=asked, words=more, by=loop.by)
    story = queries.stories(loop.secrets[0])[0]
    assert "7 others said this too" in str(thread.of_story(story)[1].text)


def test_seen_and_meant_say_nothing_about_who(loop, asked, page):
    loop.answer(asked)
    loop.tell(asked)
    page.client.cookies["seat"] = loop.secrets[0]
    address = reverse("recommendations:because_one", args=[loop.words[0].pk, asked.pk])
    page.get(address)
    told = Telling.objects.get(contribution=loop.words[0])
    assert told.seen_on is not None
    assert page.post(address, {"meant": "not_quite"}, status=422)
    page.post(address, {"meant": "not_quite", "words": "Slower, not shorter"})
    told.refresh_from_db()
    assert open_words(told.meant_words) == "Slower, not shorter"
    assert Entry.objects.filter(action="author answered").latest("number").who == "nobody"
    assert queries.owed(loop.by)
    assert any("not quite" in end.first for end in queries.owed(loop.by))


def test_what_was_said_about_words_goes_when_it_changes_and_with_them(loop, asked):
    loop.answer(asked)
    loop.tell(asked)
    boxes = []
    for words in ("Slower, not shorter", "Slower and in steps"):
        story = queries.stories(loop.secrets[0])[0]
        boxes.append(actions.say_meant(story=story, meant="not_quite", words=words, by=NOBODY).meant_words)
    assert open_all(boxes) == [None, "Slower and in steps"]
    told = personal_data.export_for(Subject(seat_secret=loop.secrets[0]))
    assert "Slower and in steps" in str(told)
    take_back(contribution=loop.words[0], by=NOBODY)
    assert open_all(boxes) == [None, None]
    kept = Telling.objects.get(contribution=loop.words[0])
    assert (kept.meant, kept.meant_words) == ("not_quite", None)


def test_a_letters_link_opens_one_story(loop, asked, page):
    actions.back_with(recommendation=asked, words=[named(loop, "I feel swamped").pk], by=loop.by)
    loop.answer(asked)
    told = next(each for each in loop.tell(asked) if each.route == "email")
    seen = page.get(reverse("recommendations:told", args=[queries.letter_token(told)]))
    assert "I feel swamped" in seen.words
    page.get(reverse("recommendations:told", args=["wrong"]), status=404)


def test_a_room_can_be_told_when_no_words_are_tied(loop):
    asked = loop.ask("Always there", loop.point("We need it later too"))
    loop.answer(asked)
    with pytest.raises(Refused):
        loop.tell(asked)
    actions.tell_room(recommendation=asked, room="the start of round 2", by=loop.by)
    assert loop.get(asked).is_told


def test_no_contact_is_opened_to_count(loop, asked):
    actions.back_with(recommendation=asked, words=[named(loop, "I feel swamped").pk], by=loop.by)
    loop.answer(asked)
    before = Entry.objects.count()
    queries.tell_plan(loop.get(asked))
    assert Entry.objects.count() == before
    assert Partner.objects.exists()

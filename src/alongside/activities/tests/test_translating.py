"""Words in other languages: the question on phones, and what people said, beside the original and never instead."""

import pytest
from django.urls import reverse

from alongside.activities import actions, queries
from alongside.activities.models import Contribution, Translation
from alongside.activities.queries.translations import translations_of
from alongside.activities.registry import kind_for
from alongside.kit.errors import Refused
from alongside.kit.keys.models import ItemKey
from alongside.kit.languages.spoken import NO_WORDS

SAID = "سب سے پہلے سنیں"


@pytest.fixture
def notes(room):
    return room.open(kind_for("open_notes"))


@pytest.fixture
def said(room, notes):
    """A note in Urdu."""
    room.sit("Red Umbrella")
    one = room.say(notes, "Red Umbrella", {"note": SAID})
    Contribution.objects.filter(pk=one.pk).update(language="ur")
    one.refresh_from_db()
    return one


def translated(room, said, **more):
    facts = {"language": "en-gb", "words": "Listen first", "translator": "partner", "by": room.by}
    return actions.translate(contribution=said, **(facts | more))


def test_a_phone_shows_the_question_in_its_language_and_else_the_original(room, notes, page):
    actions.say_in_other_words(activity=notes, language="cy", question="Beth yw hi?", hint="", by=room.by)
    room.sit("Red Umbrella")
    page.client.cookies["seat"] = room.secrets["Red Umbrella"]
    for language, question, shown in (("cy", "Beth yw hi?", "cy"), ("ur", notes.question, "en-gb")):
        page.client.cookies["language"] = language
        html = page.client.get(reverse("activities:answer", args=[notes.pk])).content.decode()
        assert question in html
        assert ('<h1 dir="auto">' if shown == language else f'<h1 dir="auto" lang="{shown}">') in html
    actions.say_in_other_words(activity=notes, language="cy", question="", hint="", by=room.by)
    assert notes.in_other_words == {}


def test_the_language_of_words_is_kept_and_of_a_tick_is_not(room, notes, page):
    room.sit("Blue Teapot")
    page.client.cookies["seat"] = room.secrets["Blue Teapot"]
    page.client.cookies["language"] = "cy"
    address = reverse("activities:answer", args=[notes.pk])
    page.client.post(address, {"note": "Gwrando", "language": "cy"})
    page.client.post(address, {"note": "Słuchać", "language": "pl"})
    page.client.post(address, {"note": "Hello", "language": "not one"})
    assert list(Contribution.objects.order_by("created_at").values_list("language", flat=True)) == [
        "cy",
        "pl",
        "cy",
    ]
    poll = room.open(kind_for("poll"))
    page.client.post(reverse("activities:answer", args=[poll.pk]), {"picks": "1", "language": "ur"})
    assert Contribution.objects.get(activity=poll).language == NO_WORDS


def test_a_translation_stands_beside_the_words_with_who_made_it(room, said):
    translated(room, said)
    one = queries.said([said])[0]
    assert (one.text, one.language_name) == (SAID, "اردو")
    assert [(each.text, each.who) for each in one.translations] == [("Listen first", "another partner")]


def test_a_second_one_takes_the_place_of_the_first_and_its_key_goes(room, said):
    first = translated(room, said)
    key = first.words.key_id
    translated(room, said, words="Listen before all else")
    assert [each.text for each in queries.said([said])[0].translations] == ["Listen before all else"]
    assert not ItemKey.objects.filter(pk=key).exists()


def test_the_wall_shows_it_only_when_asked(room, said, notes):
    translated(room, said)
    notes.refresh_from_db()
    assert not notes.is_translated
    translated(room, said, is_on_wall=True)
    notes.refresh_from_db()
    (one,) = queries.picture_of(notes).translations
    assert (one.text, one.translations[0].text) == (SAID, "Listen first")
    actions.drop_translation(translation=Translation.objects.get(), by=room.by)
    notes.refresh_from_db()
    assert not notes.is_translated


def test_words_taken_back_take_their_translations_along(room, said):
    box = translated(room, said).words
    actions.take_back(contribution=said, by=room.by)
    assert not Translation.objects.exists()
    assert not ItemKey.objects.filter(pk=box.key_id).exists()
    said.refresh_from_db()
    with pytest.raises(Refused):
        translated(room, said)


def test_english_words_cost_no_question_about_translations(room, notes, django_assert_num_queries):
    room.sit("Green Kettle")
    one = room.say(notes, "Green Kettle", {"note": "Listen"})
    with django_assert_num_queries(0):
        assert translations_of([one]) == {}


def test_the_desk_writes_both(room, said, notes, laptop):
    desk = laptop.client
    desk.post(
        reverse("activities:other_words", args=[notes.pk]),
        {"ur-question": "کیا؟", "easy-line_1": "Think", "easy-icon_1": "clock"},
    )
    notes.refresh_from_db()
    assert notes.in_other_words["ur"]["question"] == "کیا؟"
    assert notes.easy_read == [{"text": "Think", "icon": "clock"}]
    typed = {"language": "en-gb", "words": "Listen first", "translator": "author", "is_on_wall": "on"}
    address = reverse("activities:translate", args=[said.pk])
    desk.post(address, typed)
    assert "Listen first" in desk.get(reverse("activities:words", args=[notes.pk])).content.decode()
    desk.post(address, {"drop": "en-gb"})
    assert not Translation.objects.exists()

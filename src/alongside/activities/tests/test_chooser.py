"""Finding what fits: questions in, kinds and plans out, each with its reason in a sentence."""

import pytest
from django.urls import reverse

from alongside.activities.chooser import because, card_of, card_of_plan, why_not
from alongside.activities.plans import all_plans
from alongside.activities.registry import all_kinds, kind_for
from alongside.methods.matching import MODES, PURPOSES, SITUATIONS, Wish, fit_of


@pytest.mark.parametrize("kind", all_kinds(), ids=lambda kind: kind.key)
def test_the_facts_of_a_method_card_are_known_words(kind):
    card = kind.method
    assert set(card.purposes) <= set(PURPOSES)
    assert card.modes
    assert set(card.modes) <= set(MODES)
    assert set(card.fits) | set(card.strains) <= set(SITUATIONS)
    assert not set(card.fits) & set(card.strains)
    assert card.least_people >= 1
    assert card.most_people == 0 or card.least_people <= card.most_people
    assert 1 <= card.least_minutes <= card.most_minutes


def test_each_purpose_has_a_plan_or_a_kind():
    served = {purpose for kind in all_kinds() for purpose in kind.method.purposes}
    assert served == set(PURPOSES)
    assert all(card_of_plan(plan).purposes for plan in all_plans())


def test_the_reason_is_a_sentence():
    wish = Wish("choose", 12, 0, "online", ("power",))
    said = because(fit_of(card_of(kind_for("poll")), wish), wish)
    assert said == (
        "Because you want to choose, you are 12 people, and you meet online. Nobody is talked down in it."
    )


def test_what_does_not_fit_says_why():
    wish, card = Wish(people=2, minutes=10), card_of(kind_for("nominal_group"))
    assert why_not(fit_of(card, wish), card, wish) == (
        "It needs 5 people at least. It needs 60 minutes at least."
    )


def test_without_questions_everything_is_there(room, laptop):
    page = laptop.get(reverse("activities:activity_choose", args=[room.session.pk]))
    for thing in (*all_kinds(), *all_plans()):
        assert str(thing.name) in page.words
    assert "Because" not in page.words


def test_the_best_comes_first_with_its_reason(room, laptop):
    address = reverse("activities:activity_choose", args=[room.session.pk])
    page = laptop.get(f"{address}?purpose=warm_up&people=12&minutes=15&mode=online&situations=strangers")
    words = page.words
    assert (
        "Because you want to warm up, you are 12 people, you have 15 minutes, and you meet online." in words
    )
    assert words.index("Word cloud") < words.index("Poll")
    assert "Nominal group technique It is for something else." in words


def test_a_question_that_cannot_be_is_said_and_everything_shown(room, laptop):
    address = reverse("activities:activity_choose", args=[room.session.pk])
    page = laptop.get(f"{address}?people=minus&mode=online")
    assert "Write a whole number" in page.words
    assert all(str(kind.name) in page.words for kind in all_kinds())


def test_what_the_plan_says_can_be_used(room, laptop):
    address = reverse("activities:activity_choose", args=[room.session.pk])
    page = laptop.get(address)
    [link] = [one.get("href") for one in page.all("a") if "minutes=" in (one.get("href") or "")]
    assert laptop.get(address + link.partition("#")[0]).words.count("Because") > 3

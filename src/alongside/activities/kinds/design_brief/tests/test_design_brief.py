"""What is special about a paired design brief: one phone writes for a pair, and its three parts become one card."""

from alongside.activities.kinds.design_brief.forms import Brief, Need
from alongside.activities.kinds.design_brief.kind import KIND
from alongside.activities.kinds.design_brief.tally import DesignBriefTally

NEED = {
    "people": "2",
    "roles": ["worker", "designer"],
    "who": "A worker",
    "need": "rest",
    "because": "it is hard",
}
BRIEF = {"name": "Quiet card", "must": ["Stop the next call"], "avoid": "", "good": "It is used."}


def written(author="p", **setup):
    tally = DesignBriefTally(setup)
    tally.add("n", {**NEED, "stage": 1, "author": author})
    tally.add("i", {"idea": "A card", "stage": 2, "author": author})
    tally.add("b", {**BRIEF, "stage": 3, "author": author})
    return tally


def test_need_idea_and_brief_of_one_phone_are_one_card():
    result = written("SECRETWORD").result()
    [card] = result["cards"]
    assert (card["need"], card["idea"], card["name"]) == ("rest", "A card", "Quiet card")
    assert "SECRETWORD" not in str(result)
    assert str(KIND.table(result, {}).base) == "0 stories, myths and barriers, 1 pair, 1 brief."


def test_two_phones_are_two_pairs():
    tally = written("p")
    tally.add("n2", {**NEED, "stage": 1, "author": "q"})
    assert [bool(card["name"]) for card in tally.result()["cards"]] == [True, False]
    tally.remove("n2", {**NEED, "stage": 1, "author": "q"})
    assert len(tally.result()["cards"]) == 1


def test_what_became_of_a_brief_stands_on_its_card():
    notes = {"funding": "found", "next": "We build it."}
    [card] = written(
        list=[{"key": "x", "text": "Quiet card", "of": ["b"], "from": ["b"], "notes": notes}]
    ).result()["cards"]
    assert card["notes"] == notes


def test_the_form_shows_what_the_pair_wrote_before_on_its_own_phone_only():
    form = Brief(setup={})
    assert form.before == {}
    form.tell({}, {0: [{"kind": "story", "text": "x", "key": "s"}], 1: [{**NEED, "key": "n"}]})
    assert form.before["need"] == "rest"
    assert "kind" not in form.before


def test_a_pair_says_who_is_in_it():
    assert not Need({**NEED, "people": "1"}, setup={}).is_valid()
    assert "Tick one part" in str(Need({**NEED, "roles": []}, setup={}).errors)

"""What kinds must keep that have more than four views: notes beside the list, a view for the team, and prints."""

import pytest
from django.urls import reverse

from alongside.activities import actions, board, queries
from alongside.activities.models import Activity
from alongside.activities.registry import all_kinds, kind_for
from alongside.kit.audit.models import Entry
from alongside.kit.errors import Refused

NOTED = [kind for kind in all_kinds() if kind.notes]
FOR_TEAM = [kind for kind in all_kinds() if kind.for_team]
PRINTS = [kind for kind in all_kinds() if kind.prints]
pytestmark = pytest.mark.django_db


def named(kind):
    return kind.key


def listed(room, kind):
    """Somebody's answers up to the first stage that gives lines, and the list with a line that stands on one."""
    room.sit("Red Umbrella")
    activity = room.open(kind)
    room.say(activity, "Red Umbrella", kind.sample.answers[0])
    lines = queries.lines_of(activity)
    while not lines:
        activity = actions.next_stage(activity=activity, by=room.by)
        if kind.stage(activity.stage).answer_form is not None:
            room.say(activity, "Red Umbrella", kind.sample.later[activity.stage][0])
        lines = queries.lines_of(activity)
    heading = kind.headings[0][0] if kind.headings else ""
    item = {"key": "k1", "text": "In short", "heading": heading, "of": [lines[0].key]}
    return actions.make_list(activity=activity, items=[item], lines=lines, by=room.by)


def texts_for(kind):
    return {note.key: note.choices[0][0] if note.choices else f"Zebra {note.key}" for note in kind.notes}


@pytest.mark.parametrize("kind", NOTED, ids=named)
def test_conformance_notes_reach_whoever_said_the_words(kind, room, laptop, phone):
    """Written on the page of the list; read among one's own words, on the result page, and never kept in the clear."""
    activity = listed(room, kind)
    address = reverse("activities:listing", args=[activity.pk])
    texts = texts_for(kind)
    laptop.get(address)
    laptop.post(address, {"notes": "1"} | {f"note-k1-{key}": text for key, text in texts.items()})
    activity = Activity.objects.get(pk=activity.pk)
    assert board.list_of(activity)[0]["notes"] == texts
    assert "Zebra" not in str(Activity.objects.filter(pk=activity.pk).values())
    assert Entry.objects.filter(action="list noted").exists()
    pages = [
        phone("Red Umbrella").get(reverse("activities:my_words")),
        laptop.get(reverse("activities:result", args=[activity.pk])),
    ]
    for page in pages:
        assert all(note.words(texts[note.key]) in page.words for note in kind.notes)


@pytest.mark.parametrize("kind", NOTED, ids=named)
def test_conformance_notes_of_the_wording_fall_away_with_it(kind, room):
    """Worded anew, a line keeps the answers of the team, and loses what held only for the old words."""
    activity = listed(room, kind)
    activity = actions.note_lines(activity=activity, notes={"k1": texts_for(kind)}, by=room.by)
    lines = queries.lines_of(activity)
    again = {**board.list_of(activity)[0], "text": "In other words"}
    activity = actions.make_list(activity=activity, items=[again], lines=lines, by=room.by)
    kept = set(board.list_of(activity)[0].get("notes", {}))
    assert kept == {note.key for note in kind.notes if not note.is_of_wording}


def test_notes_are_checked_and_can_be_taken_off(room):
    """Too long or not to be chosen is refused with a sentence; what is empty is off; lines not named stay."""
    kind = kind_for("critique")
    activity = listed(room, kind)
    for wrong in ({"answer": "x" * 301}, {"decision": "maybe"}):
        with pytest.raises(Refused):
            actions.note_lines(activity=activity, notes={"k1": wrong}, by=room.by)
    activity = actions.note_lines(activity=activity, notes={"k1": {"answer": "Yes."}}, by=room.by)
    activity = actions.note_lines(activity=activity, notes={"other": {"answer": "No."}}, by=room.by)
    assert board.list_of(activity)[0]["notes"] == {"answer": "Yes."}
    activity = actions.note_lines(activity=activity, notes={"k1": {"answer": ""}}, by=room.by)
    assert "notes" not in board.list_of(activity)[0]


def test_nothing_is_written_beside_a_list_that_is_not_there(room):
    """The rule says why: no list yet, or a kind without notes."""
    for key, why in (("critique", "Make the list first"), ("poll", "nothing is written")):
        activity = room.open(kind_for(key))
        with pytest.raises(Refused) as refused:
            actions.note_lines(activity=activity, notes={}, by=room.by)
        assert why in str(refused.value.because)


@pytest.mark.parametrize("kind", FOR_TEAM, ids=named)
def test_conformance_what_only_the_team_sees(kind, room, laptop, phone):
    """It is on the result page without a name, and not on wall or phone."""
    room.sit("Zebra Crossing")
    activity = room.open(kind)
    laptop.get(reverse("activities:result", args=[activity.pk]))
    room.say(activity, "Zebra Crossing", kind.sample.answers[0])
    actions.show_result(activity=activity, by=room.by)
    result = laptop.get(reverse("activities:result", args=[activity.pk]))
    assert "Only the team sees this" in result.words
    assert "Zebra Crossing" not in result.text
    for page in (
        laptop.get(reverse("activities:wall", args=[room.session.pk])),
        phone("Zebra Crossing").get(reverse("activities:answer", args=[activity.pk])),
    ):
        assert "Only the team sees this" not in page.words


@pytest.mark.parametrize("kind", all_kinds(), ids=named)
def test_conformance_prints(kind, room, laptop):
    """Where the result prints, it does so with nothing and with all answers; else there is no such page."""
    activity = room.open(kind)
    address = reverse("activities:printed", args=[activity.pk])
    if not kind.prints:
        laptop.get(address, status=404)
        return
    laptop.get(address)
    room.fill(activity, kind, 12)
    assert laptop.get(address).h1 == activity.question


@pytest.mark.parametrize("kind", [kind for kind in all_kinds() if kind.follows_authors], ids=named)
def test_conformance_authors_are_followed_and_never_shown(kind, room):
    """The same person has the same word in every stage, and it stands in no result."""
    words = {
        queries.for_wall(room.open(kind), kind.sample.answers[0], "", mark)["author"]
        for mark in (b"a" * 32, b"a" * 32, b"b" * 32)
    }
    assert len(words) == 2
    activity = room.open(kind)
    room.sit("Red Umbrella")
    row = room.say(activity, "Red Umbrella", kind.sample.answers[0])
    author = queries.for_wall(activity, {}, "", bytes(row.mark))["author"]
    assert author not in str(queries.tally_of(activity).result())


def test_a_stage_that_feeds_back_tells_the_group_and_ones_own(room, phone):
    """On one's own phone one's score of the round before; on another only the group's; also when a form comes back."""
    kind = kind_for("delphi")
    for name in ("Red Umbrella", "Blue Boat"):
        room.sit(name)
    activity = room.open(kind)
    first = {**kind.sample.answers[0], "s7": "4"}
    room.say(activity, "Red Umbrella", first)
    activity = actions.next_stage(activity=activity, by=room.by)
    activity = actions.next_stage(activity=activity, by=room.by, lines=queries.lines_of(activity))
    address = reverse("activities:answer", args=[activity.pk])
    mine, other = (phone(name).get(address).words for name in ("Red Umbrella", "Blue Boat"))
    assert "You gave 4." in mine
    assert "You gave" not in other
    assert "The middle of the group is" in other
    again = phone("Red Umbrella").post(address, {"id": "x", "stage": "2"}, status=422)
    assert "You gave 4." in again.words


def test_what_the_team_wrote_stands_on_the_thread(room, laptop):
    """From the words forward: the first thing that became of them."""
    activity = listed(room, kind_for("critique"))
    actions.note_lines(activity=activity, notes={"k1": {"answer": "Zebra crossed."}}, by=room.by)
    [one] = queries.list_said(activity)
    page = laptop.get(reverse("recommendations:thread_contribution", args=[one.contribution.pk]))
    assert "Zebra crossed." in page.words

"""What we did and said: sentences for every kind, no names, and only for those whose room it was."""

import pytest
from django.urls import reverse

from alongside.activities import accounts, actions, board, queries
from alongside.activities.api import Table
from alongside.activities.models import Contribution
from alongside.activities.queries import counting
from alongside.activities.queries.remembered import remembered
from alongside.activities.registry import all_kinds, kind_for
from alongside.activities.testing import next_room
from alongside.activities.tests.conforming import answers_of, plain_tally
from alongside.people.models import Group
from alongside.workshops.models import Round, Session, SessionState


@pytest.mark.parametrize("count", [0, 1, 30])
@pytest.mark.parametrize("kind", all_kinds(), ids=lambda kind: kind.key)
def test_conformance_account(kind, count):
    """Every kind is told in whole sentences, with no answer and with thirty."""
    result = plain_tally(kind, answers_of(kind)[:count]).result()
    setup = kind.sample.setup
    told = kind.account(result, setup) if kind.account else accounts.sentences_of(kind.table(result, setup))
    assert told
    assert all(str(sentence).strip()[-1] in ".!?”…" for sentence in told)


def test_a_table_in_sentences():
    table = Table(["Word", "People who said it"], [["safe", 3], ["seen.", 1]], "2 words from 3 people.")
    assert accounts.sentences_of(table) == [
        "2 words from 3 people.",
        "Word, with people who said it: “safe” (3); “seen” (1).",
    ]
    notes = Table(["Note"], [[f"n{number}"] for number in range(14)], "14 notes.")
    assert accounts.sentences_of(notes)[1].startswith("Note: “n0”; “n1”")
    assert accounts.sentences_of(notes)[2] == "And 2 more."


def test_rows_that_begin_alike_are_told_together():
    table = Table(
        ["About", "Words"], [["Helped", "Time"], ["Helped", "Tea."], ["Took along", "Ask"]], "2 people."
    )
    assert accounts.sentences_of(table) == ["2 people.", "Helped: “Time”; “Tea”.", "Took along: “Ask”."]


def test_rows_that_begin_alike_keep_their_words_and_their_last_number():
    columns = ["List", "Statement", "Place", "People who picked it"]
    rows = [["Do", "Ask first", 1, 8], ["Do", "Pay", 2, 3], ["Don’t", "Rush", 1, 7]]
    assert accounts.sentences_of(Table(columns, rows, "3 statements.")) == [
        "3 statements.",
        "Do, with people who picked it: “Ask first” (8); “Pay” (3).",
        "Don’t, with people who picked it: “Rush” (7).",
    ]


@pytest.fixture
def ended(room):
    """A workshop with a named activity that has ended."""
    activity = room.open(kind_for("open_notes"), is_anonymous=False)
    room.sit("Zebra Crossing")
    room.say(activity, "Zebra Crossing", {"note": "Ask us *first*"})
    actions.end_workshop(session=room.session, by=room.by)
    room.session.refresh_from_db()
    return room


def test_the_team_reads_and_takes_it_along(ended, laptop):
    address = reverse("activities:account", args=[ended.session.pk])
    words = laptop.get(address).words
    assert "Ask us *first*" in words
    assert "Zebra Crossing" not in words
    text = laptop.get(reverse("activities:account_md", args=[ended.session.pk])).text
    assert text.startswith("# What we did and said")
    assert r"Ask us \*first\*" in text
    assert "Zebra Crossing" not in text


def test_the_same_queries_for_one_activity_and_for_six(room, laptop):
    address, counts = reverse("activities:account", args=[room.session.pk]), []
    for kind in ("word_cloud", "poll", "ranking", "open_notes", "dot_vote", "closing_reflection"):
        activity = room.open(kind_for(kind))
        room.fill(activity, kind_for(kind), 3)
        counts.append(len(laptop.get(address).queries))
    assert counts[0] == counts[-1]


def test_it_is_counted_once_and_anew_when_words_are_taken_back(ended, laptop, monkeypatch):
    """A second reader is not made to wait; what was taken back since is in nobody's account, and not in memory."""
    counted = []
    count = counting._without_names
    monkeypatch.setattr(counting, "_without_names", lambda all: counted.append(all) or count(all))
    address = reverse("activities:account", args=[ended.session.pk])
    assert "Ask us" in laptop.get(address).words
    assert "Ask us" in laptop.get(address).words
    assert len(counted) == 1
    actions.take_back(contribution=Contribution.objects.get(), by=ended.by)
    assert "Ask us" not in laptop.get(address).words
    assert len(counted) == 2
    assert "Ask us" not in repr(remembered.__dict__)


def seated(ended, group, **facts):
    """The phone of somebody in a later workshop of the same series, kept for a group."""
    after = next_room(ended)
    Session.objects.filter(pk=after.session.pk).update(group=group)
    after.sit("Blue Boat", **facts)
    return after.secrets["Blue Boat"]


def managers():
    return Group.objects.create(key="m", name="Managers", one="Manager", shape="managers")


def test_partners_of_the_same_group_read_it_from_their_own_link(ended, page):
    page.client.cookies["seat"] = seated(ended, ended.session.group)
    assert ended.session.name in page.get(reverse("activities:my_accounts")).words
    words = page.get(reverse("activities:my_account", args=[ended.session.pk])).words
    assert "Ask us *first*" in words
    assert "Zebra Crossing" not in words


def test_managers_do_not_read_of_a_workers_room(ended, page):
    page.client.cookies["seat"] = seated(ended, managers())
    assert "nothing to read yet" in page.get(reverse("activities:my_accounts")).words
    page.get(reverse("activities:my_account", args=[ended.session.pk]), status=404)


def test_nobody_reads_through_a_room_for_everybody(ended, page):
    """Who sits in a room for all may be of either group; so they read of rooms for all, and of no other."""
    page.client.cookies["seat"] = seated(ended, None)
    page.get(reverse("activities:my_account", args=[ended.session.pk]), status=404)


def test_a_room_for_everybody_is_told_to_all(ended, page):
    Session.objects.filter(pk=ended.session.pk).update(group=None)
    page.client.cookies["seat"] = seated(ended, managers())
    assert "Ask us" in page.get(reverse("activities:my_account", args=[ended.session.pk])).words


def test_not_before_the_end_and_not_from_the_doorstep(ended, page):
    page.client.cookies["seat"] = seated(
        ended, ended.session.group, admitted_at=None, agreed_at=None, agreed_ways=None
    )
    page.get(reverse("activities:my_account", args=[ended.session.pk]), status=404)
    page.client.cookies["seat"] = ended.secrets["Zebra Crossing"]
    assert "Ask us" in page.get(reverse("activities:my_account", args=[ended.session.pk])).words
    Session.objects.filter(pk=ended.session.pk).update(state=SessionState.RUNNING)
    page.get(reverse("activities:my_account", args=[ended.session.pk]), status=404)


def test_another_series_is_not_there(ended, page):
    from alongside.workshops.models import Series

    other = Series.objects.create(project=ended.session.round.series.project, key="other", name="Other")
    secret = seated(ended, ended.session.group)
    apart = Round.objects.create(series=other, number=1, name="Round 1")
    Session.objects.filter(seats__room_name="Blue Boat").update(round=apart)
    page.client.cookies["seat"] = secret
    page.get(reverse("activities:my_account", args=[ended.session.pk]), status=404)


def test_notes_are_told_under_their_headings(room):
    kind = kind_for("open_notes")
    activity = room.open(kind)
    room.fill(activity, kind, 3)
    lines = queries.lines_of(activity)
    item = {"key": "", "text": "Ask first", "heading": "Voice", "of": [lines[0].key]}
    activity = actions.make_list(activity=activity, items=[item], lines=lines, by=room.by)
    told = kind.account(queries.tally_of(activity).result(), board.given(activity))
    assert "Under “Voice” we put: “Ask first”." in told


def test_only_columns_of_numbers_alone_stand_at_the_end():
    """Words are read from where a line starts; an empty cell says nothing either way."""
    rows = [["Tea", 3, "40%", "because it is warm", "", 7], ["Time", "−1", 3.5, "12", "", "not said"]]
    table = Table(["Thing", "People", "Share", "Why", "Note", "Mixed"], rows, "2 things.")
    assert table.numbers == {1, 2}
    assert Table(["Thing", "People"], [], "Nothing.").numbers == frozenset()

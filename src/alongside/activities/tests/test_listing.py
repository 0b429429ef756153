"""The list made in the room: under headings in one step, page by page, and its last change undone."""

import json

import pytest
from django.urls import reverse

from alongside.activities import actions, board, queries
from alongside.activities.list_page import LOOSE
from alongside.activities.models import Activity
from alongside.activities.registry import kind_for
from alongside.kit.errors import Refused
from alongside.kit.keys.models import ItemKey
from alongside.kit.words import open_words


@pytest.fixture
def notes(room):
    """Open notes with 30 notes in it."""
    kind = kind_for("open_notes")
    activity = room.open(kind)
    room.fill(activity, kind, 30)
    return activity


def listed(activity):
    return [(item["heading"], item["text"]) for item in board.list_of(Activity.objects.get(pk=activity.pk))]


def keep(laptop, activity, **typed):
    address = reverse("activities:listing", args=[activity.pk])
    laptop.post(address, laptop.get(address).form() | typed)


def test_a_note_goes_under_a_heading_in_one_step(notes, laptop):
    first, second, *_rest = queries.lines_of(notes)
    keep(laptop, notes, **{"text-new": "Being asked", "heading-new": "Voice"})
    keep(laptop, notes, **{f"line-{first.key}": "under:Voice", f"line-{second.key}": "new"})
    assert listed(notes) == [("Voice", "Being asked"), ("Voice", first.text), ("", second.text)]
    page = laptop.get(reverse("activities:listing", args=[notes.pk]))
    assert "Voice" in [" ".join(one.itertext()) for one in page.all("h3")]
    assert "Without a heading" in page.words


def test_the_last_change_is_undone_and_done_again(notes, room, laptop):
    first, second, *_rest = queries.lines_of(notes)
    keep(laptop, notes, **{f"line-{first.key}": "new"})
    keep(laptop, notes, **{f"line-{second.key}": "new"})
    keep(laptop, notes, undo="1")
    assert listed(notes) == [("", first.text)]
    keep(laptop, notes, undo="1")
    assert listed(notes) == [("", first.text), ("", second.text)]


def test_the_first_list_can_be_undone_too(notes, room):
    lines = queries.lines_of(notes)
    with pytest.raises(Refused, match="no change to undo"):
        actions.undo_list(activity=notes, by=room.by)
    item = {"key": "", "text": "One", "heading": "", "of": [lines[0].key]}
    actions.make_list(activity=notes, items=[item], lines=lines, by=room.by)
    actions.undo_list(activity=notes, by=room.by)
    assert listed(notes) == []


def test_words_taken_back_are_not_kept_for_an_undo(room):
    kind = kind_for("open_notes")
    activity = room.open(kind)
    room.sit("Red Umbrella")
    mine = room.say(activity, "Red Umbrella", {"note": "A secret of mine"})
    lines = queries.lines_of(activity)
    item = {"key": "", "text": lines[0].text, "heading": "", "of": [lines[0].key]}
    activity = actions.make_list(activity=activity, items=[item], lines=lines, by=room.by)
    activity = actions.make_list(activity=activity, items=[], lines=lines, by=room.by)
    kept = activity.board_before
    assert "secret" in open_words(kept)
    actions.take_back(contribution=queries.get_contribution(mine.pk, room.by), by=room.by)
    assert Activity.objects.get(pk=activity.pk).board_before is None
    assert open_words(kept) is None


def test_only_two_lists_are_kept(notes, room, django_capture_on_commit_callbacks):
    lines, before = queries.lines_of(notes), ItemKey.objects.count()
    for number in range(5):
        item = {"key": "", "text": f"Line {number}", "heading": "", "of": [lines[number].key]}
        with django_capture_on_commit_callbacks(execute=True):
            actions.make_list(activity=notes, items=[item], lines=lines, by=room.by)
    assert ItemKey.objects.count() == before + 2
    assert json.loads(open_words(Activity.objects.get(pk=notes.pk).board_before))[0]["text"] == "Line 3"


def test_what_is_not_on_the_list_stands_page_by_page(room, laptop):
    kind = kind_for("open_notes")
    activity = room.open(kind)
    room.sit("Red Umbrella")
    for number in range(LOOSE + 3):
        room.say(activity, "Red Umbrella", {"note": f"Note number {number}"})
    address = reverse("activities:listing", args=[activity.pk])
    assert "Note number 52" not in laptop.get(address).words
    page = laptop.get(f"{address}?page=2")
    assert "Note number 52" in page.words
    last = queries.lines_of(activity)[-1]
    sent = laptop.post(f"{address}?page=2", page.form() | {f"line-{last.key}": "new"})
    assert sent.location.endswith("?page=2")
    assert listed(activity) == [("", "Note number 52")]

"""The states of an activity as a table, who may what, and who sees what."""

import itertools

import pytest

from alongside.activities import actions, queries, rules
from alongside.activities.actions import words
from alongside.activities.models import ActivityState, Contribution
from alongside.activities.registry import kind_for
from alongside.kit.access import NOBODY, Viewer, may_see
from alongside.kit.audit.models import Entry
from alongside.kit.errors import NotVisible, Refused
from alongside.kit.words import erase_all, open_all, open_words
from alongside.workshops.models import Seat, Session, SessionState

NOTES = "open_notes"


@pytest.fixture
def notes(room):
    room.sit("Red Umbrella")
    return room.open(kind_for(NOTES))


def again(activity):
    activity.refresh_from_db()
    return activity


@pytest.mark.parametrize(
    ("state", "verb"), list(itertools.product(ActivityState.values, ["open", "pause", "close"]))
)
def test_the_table_of_states(notes, room, state, verb):
    """What is in the table happens; all else is refused with a sentence, by page and action alike."""
    notes.state = state
    notes.save()
    verdict = rules.may_move(notes, verb, room.by)
    act = {"open": actions.open_activity, "pause": actions.pause_activity, "close": actions.close_activity}[
        verb
    ]
    assert bool(verdict) is ((state, verb) in rules.TRANSITIONS)
    if verdict:
        act(activity=notes, by=room.by)
        assert again(notes).state == rules.TRANSITIONS[state, verb]
    else:
        with pytest.raises(Refused) as refused:
            act(activity=notes, by=room.by)
        assert refused.value.because == verdict.because
        assert verdict.because.endswith(".")


@pytest.mark.parametrize("state", [SessionState.PLANNED, SessionState.ENDED])
def test_activities_open_only_while_the_workshop_runs(notes, room, state):
    actions.close_activity(activity=notes, by=room.by)
    Session.objects.filter(pk=room.session.pk).update(state=state)
    with pytest.raises(Refused):
        actions.open_activity(activity=notes, by=room.by)


def test_a_role_in_another_project_opens_nothing(notes):
    stranger = Viewer(account_id=99, roles={12345: frozenset({"lead", "facilitator"})})
    assert not rules.may_close(notes, stranger)
    assert not may_see(stranger, notes)
    with pytest.raises(NotVisible):
        queries.get_activity(notes.pk, stranger)


@pytest.mark.parametrize(
    ("role", "sees"), [("lead", True), ("analyst", True), ("payments", False), ("auditor", False)]
)
def test_which_roles_read_words(notes, room, role, sees):
    row = room.say(notes, "Red Umbrella", {"note": "We need time."})
    viewer = Viewer(account_id=1, roles={room.session.round.series.project_id: frozenset({role})})
    assert may_see(viewer, row) is sees
    assert may_see(viewer, notes) is sees


def test_partners_of_another_room_see_nothing(notes, room):
    row = room.say(notes, "Red Umbrella", {"note": "We need time."})
    other = Session.objects.create(
        round=room.session.round, number=2, name="Managers", state=SessionState.RUNNING
    )
    manager = Seat.objects.create(session=other, token_hash="x", room_name="Blue Teapot")
    viewer = Viewer(seat_id=manager.pk)
    assert not may_see(viewer, notes)
    assert not may_see(viewer, row)
    assert not may_see(NOBODY, row)


def test_own_words_are_found_by_the_phone_alone(notes, room):
    """Nothing in the store leads from an anonymous contribution to the seat; the secret does."""
    row = room.say(notes, "Red Umbrella", {"note": "We need time."})
    seat = Seat.objects.get(room_name="Red Umbrella")
    assert row.seat_id is None
    assert not may_see(Viewer(seat_id=seat.pk), row)
    assert [one.text for one in queries.own_words(room.secrets["Red Umbrella"])] == ["We need time."]
    assert queries.get_own(row.pk, room.secrets["Red Umbrella"]) == row
    room.sit("Green Kettle")
    with pytest.raises(NotVisible):
        queries.get_own(row.pk, room.secrets["Green Kettle"])


def test_taking_back_erases(notes, room):
    row = room.say(notes, "Red Umbrella", {"note": "We need time."})
    sealed = row.answer
    actions.take_back(contribution=row, by=Viewer(seat_id=1))
    row.refresh_from_db()
    assert row.answer is None
    assert row.withdrawn_at
    assert open_words(sealed) is None
    assert queries.list_said(notes) == []
    assert Entry.objects.get(action="taken back").who == "nobody"
    with pytest.raises(Refused, match="already"):
        actions.take_back(contribution=row, by=NOBODY)


def test_taking_back_takes_earlier_wordings_too(room):
    """What was changed before it was taken back can be read no more than the rest; somebody else's still can."""
    for name in ("Red Umbrella", "Green Kettle"):
        room.sit(name)
    cloud = room.open(kind_for("word_cloud"))
    first, second = list(kind_for("word_cloud").sample.answers)[:2]
    said = [room.say(cloud, "Red Umbrella", answer) for answer in (first, second, first)]
    other = room.say(cloud, "Green Kettle", second)
    actions.take_back(contribution=said[-1], by=NOBODY)
    assert open_all([row.answer for row in said]) == [None, None, None]
    assert open_words(other.answer)
    assert not Contribution.objects.filter(pk__in=[row.pk for row in said], answer__isnull=False).exists()
    assert Entry.objects.filter(action="taken back").count() == 1


def test_stopped_while_taking_back_leaves_nothing_to_read(notes, room, monkeypatch):
    """Killed after the keys went and before the rows followed: no words, and taking back once more ends it."""

    def stop_after(boxes):
        erase_all(boxes)
        raise KeyboardInterrupt

    row = room.say(notes, "Red Umbrella", {"note": "We need time."})
    with monkeypatch.context() as stopped:
        stopped.setattr(words, "erase_all", stop_after)
        with pytest.raises(KeyboardInterrupt):
            actions.take_back(contribution=row, by=NOBODY)
    assert open_words(row.answer) is None
    assert not Entry.objects.filter(action="taken back").exists()
    assert [one.text for one in queries.list_said(notes)] == [None]
    assert queries.tally_of(notes).result() is not None
    actions.take_back(contribution=row, by=NOBODY)
    assert queries.list_said(notes) == []


def test_hiding_needs_a_reason_and_is_written_down(notes, room):
    row = room.say(notes, "Red Umbrella", {"note": "A client called Zq."})
    with pytest.raises(Refused, match="why"):
        actions.hide_words(contribution=row, by=room.by, because="  ")
    actions.hide_words(contribution=row, by=room.by, because="A client could be known.")
    assert queries.list_said(notes) == []
    assert [one.text for one in queries.own_words(room.secrets["Red Umbrella"])] == ["A client called Zq."]
    entry = Entry.objects.get(action="words hidden")
    assert entry.who == room.by.label
    assert "Zq" not in str(entry.content)
    row.refresh_from_db()
    actions.unhide(contribution=row, by=room.by)
    assert len(queries.list_said(notes)) == 1


def test_one_word_comes_off_the_wall_and_goes_up_again(room):
    room.sit("Red Umbrella")
    cloud = room.open(kind_for("word_cloud"))
    room.say(cloud, "Red Umbrella", {"w1": "rude", "w2": "safe"})
    rude = next(one.part.key for one in queries.parts_of(cloud) if one.part.label == "rude")
    actions.hide_part(activity=cloud, part=rude, by=room.by, because="It hurts.")
    words = [word["text"] for word in queries.picture_of(again(cloud)).result["words"]]
    assert words == ["safe"]
    assert "rude" not in str(cloud.setup)
    actions.unhide_part(activity=cloud, part=rude, by=room.by)
    assert len(queries.picture_of(again(cloud)).result["words"]) == 2


def test_a_poll_stays_hidden_until_it_is_closed(room):
    room.sit("Red Umbrella")
    poll = room.open(kind_for("poll"))
    with pytest.raises(Refused, match="swayed"):
        actions.show_result(activity=poll, by=room.by)
    actions.close_activity(activity=poll, by=room.by)
    actions.show_result(activity=again(poll), by=room.by)
    assert again(poll).is_shown
    actions.open_activity(activity=poll, by=room.by)
    assert not again(poll).is_shown


def test_an_opened_activity_keeps_its_question(notes, room):
    with pytest.raises(Refused, match="Add a new one"):
        actions.change_activity(activity=notes, question="Another?", setup={}, by=room.by)
    with pytest.raises(Refused):
        actions.remove_activity(activity=notes, by=room.by)


def test_a_new_answer_takes_the_place_of_the_old(room):
    room.sit("Red Umbrella")
    cloud = room.open(kind_for("word_cloud"))
    room.say(cloud, "Red Umbrella", {"w1": "tired"})
    room.say(cloud, "Red Umbrella", {"w1": "proud"})
    assert [one.text for one in queries.list_said(cloud)] == ["proud"]
    assert queries.own_answer(cloud, room.secrets["Red Umbrella"]) == {"w1": "proud"}


def test_typing_needs_reading_back(notes, room):
    with pytest.raises(Refused, match="Read the words back"):
        actions.capture_for(activity=notes, answer={"note": "x"}, by=room.by, is_read_back=False)


def test_a_correction_replaces_what_was_typed_under_a_name(room):
    seat = room.sit("Green Kettle", is_without_phone=True)
    cloud = room.open(kind_for("word_cloud"), is_anonymous=False)
    for word in ("tired", "proud"):
        actions.capture_for(activity=cloud, answer={"w1": word}, by=room.by, is_read_back=True, seat=seat)
    [one] = queries.list_said(cloud)
    assert one.text == "proud"
    assert one.contribution.shown_as == "Green Kettle"


def test_steps_and_activities_go_together(room):
    """Starting a step opens its activity; the next step closes it; the end closes all."""
    first, second = room.open(kind_for(NOTES)), room.add(kind_for("poll"))
    actions.pause_step(item=again(first).item, by=room.by)
    assert again(first).state == "paused"
    first.item.refresh_from_db()
    actions.resume_step(item=first.item, by=room.by)
    assert again(first).state == "open"
    actions.go_on_to_next(session=room.session, by=room.by)
    assert (again(first).state, again(second).state) == ("closed", "open")
    actions.go_back(session=room.session, by=room.by)
    assert (again(first).state, again(second).state) == ("closed", "closed")
    actions.open_activity(activity=first, by=room.by)
    actions.end_workshop(session=room.session, by=room.by)
    assert again(first).state == "closed"


def test_everything_is_in_the_chain(notes, room):
    actions.close_activity(activity=notes, by=room.by)
    done = set(Entry.objects.values_list("action", flat=True))
    assert {"activity added", "activity opened", "activity closed", "step started"} <= done

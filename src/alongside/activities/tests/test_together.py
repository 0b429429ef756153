"""Parallel workshops of a round: one guide, what went another way, and results together behind the guard."""

import uuid
from datetime import UTC, datetime

import pytest
from django.urls import reverse

from alongside.activities import actions, guide, queries, rules
from alongside.activities.kept import pack
from alongside.activities.models import Activity, Contribution, Release
from alongside.activities.registry import kind_for
from alongside.kit.errors import Refused
from alongside.people.models import Group
from alongside.workshops import actions as workshops
from alongside.workshops.models import Deviation, Session, SessionState

NOW = datetime(2026, 9, 15, 10, tzinfo=UTC)
POLL, CLOUD = kind_for("poll"), kind_for("word_cloud")


@pytest.fixture
def other(room):
    """A parallel session for managers, planned."""
    managers = Group.objects.create(key="room-managers", name="Managers", one="manager", shape="managers")
    return workshops.new_session(round=room.session.round, name="Managers", group=managers, by=room.by)


def shared(room, other, *kinds):
    """The guide of the room's session, put into the other."""
    workshops.add_agenda_item(session=room.session, title="Hello", minutes=5, by=room.by)
    for kind in kinds:
        room.add(kind)
    actions.share_guide(session=room.session, by=room.by)
    return Session.objects.get(pk=other.pk)


def titles(session):
    return list(session.agenda.order_by("position").values_list("title", flat=True))


def offers(room, other):
    lead, theirs = guide.sheets_of(
        [Session.objects.get(pk=room.session.pk), Session.objects.get(pk=other.pk)]
    )
    return [(offer.what, offer.title) for offer in guide.offers(lead, theirs)]


@pytest.mark.django_db
def test_a_guide_goes_into_the_other_workshops_in_one_press(room, other):
    workshops.add_agenda_item(session=other, title="Our own", by=room.by)
    other = shared(room, other, POLL, CLOUD)
    assert titles(other) == ["Hello", "Poll", "Word cloud", "Our own"]
    mine, theirs = (
        Activity.objects.filter(session=one).order_by("item__position") for one in (room.session, other)
    )
    assert [one.setup for one in mine] == [one.setup for one in theirs]
    assert other.follows_id == room.session.pk
    assert offers(room, other) == []


@pytest.mark.django_db
def test_changes_of_the_guide_are_offered_until_a_step_is_run(room, other):
    room.session.state = SessionState.PLANNED
    room.session.save()
    other = shared(room, other, POLL)
    poll = Activity.objects.get(session=room.session)
    actions.change_activity(activity=poll, question="And now?", setup=poll.setup, by=room.by)
    workshops.add_agenda_item(session=room.session, title="Goodbye", by=room.by)
    assert Deviation.objects.count() == 0, "the guide itself was changed"
    actions.share_guide(session=room.session, by=room.by)
    assert offers(room, other) == []
    workshops.change_agenda_item(item=room.session.agenda.get(title="Goodbye"), title="Thanks", by=room.by)
    workshops.remove_agenda_item(item=room.session.agenda.get(title="Hello"), by=room.by)
    assert offers(room, other) == [("changed", "Thanks"), ("gone", "Hello")]
    actions.bring_in_guide(session=Session.objects.get(pk=other.pk), by=room.by)
    assert titles(other) == ["Poll", "Thanks"]
    assert Activity.objects.get(session=other).question == "And now?"
    assert offers(room, other) == []


@pytest.mark.django_db
def test_what_a_workshop_changes_is_written_down_and_stays(room, other):
    other = shared(room, other, POLL)
    poll = Activity.objects.get(session=other)
    actions.change_activity(activity=poll, question="For managers?", setup=poll.setup, by=room.by)
    workshops.change_agenda_item(item=other.agenda.get(title="Hello"), minutes=15, by=room.by)
    room.add(CLOUD)
    workshops.add_agenda_item(session=other, title="Break", by=room.by)
    found = {(each.session_id, each.what): each for each in Deviation.objects.all()}
    assert found[other.pk, "question"].detail.endswith("For managers?")
    assert found[other.pk, "length"].minutes == 10
    assert found[other.pk, "added"].step == "Break"
    assert found[room.session.pk, "added"].step == "Word cloud", "the guide's own session runs already"
    assert offers(room, other) == []
    workshops.say_why(deviation=found[other.pk, "length"], because="They had much to say", by=room.by)
    actions.share_guide(session=room.session, by=room.by)
    assert Activity.objects.get(session=other, kind="poll").question == "For managers?"
    assert titles(other) == ["Hello", "Poll", "Word cloud", "Break"] or titles(other)[:2] == ["Hello", "Poll"]


@pytest.mark.django_db
def test_left_out_and_longer_in_the_run_are_written_down_and_taken_off_again(room, other):
    other = shared(room, other, POLL)
    hello, poll = room.session.agenda.order_by("position")
    workshops.skip_item(item=poll, by=room.by)
    workshops.extend_item(item=hello, minutes=2, by=room.by)
    assert sorted(Deviation.objects.values_list("what", "minutes")) == [("left_out", 0), ("length", 2)]
    workshops.take_back_skip(item=poll, by=room.by)
    workshops.extend_item(item=hello, minutes=-2, by=room.by)
    assert not Deviation.objects.exists()


@pytest.mark.django_db
def test_a_workshop_of_its_own_writes_nothing_down(room):
    workshops.add_agenda_item(session=room.session, title="Hello", by=room.by)
    assert not Deviation.objects.exists()
    with pytest.raises(Refused):
        actions.share_guide(session=room.session, by=room.by)


# ---- Results together ----


def answered(activity, answers):
    """So many answers from different people, kept at once; the activity's session is over then."""
    rows = [
        Contribution(
            id=uuid.uuid4(),
            activity=activity,
            mark=uuid.uuid4().bytes * 2,
            answer=pack(answer),
            created_at=NOW,
        )
        for answer in answers
    ]
    for row in rows:
        row.save()
    Activity.objects.filter(pk=activity.pk).update(state="closed", opened_at=NOW)
    return rows


def over(room):
    room.session.round.sessions.update(state=SessionState.ENDED)


def poll_in_both(room, other, mine, theirs):
    """The poll of the guide with these picks in both rooms; key and rows."""
    other = shared(room, other, POLL)
    one, two = Activity.objects.get(session=room.session), Activity.objects.get(session=other)
    rows = (
        answered(one, [{"picks": [pick]} for pick in mine]),
        answered(two, [{"picks": [pick]} for pick in theirs]),
    )
    over(room)
    return one.item.guide_key or Activity.objects.get(pk=one.pk).item.guide_key, rows


@pytest.mark.django_db
def test_results_wait_until_the_last_workshop_has_ended(room, other):
    shared(room, other, POLL)
    assert not rules.may_pool(room.session.round, room.by)
    over(room)
    assert rules.may_pool(room.session.round, room.by)


@pytest.mark.django_db
def test_results_are_pooled_and_say_what_they_count(room, other):
    key, _rows = poll_in_both(room, other, "11122", "2223")
    pool = queries.get_pool(room.session.round, key)
    assert [bar["n"] for bar in pool.result["bars"]][:3] == [3, 5, 1]
    assert pool.base_words == "From 2 workshops, 9 people."


@pytest.mark.django_db
def test_a_room_that_asked_otherwise_is_not_in_the_count(room, other):
    other = shared(room, other, POLL)
    poll = Activity.objects.get(session=other)
    actions.change_activity(activity=poll, question="Else?", setup=poll.setup, by=room.by)
    pool = queries.get_pool(room.session.round, poll.item.guide_key)
    assert [one.session_id for one in pool.elsewise] == [other.pk]
    assert [one.session_id for one in pool.activities] == [room.session.pk]


@pytest.mark.django_db
def test_words_of_all_rooms_stand_together_without_their_rooms_and_what_was_taken_off_stays_off(room, other):
    other = shared(room, other, CLOUD)
    one, two = Activity.objects.get(session=room.session), Activity.objects.get(session=other)
    answered(one, [{"w1": "proud"}, {"w1": "tired"}])
    answered(two, [{"w1": "Proud"}, {"w1": "secret"}])
    hidden = next(part.part.key for part in queries.parts_of(two) if part.part.label == "secret")
    Activity.objects.filter(pk=two.pk).update(setup={**two.setup, "hidden": [hidden]})
    pool = queries.get_pool(room.session.round, Activity.objects.get(pk=one.pk).item.guide_key)
    assert {word["text"].lower(): word["n"] for word in pool.result["words"]} == {"proud": 2, "tired": 1}
    assert [said.contribution.pk for said in pool.standing] == sorted(
        said.contribution.pk for said in pool.standing
    )


@pytest.mark.django_db
def test_groups_are_compared_only_where_nobodys_answer_follows(room, other):
    key, _rows = poll_in_both(room, other, "1122112", "12")
    with pytest.raises(Refused, match="worked out"):
        actions.compare_groups(round=room.session.round, key=key, by=room.by)
    assert not Release.objects.exists()


@pytest.mark.django_db
def test_one_late_answer_changes_nothing_that_was_shown(room, other):
    """After a table by group, one more on paper would be read off the difference: it waits."""
    key, (mine, _theirs) = poll_in_both(room, other, "1122112", "1212121")
    release = actions.compare_groups(round=room.session.round, key=key, by=room.by)
    assert [line["people"] for line in release.lines] == [7, 7]
    assert sum(release.lines[0]["counts"].values()) == 7
    answered(mine[0].activity, [{"picks": ["3"]}])
    pool = queries.get_pool(room.session.round, key)
    assert pool.waiting == 1
    assert pool.result["people"] == 14
    with pytest.raises(Refused):
        actions.compare_groups(round=room.session.round, key=key, by=room.by)
    with pytest.raises(Refused):
        actions.compare_groups(round=room.session.round, key=key, is_public=True, by=room.by)
    answered(mine[0].activity, [{"picks": [pick]} for pick in "1212"])
    assert queries.get_pool(room.session.round, key).result["people"] == 19
    again = actions.compare_groups(round=room.session.round, key=key, by=room.by)
    assert [line["people"] for line in again.lines] == [12, 7]


@pytest.mark.django_db
def test_the_pages_of_guide_and_results(room, other, laptop):
    key, _rows = poll_in_both(room, other, "1122112", "1212121")
    round = room.session.round
    found = laptop.get(reverse("activities:guide", args=[round.pk]))
    assert "One guide for all workshops" in found.words
    assert "the same" in found.words
    where = reverse("activities:pool", args=[round.pk, key])
    assert "From 2 workshops, 14 people." in laptop.get(where).words
    laptop.post(reverse("activities:compare", args=[round.pk, key]), {"for": "us"})
    assert "5 people or more in each group" in laptop.get(where).words
    assert "Managers" in laptop.get(where).words
    table = laptop.get(reverse("activities:pool_csv", args=[round.pk, key]))
    assert "Managers" in table.response.content.decode()

"""Pictures people give: who sees them, that they come once, and that they go for good."""

import io
import json
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from alongside.activities import actions, queries
from alongside.activities.actions.pictures import LOOSE_FOR, let_go_of_loose
from alongside.activities.models import Contribution, GivenPicture, Sight
from alongside.activities.registry import kind_for
from alongside.kit import personal_data
from alongside.kit.access import NOBODY, Viewer
from alongside.kit.audit import export_lines, head, verify
from alongside.kit.errors import NotVisible, Refused
from alongside.kit.keys.models import ItemKey
from alongside.kit.personal_data import Subject
from alongside.kit.testing.page import PageClient
from alongside.kit.words import census
from alongside.workshops import models as workshops

pytestmark = pytest.mark.django_db
ME, OTHER = "Red Umbrella", "Blue Boat"


def photo(colour="navy", kind="JPEG", **facts):
    out = io.BytesIO()
    Image.new("RGB", (400, 300), colour).save(out, kind, **facts)
    return out.getvalue()


@pytest.fixture
def story(room):
    """An open story with two people at the table, shown on the wall."""
    for name in (ME, OTHER):
        room.sit(name)
    activity = room.open(kind_for("story_weaving"))
    return actions.show_result(activity=activity, by=room.by)


def seat_of(room, name):
    return workshops.Seat.objects.select_related("session__round__series").get(room_name=name)


def give(room, activity, name=ME, content=b"", **facts):
    who = {"secret": room.secrets[name], "seat": seat_of(room, name)}
    pk = facts.pop("id", None) or uuid.uuid4()
    return actions.give_picture(activity=activity, id=pk, content=content or photo(), **who, **facts)


def memory(picture=None, may_see="room", words=""):
    about = {"picture_alt": "A front door", "picture_rights": "mine", "picture_may_see": may_see}
    if picture is None:
        about = dict.fromkeys(about, "")
    return {"memory": words, "picture": str(picture.pk) if picture else "", **about}


def tell(room, activity, name=ME, may_see="room"):
    """A memory with a picture, given and sent."""
    picture = give(room, activity, name)
    said = room.say(activity, name, memory(picture, may_see))
    picture.refresh_from_db()
    return said, picture


def address(picture, size="small"):
    return reverse("activities:picture", args=[picture.pk, size])


def seen_by(browser, picture, size="small"):
    return browser.client.get(address(picture, size)).status_code == 200


# ---- Giving ----


def test_a_picture_given_without_a_script_hangs_on_the_wall_with_its_words(story, room, phone, laptop):
    browser, page = phone(ME), reverse("activities:answer", args=[story.pk])
    form = browser.get(page).form(page)
    about = {"picture_alt": "A front door", "picture_rights": "mine", "picture_may_see": "room"}
    file = SimpleUploadedFile("door.jpg", photo(), "image/jpeg")
    sent = {**form, "memory": "My first key.", **about, "picture_file": file}
    assert browser.client.post(page, sent).status_code == 302
    file.seek(0)
    browser.client.post(page, sent)  # pressed twice
    [picture] = GivenPicture.objects.all()
    assert picture.contribution == Contribution.objects.get()
    wall = laptop.get(reverse("activities:wall", args=[room.session.pk])).text
    assert address(picture) in wall
    assert 'alt="A front door"' in wall
    assert address(picture) in browser.get(reverse("activities:my_words")).text
    assert address(picture) in laptop.get(reverse("activities:words", args=[story.pk])).text


def test_what_else_is_wrong_does_not_lose_the_picture(story, phone):
    browser, page = phone(ME), reverse("activities:answer", args=[story.pk])
    form = browser.get(page).form(page)
    file = SimpleUploadedFile("x.jpg", photo(), "image/jpeg")
    back = browser.client.post(page, {**form, "picture_file": file})
    assert back.status_code == 422
    text = back.content.decode()
    for sentence in ("what can be seen in the picture", "yours to show", "who may see the picture"):
        assert sentence in text
    [picture] = GivenPicture.objects.all()
    assert f'value="{picture.pk}"' in text
    assert seen_by(browser, picture)
    other = SimpleUploadedFile("y.png", photo("red", "PNG"), "image/png")
    about = {"picture_alt": "A door", "picture_rights": "may", "picture_may_see": "room"}
    browser.client.post(page, {**form, **about, "picture_file": other})
    [picture] = GivenPicture.objects.all()  # the new one under the old id
    shown = Image.open(io.BytesIO(browser.client.get(address(picture)).content))
    assert shown.convert("RGB").getpixel((5, 5))[0] > 200


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<svg onload=alert(1)>", "JPEG, PNG or WebP"),
        (b"<!doctype html><h1>hello</h1>", "JPEG, PNG or WebP"),
        (photo()[:300], "could not open"),
        (b"", "empty"),
    ],
)
def test_no_picture_is_said_at_its_field_and_nothing_is_kept(story, phone, content, said):
    browser, page = phone(ME), reverse("activities:answer", args=[story.pk])
    form = browser.get(page).form(page)
    file = SimpleUploadedFile("holiday.jpg", content, "image/jpeg")
    back = browser.client.post(page, {**form, "memory": "Still here", "picture_file": file})
    assert back.status_code == 422
    assert said in back.content.decode()
    assert "Still here" in back.content.decode()
    assert not GivenPicture.objects.exists()
    assert not Contribution.objects.exists()


def test_the_same_id_again_is_the_same_picture(story, room):
    first = give(room, story)
    assert give(room, story, id=first.pk, content=photo("red")).pk == first.pk
    [picture] = GivenPicture.objects.all()
    assert picture.large.box == GivenPicture.objects.get(pk=first.pk).large.box
    with pytest.raises(Refused, match="another phone"):
        give(room, story, OTHER, id=first.pk)


def test_somebody_elses_picture_cannot_be_sent_as_ones_own(story, room):
    theirs = give(room, story, OTHER)
    with pytest.raises(Refused, match="choose it again"):
        room.say(story, ME, memory(theirs))
    assert not Contribution.objects.exists()


def test_a_picture_stands_in_one_answer_only(story, room):
    _said, picture = tell(room, story)
    with pytest.raises(Refused, match="another answer"):
        room.say(story, ME, memory(picture))


def test_other_kinds_take_none_and_nobody_sends_a_hundred(story, room, monkeypatch):
    monkeypatch.setattr("alongside.activities.rules.MOST_PICTURES", 1)
    give(room, story)
    with pytest.raises(Refused, match="as many pictures"):
        give(room, story)
    notes = room.open(kind_for("open_notes"))
    with pytest.raises(Refused, match="takes no pictures"):
        give(room, notes)


def test_a_picture_kept_with_a_wrong_form_can_be_left_out_again(story, phone):
    browser, page = phone(ME), reverse("activities:answer", args=[story.pk])
    form = browser.get(page).form(page)
    back = browser.client.post(page, {**form, "picture_file": SimpleUploadedFile("x.jpg", photo())})
    assert 'name="picture_off"' in back.content.decode()
    kept = str(GivenPicture.objects.get().pk)
    sent = {**form, "picture": kept, "picture_off": "1", "picture_alt": "A door", "memory": "In words"}
    assert browser.client.post(page, sent).status_code == 302
    [said] = queries.list_said(story)
    assert said.pictures == []
    assert GivenPicture.objects.get().contribution is None


# ---- Seeing ----


def test_a_picture_comes_as_a_picture_and_nothing_else(story, room, phone):
    _said, picture = tell(room, story)
    for size in queries.SIZES:
        reply = phone(OTHER).client.get(address(picture, size))
        assert reply["Content-Type"] == "image/jpeg"
        assert reply["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in reply["Content-Security-Policy"]
        assert "default-src 'none'" in reply["Content-Security-Policy"]
        assert reply["Cache-Control"].startswith("private")
        assert Image.open(io.BytesIO(reply.content)).format == "JPEG"
    assert phone(OTHER).client.get(address(picture, "huge")).status_code == 404


def other_room(room):
    """Another workshop of the same project, with somebody in it."""
    session = workshops.Session.objects.create(
        round=room.session.round, number=2, name="Managers", group=None, state="running"
    )
    beside = type(room)(session, room.ways, room.by, room.account)
    beside.sit("Green Hat")
    browser = PageClient()
    browser.client.cookies["seat"] = beside.secrets["Green Hat"]
    return browser


@pytest.mark.parametrize(
    ("may_see", "beside", "outside"),
    [(Sight.ROOM, False, False), (Sight.PROJECT, True, False), (Sight.EVERYONE, True, True)],
)
def test_it_is_seen_as_far_as_its_giver_chose(may_see, beside, outside, story, room, phone, laptop):
    _said, picture = tell(room, story, may_see=may_see)
    assert seen_by(phone(ME), picture)
    assert seen_by(phone(OTHER), picture)
    assert seen_by(laptop, picture)
    assert seen_by(other_room(room), picture) is beside
    assert seen_by(PageClient(), picture) is outside


def test_what_does_not_hang_is_seen_by_its_giver_and_the_team_only(story, room, phone, laptop):
    loose = give(room, story)
    assert seen_by(phone(ME), loose)
    assert not seen_by(phone(OTHER), loose)
    assert not seen_by(laptop, loose)
    said, picture = tell(room, story, may_see="everyone")
    actions.hide_words(contribution=said, by=room.by, because="A client could be known")
    assert (seen_by(phone(OTHER), picture), seen_by(PageClient(), picture)) == (False, False)
    assert (seen_by(phone(ME), picture), seen_by(laptop, picture)) == (True, True)
    said.refresh_from_db()
    actions.unhide(contribution=said, by=room.by)
    actions.hide_result(activity=story, by=room.by)
    assert not seen_by(phone(OTHER), picture)
    assert seen_by(phone(ME), picture)


# ---- Going ----


def test_taking_back_erases_the_picture_for_everyone(story, room, phone, laptop):
    said, picture = tell(room, story, may_see="everyone")
    key = picture.large.key_id
    asked = phone(ME).get(reverse("activities:take_back", args=[said.pk]))
    assert "and the picture" in asked.words
    phone(ME).post(reverse("activities:take_back", args=[said.pk]))
    assert not ItemKey.objects.filter(pk=key).exists()
    picture.refresh_from_db()
    assert (picture.small, picture.large) == (None, None)
    for browser in (phone(ME), phone(OTHER), laptop, PageClient()):
        assert not seen_by(browser, picture)


def test_pictures_that_were_never_sent_go_after_a_day(story, room):
    old, new = give(room, story), give(room, story)
    GivenPicture.objects.filter(pk=old.pk).update(created_at=timezone.now() - LOOSE_FOR * 2)
    let_go_of_loose(story)
    assert [GivenPicture.objects.get(pk=one.pk).large is None for one in (old, new)] == [True, False]
    with pytest.raises(Refused, match="choose it again"):
        room.say(story, ME, memory(old))


def test_export_holds_the_picture_and_erasing_takes_it(story, room):
    _said, picture = tell(room, story)
    loose = give(room, story)
    tell(room, story, OTHER)
    mine = Subject(seat_secret=room.secrets[ME])
    told = personal_data.export_for(mine)["Pictures you gave"]
    assert len(told) == 2
    assert told[0]["picture"].startswith("data:image/jpeg;base64,")
    personal_data.erase_for(mine)
    assert "Pictures you gave" not in personal_data.export_for(mine)
    kept = GivenPicture.objects.filter(large__isnull=False)
    assert not kept.filter(pk__in=[picture.pk, loose.pk]).exists()
    assert kept.count() == 1
    assert verify.check(export_lines(), [head()]).problems == []


def test_nothing_of_a_picture_lies_open_in_the_store(story, room):
    _said, picture = tell(room, story)
    row = GivenPicture.objects.get(pk=picture.pk)
    for sealed in (row.small, row.large):
        assert b"JFIF" not in sealed.box
    assert row.small.key_id == row.large.key_id
    assert json.dumps([json.loads(line) for line in export_lines()]).count(str(picture.pk)) >= 1


def test_a_backups_drill_counts_pictures_and_no_key_is_left_over(story, room):
    said, _picture = tell(room, story)
    tell(room, story, OTHER)
    before = census.count_readable()
    actions.take_back(contribution=said, by=NOBODY)
    read, gone = census.count_readable()
    assert (before[0] - read, gone - before[1]) == (3, 0)  # the words, and the picture in two sizes
    assert census.lost_keys() == 0
    assert not census.idle_keys()


# ---- Changed answers and sheets ----


def typed(room, activity, **facts):
    """A facilitator types for the same seat."""
    seat = room.session.seats.filter(room_name="Green Kettle").first() or room.sit(
        "Green Kettle", is_without_phone=True
    )
    captured = {"by": room.by, "is_read_back": True, "seat": seat, **facts}
    return actions.capture_for(activity=activity, **captured)


def sheet(room, activity, colour="white"):
    pk = uuid.uuid4()
    return actions.capture_picture(activity=activity, id=pk, content=photo(colour), by=room.by, is_sheet=True)


def test_the_photo_of_a_sheet_is_for_the_team_only_and_goes_with_the_words(room, laptop, phone):
    room.sit(ME)
    notes = room.open(kind_for("open_notes"))
    actions.show_result(activity=notes, by=room.by)
    page = reverse("activities:type_for", args=[notes.pk])
    form = laptop.get(page).form(page)
    file = SimpleUploadedFile("sheet.jpg", photo("white"), "image/jpeg")
    answer = kind_for("open_notes").sample.answers[0]
    filled = {**form, **answer, "seat": "", "sheet_file": file}
    assert laptop.client.post(page, filled).status_code == 422  # not read back yet
    [kept] = GivenPicture.objects.all()
    assert seen_by(laptop, kept)
    filled |= {"is_read_back": "on", "sheet": str(kept.pk)}
    del filled["sheet_file"]
    assert laptop.client.post(page, filled).status_code == 302
    kept.refresh_from_db()
    assert kept.is_sheet
    assert kept.contribution == Contribution.objects.get()
    for name in ("words", "result"):
        assert address(kept, "large") in laptop.get(reverse(f"activities:{name}", args=[notes.pk])).text
    assert address(kept, "large") not in laptop.get(reverse("activities:wall", args=[room.session.pk])).text
    assert seen_by(laptop, kept)
    assert not seen_by(phone(ME), kept)
    assert not seen_by(PageClient(), kept)
    actions.take_back(contribution=kept.contribution, by=NOBODY)
    kept.refresh_from_db()
    assert kept.large is None
    assert not seen_by(laptop, kept)


def test_a_correction_keeps_the_sheet_unless_there_is_a_new_one(room):
    ranking = room.open(kind_for("ranking"), is_anonymous=False)
    answers = kind_for("ranking").sample.answers
    first, second = sheet(room, ranking), sheet(room, ranking, "red")
    typed(room, ranking, answer=answers[0], sheet=first.pk)
    later = typed(room, ranking, answer=answers[1])
    first.refresh_from_db()
    assert first.contribution_id == later.id
    last = typed(room, ranking, answer=answers[2], sheet=second.pk)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.large, second.contribution_id) == (None, last.id)


def test_a_sheet_is_no_answers_picture_and_a_partner_brings_none(story, room):
    paper = sheet(room, story)
    with pytest.raises(Refused, match="choose it again"):
        room.say(story, ME, memory(paper))
    with pytest.raises(Refused, match="choose it again"):
        typed(room, story, answer=memory(paper), seat=None)
    stranger = Viewer(account_id=room.account.pk)
    with pytest.raises(Refused):
        actions.capture_picture(activity=story, id=uuid.uuid4(), content=photo(), by=stranger)


def test_a_facilitator_brings_a_picture_for_somebody(story, room, laptop):
    page = reverse("activities:type_for", args=[story.pk])
    form = laptop.get(page).form(page)
    about = {"picture_alt": "A front door", "picture_rights": "may", "picture_may_see": "room"}
    file = SimpleUploadedFile("x.jpg", photo(), "image/jpeg")
    sent = {**form, **about, "seat": "", "memory": "", "is_read_back": "on", "picture_file": file}
    assert laptop.client.post(page, sent).status_code == 302
    [picture] = GivenPicture.objects.all()
    assert picture.contribution is not None
    assert not picture.is_sheet


def test_a_picture_of_another_project_is_not_there(story, room):
    _said, picture = tell(room, story)
    elsewhere = Viewer(account_id=10_000, roles={10_000: frozenset({"lead"})})
    with pytest.raises(NotVisible):
        queries.get_picture(picture.pk, "small", elsewhere, "")

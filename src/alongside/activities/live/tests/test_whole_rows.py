"""A contribution goes into the store by statements of our own; no column of it may be lost on the way."""

import dataclasses
import secrets
import uuid

import pytest
from django.db import connection

from alongside.activities.live import writing
from alongside.activities.live.contribution import NewContribution
from alongside.activities.live.tests.made_up import make_room
from alongside.activities.models import Contribution
from alongside.kit.words import open_words
from alongside.workshops.models import BreakOut, Session

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

LEFT_AS_THEY_BEGIN = {
    "key": "a name that only files give it, when it is read in",
    "withdrawn_at": "nobody has taken it back yet",
    "hidden_at": "nobody has taken it off the wall yet",
    "hidden_by_id": "the same",
    "hidden_because": "the same",
}
"""Fields that a new contribution leaves at their default, and why that is right."""

NOT_IN_THE_ROW = {"schema", "sheet", "by"}
"""Of what comes in: inside the sealed box, tied to the row from the picture's side, and in the chain."""


def test_each_field_is_written_or_has_a_reason_not_to_be():
    """A new field of the model must be named in `_ROWS` (and its value in `_rows`), or above with its reason."""
    written = set(writing._ROWS.names)
    assert not written & set(LEFT_AS_THEY_BEGIN)
    assert written | set(LEFT_AS_THEY_BEGIN) == {each.attname for each in Contribution._meta.concrete_fields}


def raw_row(pk):
    """A row as the database has it, by column, without its id."""
    with connection.cursor() as cursor:
        table, key = Contribution._meta.db_table, Contribution._meta.pk.get_db_prep_value(pk, connection)
        cursor.execute(f"SELECT * FROM {table} WHERE id = %s", [key])  # noqa: S608  the name of our own table
        names = [each[0] for each in cursor.description]
        found = dict(zip(names, cursor.fetchone(), strict=True))
    found.pop("id")
    return {name: bytes(each) if isinstance(each, memoryview) else each for name, each in found.items()}


@pytest.fixture
def full():
    """A function: something that comes in with every field filled in, from an anonymous activity or not."""

    def make(*, is_anonymous, is_captured, kind="open_notes"):
        room = make_room(1, kind=kind, setup={}, is_anonymous=is_anonymous)
        seat = room.phones[0].seat
        group = BreakOut.objects.create(session=room.session, number=3)
        type(seat).objects.filter(pk=seat.pk).update(break_out=group)
        Session.objects.filter(pk=room.session.pk).update(is_apart=True)
        typed = {"captured_by": room.facilitator.pk, "came_by": "post", "is_read_back": True, "by": room.by}
        return NewContribution(
            id=uuid.uuid4(),
            activity_id=room.activity.pk,
            answer={"note": "Ring first"},
            mark=secrets.token_bytes(32),
            seat_id=seat.pk,
            shown_as="Blue Teapot",
            language="cy",
            schema=1,
            slot=0,
            apart=3,
            **(typed if is_captured else {}),
        )

    return make


@pytest.mark.parametrize("is_anonymous", [True, False])
@pytest.mark.parametrize("is_captured", [True, False])
def test_the_row_is_the_one_that_the_model_itself_would_have_saved(full, is_anonymous, is_captured):
    new = full(is_anonymous=is_anonymous, is_captured=is_captured)
    [outcome] = writing.keep([new]).outcomes
    assert outcome.id == new.id
    kept = Contribution.objects.get(pk=new.id)
    same = Contribution(
        activity_id=new.activity_id,
        mark=new.mark,
        slot=new.slot,
        apart=new.apart,
        seat_id=None if is_anonymous else new.seat_id,
        shown_as="" if is_anonymous else new.shown_as,
        answer=kept.answer,
        language=new.language,
        captured_by_id=new.captured_by,
        came_by=new.came_by,
        is_read_back=new.is_read_back,
        created_at=kept.created_at,
    )
    same.save(force_insert=True)
    assert raw_row(new.id) == raw_row(same.pk)
    assert "Ring first" in open_words(kept.answer)


def test_the_model_itself_would_save_whatever_comes_in(full):
    """What comes in has no field that the rows above leave out."""
    rows = {each.attname for each in Contribution._meta.concrete_fields}
    known = {each.name for each in dataclasses.fields(NewContribution)}
    same = {"captured_by": "captured_by_id"}
    assert {same.get(each, each) for each in known - NOT_IN_THE_ROW} <= rows


def test_one_that_takes_the_place_of_another_in_the_same_batch(full):
    """The first of two in one batch is kept as replaced, at the time the second came; the row is else the same."""
    new = full(is_anonymous=False, is_captured=False, kind="poll")
    later = dataclasses.replace(new, id=uuid.uuid4(), answer={"note": "Ring twice"})
    writing.keep([new, later])
    first, second = raw_row(new.id), raw_row(later.id)
    for one in (first, second):
        one.pop("answer")
    assert second["replaced_at"] is None
    assert first | {"replaced_at": None} == second

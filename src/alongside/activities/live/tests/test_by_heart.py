"""An answer read by heart, in the event loop, is the one that the slow way reads; what it can't judge it leaves."""

import uuid
from urllib.parse import urlencode

import pytest
from django.utils.translation import override

from alongside.activities.live import facts, reading
from alongside.activities.live.tests.made_up import make_room
from alongside.activities.registry import all_kinds, kind_for
from alongside.activities.tests.conforming import as_posted, setup_of
from alongside.kit.errors import Refused

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
KINDS = [kind for kind in all_kinds() if kind.stage(0).answer_form is not None]


@pytest.fixture
def phone():
    """A function: a phone in a room that does this kind, and what posts its fields."""

    def make(kind, **options):
        room = make_room(1, kind=kind.key, setup=setup_of(kind, 0), **options)
        facts.forget(room.session.pk)  # another test had one of the same number
        secret = room.phones[0].secret

        def body(**more):
            posted = as_posted(kind, kind.sample.answers[0], slot=0)
            return urlencode({**posted, "id": str(uuid.uuid4()), **more}, doseq=True).encode()

        return secret, room.activity.pk, body

    return make


def both(secret, activity_id, body):
    """The same body read slowly, which makes everything known, and then by heart."""
    slowly = reading.read(secret, activity_id, reading.FORM, body)
    return slowly, reading.read_by_heart(secret, activity_id, reading.FORM, body)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
@pytest.mark.parametrize("is_anonymous", [True, False])
def test_it_reads_what_the_slow_way_reads(phone, kind, is_anonymous):
    secret, activity_id, body = phone(kind, is_anonymous=is_anonymous)
    for language, told in (("en-gb", {}), ("cy", {}), ("en-gb", {"language": "ur"})):
        with override(language):
            slowly, by_heart = both(secret, activity_id, body(**told))
        assert by_heart is None if kind.picture_fields else by_heart == slowly


def test_a_phone_that_was_passed_on_is_told_so(phone):
    secret, activity_id, body = phone(kind_for("open_notes"))
    seat = facts.seat_of(secret)
    _slowly, by_heart = both(secret, activity_id, body(**{"for": seat.id}))
    assert by_heart is not None
    other = body(**{"for": seat.id + 1})
    assert reading.read_by_heart(secret, activity_id, reading.FORM, other) is None
    with pytest.raises(Refused, match="had the phone before"):
        reading.read(secret, activity_id, reading.FORM, other)

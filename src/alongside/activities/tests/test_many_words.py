"""An activity with more words than fit on a page: shown a page at a time, counted whole."""

import secrets
import uuid

import pytest

from alongside.activities import queries
from alongside.activities.live import writing
from alongside.activities.live.contribution import NewContribution
from alongside.activities.live.tests.made_up import make_room
from alongside.activities.models import Contribution
from alongside.people.models import Account

pytestmark = pytest.mark.django_db


@pytest.fixture
def activity():
    room = make_room(kind="open_notes", setup={})
    batch = [
        NewContribution(uuid.uuid4(), room.activity.pk, {"note": f"note {number}"}, secrets.token_bytes(32))
        for number in range(230)
    ]
    writing.keep(batch)
    return room.activity


def test_words_come_a_page_at_a_time(activity):
    pages = [queries.page_of_said(activity, str(number)) for number in (1, 2, 3)]
    texts = [one.text for page in pages for one in page.object_list]
    assert [len(page.object_list) for page in pages] == [100, 100, 30]
    assert sorted(texts) == sorted(f"note {number}" for number in range(230))
    assert queries.page_of_said(activity, "nonsense").number == 1


def test_all_of_them_are_counted_and_what_is_erased_or_hidden_is_not(activity):
    first, second = Contribution.objects.all()[:2]
    Contribution.objects.filter(pk=first.pk).update(hidden_at=first.created_at)
    Contribution.objects.filter(pk=second.pk).update(withdrawn_at=second.created_at)
    assert queries.tally_of(activity).result()["count"] == 228


def test_a_long_table_is_cut_on_pages_and_whole_as_a_file(activity):
    picture = queries.picture_of(activity)
    assert len(list(queries.table_rows(picture))) >= 230
    assert len(picture.table.first) + picture.table.more == 230
    assert picture.table.more > 0


def test_one_break_out_group_is_counted_by_itself(activity):
    some = list(Contribution.objects.values_list("pk", flat=True)[:7])
    Contribution.objects.filter(pk__in=some).update(apart=2)
    assert queries.picture_of(activity, apart=2).result["count"] == 7
    assert queries.picture_of(activity).result["count"] == 230


def test_the_ways_in_are_counted_on_all_pages_in_two_questions(activity, django_assert_num_queries):
    assert queries.how_they_came(activity) == ""
    typed = NewContribution(
        uuid.uuid4(),
        activity.pk,
        {"note": "from a card"},
        secrets.token_bytes(32),
        captured_by=Account.objects.first().pk,
        came_by="post",
    )
    writing.keep([typed])
    with django_assert_num_queries(2):
        words = queries.how_they_came(activity)
    assert words == "Of 231: 230 from people’s own phones, 1 by post or on paper."

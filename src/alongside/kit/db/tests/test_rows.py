"""Many rows at once are what Django itself would have kept; a column that was forgotten is noticed."""

import uuid

import pytest
from django.utils import timezone

from alongside.kit.audit.models import Entry
from alongside.kit.db.rows import Rows, _portions
from alongside.kit.keys.models import Erased, ItemKey

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.mark.parametrize("count", [0, 1, 2, 63, 64, 65, 200])
def test_every_row_comes_back_as_it_was_given(count):
    keys = [(uuid.uuid4(), bytes([number % 256]) * 32) for number in range(count)]
    Rows(ItemKey, "id", "key").add(keys)
    assert {each.id: bytes(each.key) for each in ItemKey.objects.all()} == dict(keys)


def test_each_kind_of_column_is_as_django_keeps_it():
    today, names = timezone.localdate(), [field.attname for field in Entry._meta.concrete_fields]
    values = [1, today, "nobody", "tried", "x:1", {"a": [1, "ü"]}, "", None, "c", "p", "h1"]
    Rows(Entry, *names).add([values])
    Entry.objects.bulk_create([Entry(**dict(zip(names, [2, *values[1:-1], "h2"], strict=True)))])
    ours, djangos = Entry.objects.values_list(*names[1:-1]).order_by("number")
    assert ours == djangos


def test_a_field_without_a_name_gets_its_default_or_is_missed():
    Rows(Entry, "number", "on", "who", "action", "thing", "commit", "previous", "hash", "refs").add(
        [(1, timezone.localdate(), "", "a", "x", "c", "p", "h", {})]
    )
    assert Entry.objects.get().salt == ""
    with pytest.raises(AssertionError):
        Rows(ItemKey, "id").add([(uuid.uuid4(),)])


def test_a_stamp_is_put_where_none_is():
    rows, ids = Rows(Erased, "id", "on"), [uuid.uuid4() for _ in range(3)]
    rows.add([(each, timezone.localdate()) for each in ids])
    rows.stamp("on", timezone.localdate().replace(year=2000), ids)
    assert {each.on.year for each in Erased.objects.all()} == {timezone.localdate().year}


def test_portions_are_few_sizes():
    assert _portions(200) == [(0, 64), (64, 64), (128, 64), (192, 8)]
    assert sum(count for _start, count in _portions(77)) == 77

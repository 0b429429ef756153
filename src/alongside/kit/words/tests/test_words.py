"""Own words: sealed one by one, readable with their key, gone without it."""

import unicodedata
import uuid

import pytest
from django.core.exceptions import FieldError, ValidationError
from django.db import connections
from django.forms import modelform_factory
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.kit.errors import Refused
from alongside.kit.keys.models import Erased, ItemKey
from alongside.kit.mail.models import KeptLetter
from alongside.kit.words import LONGEST, Sealed, census, erase, open_all, open_words, seal, seal_all, tidy

pytestmark = pytest.mark.django_db
CANARY = "the rota changed again without asking us"
WRITTEN = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=300)


def reread(pk: int) -> Sealed:
    return KeptLetter.objects.get(pk=pk).letter


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=WRITTEN)
def test_any_words_come_back_in_their_normal_form(text):
    kept = KeptLetter.objects.create(letter=text)
    assert open_words(reread(kept.pk)) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    "text", ["👩🏽‍🦽 café", "e\u0301", "שלום", "", "x" * LONGEST, "\u202eevil", "a\r\nb"]
)
def test_awkward_words_come_back(text):
    assert open_words(seal(text)) == tidy(text)


@pytest.mark.parametrize("text", ["half \ud83d", "\udc00", "nothing\x00here", "x" * (LONGEST + 1)])
def test_what_cannot_be_kept_is_refused_in_a_sentence(text):
    with pytest.raises(Refused) as refused:
        seal(text)
    assert refused.value.because.endswith(".")
    assert ItemKey.objects.count() == 0


def test_the_same_words_twice_are_two_different_boxes():
    one, other = seal_all([CANARY, CANARY])
    assert one.box != other.box
    assert one.key_id != other.key_id


def test_the_words_are_nowhere_in_the_database():
    kept = KeptLetter.objects.create(letter=CANARY)
    with connections["default"].cursor() as cursor:
        box = bytes(
            cursor.execute("SELECT letter FROM mail_keptletter WHERE id = %s", [kept.pk]).fetchone()[0]
        )
    assert CANARY.encode() not in box
    assert CANARY not in repr(reread(kept.pk))
    assert CANARY not in str(reread(kept.pk))


def test_saving_again_keeps_the_same_box():
    kept = KeptLetter.objects.create(letter=CANARY)
    box = reread(kept.pk)
    kept.save()
    KeptLetter.objects.get(pk=kept.pk).save()
    assert reread(kept.pk) == box
    assert ItemKey.objects.count() == 1


def test_bulk_create_update_and_values():
    made = KeptLetter.objects.bulk_create([KeptLetter(letter=box) for box in seal_all(["one", "two"])])
    KeptLetter.objects.filter(pk=made[0].pk).update(letter="three")
    boxes = KeptLetter.objects.order_by("pk").values_list("letter", flat=True)
    assert open_all(boxes) == ["three", "two"]
    assert open_words(KeptLetter.objects.values("letter").first()["letter"]) in {"three", "two"}
    KeptLetter.objects.bulk_create([KeptLetter(letter="four")])
    assert "four" in open_all(KeptLetter.objects.values_list("letter", flat=True))


def test_a_form_shows_the_words_and_seals_what_was_typed():
    form_class = modelform_factory(KeptLetter, fields=["letter"])
    kept = KeptLetter.objects.create(letter="before")
    assert form_class(instance=kept)["letter"].value() == "before"
    form = form_class({"letter": "after ✓"}, instance=kept)
    assert form.has_changed()
    form.save()
    assert open_words(reread(kept.pk)) == "after ✓"
    assert not form_class({"letter": "x\x00"}).is_valid()


def test_what_cannot_be_kept_is_an_error_of_validation():
    with pytest.raises(ValidationError):
        KeptLetter(letter="half \ud83d").full_clean()


def test_many_are_sealed_and_opened_with_a_few_queries():
    keys = connections["keys"]
    with CaptureQueriesContext(keys) as queries:
        boxes = seal_all([f"words {number}" for number in range(200)])
    assert len([each for each in queries if each["sql"].startswith("INSERT")]) == 4  # 64 + 64 + 64 + 8
    with CaptureQueriesContext(keys) as queries:
        assert open_all([None, *boxes])[:2] == [None, "words 0"]
    assert len(queries) == 1


def test_erasing_deletes_the_key_for_good():
    one, other = seal_all([CANARY, "stays"])
    erase(one)
    erase(one)
    assert open_all([one, other]) == [None, "stays"]
    assert Erased.objects.get().id == one.key_id


def test_a_box_that_was_tampered_with_does_not_open():
    box = bytearray(seal(CANARY).box)
    box[-1] ^= 1
    with pytest.raises(ValueError, match="damaged"):
        open_words(Sealed(bytes(box)))


def test_a_box_cannot_be_passed_off_under_another_key():
    one, other = seal_all(["one", "other"])
    with pytest.raises(ValueError, match="damaged"):
        open_words(Sealed(one.box[:1] + other.box[1:17] + one.box[17:]))


def test_sealed_words_cannot_be_searched_in_the_database():
    with pytest.raises(FieldError):
        KeptLetter.objects.filter(letter="one")
    assert not KeptLetter.objects.filter(letter__isnull=True).exists()


def test_something_else_than_words_is_a_bug():
    with pytest.raises(TypeError):
        KeptLetter(letter=3).save()


def test_the_census_counts_what_can_be_read_and_finds_lost_and_idle_keys():
    KeptLetter.objects.bulk_create([KeptLetter(letter=box) for box in seal_all(["a", "b", "c"])])
    first, second, _third = KeptLetter.objects.order_by("pk")
    erase(first.letter)
    ItemKey.objects.filter(id=second.letter.key_id).delete()
    idle = ItemKey.objects.create(id=uuid.uuid4())
    assert census.count_readable() == (1, 2)
    assert census.lost_keys() == 1
    assert census.idle_keys() == {idle.id}

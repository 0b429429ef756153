"""The chain: whole when left alone, and every tampering is found by whoever holds a head (goal G19)."""

import copy
import json
import random
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import transaction
from django.db.utils import IntegrityError, InternalError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.kit.access import NOBODY, Viewer
from alongside.kit.audit import (
    Line,
    erase_content,
    export_lines,
    head,
    is_receipt,
    receipt_for,
    record,
    record_all,
    verify,
)
from alongside.kit.audit.models import Entry, Head

LEAD, SEAT = Viewer(account_id=3), Viewer(seat_id=17)
TAMPERINGS = 300
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63) | st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abcé", max_size=3), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip


@pytest.fixture
def chain(db):
    with transaction.atomic():
        record_all([Line("contributed", f"contribution:{n}", SEAT, {"words": n}) for n in range(30)])
        record("decided", "decision:1", by=LEAD, content={"is_adopted": True}, refs={"contributions": [1, 2]})
        record("noted", "round:1", by=NOBODY)
    return list(export_lines())


def test_a_chain_left_alone_is_whole(chain):
    checked = verify.check(chain, [head()])
    assert checked.problems == []
    assert (checked.number, checked.hash) == head()
    assert checked.number == 32


def test_an_entry_says_the_day_and_a_number_but_no_time_and_no_name(chain):
    entry = json.loads(chain[30])
    assert entry["who"] == "account 3"
    assert len(entry["on"]) == 10
    assert entry["refs"] == {"contributions": [1, 2]}


@pytest.mark.django_db
def test_an_empty_chain_has_a_head_too():
    assert head() == (0, verify.START)
    assert verify.check([], [head()]).problems == []


@pytest.mark.django_db
def test_an_entry_stands_or_falls_with_its_transaction():
    with transaction.atomic():
        record("contributed", "contribution:1", by=SEAT)
        transaction.set_rollback(True)
    assert head() == (0, verify.START)
    assert not Entry.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_an_entry_outside_a_transaction_is_a_bug():
    with pytest.raises(RuntimeError):
        record("contributed", "contribution:1", by=SEAT)


@pytest.mark.django_db
def test_many_entries_cost_no_more_queries_than_one(django_assert_num_queries):
    with transaction.atomic():
        record("first", "x:0", by=LEAD)
        with django_assert_num_queries(3):
            record_all([Line("more", f"x:{n}", LEAD) for n in range(64)])


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(content=st.dictionaries(st.text("xyzü", max_size=4), PLAIN, max_size=4))
@pytest.mark.django_db
def test_any_plain_content_comes_back_and_checks(content):
    with transaction.atomic():
        entry = record("tried", "x:1", by=LEAD, content=content)
    entry.refresh_from_db()
    assert entry.content == content
    assert verify.commitment(entry.salt, entry.content) == entry.commit


@pytest.mark.django_db
@pytest.mark.parametrize("content", [{"a": 1.5}, {"a": object()}, {1: "a"}, {"a": "\x00"}, {"a": "\ud800"}])
def test_content_that_not_every_language_writes_alike_is_a_bug(content):
    with pytest.raises((TypeError, ValueError)), transaction.atomic():
        record("tried", "x:1", by=LEAD, content=content)


# ---- the database itself ----


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change", [{"who": "account 9"}, {"content": {"a": 1}}, {"salt": ""}, {"hash": "0" * 64}, {"number": 99}]
)
def test_the_database_refuses_to_change_an_entry(chain, change):
    with pytest.raises((IntegrityError, InternalError)), transaction.atomic():
        Entry.objects.filter(number=5).update(**change)


@pytest.mark.django_db
def test_the_database_refuses_to_delete_an_entry(chain):
    with pytest.raises((IntegrityError, InternalError)), transaction.atomic():
        Entry.objects.filter(number=5).delete()


# ---- erasing ----


def test_after_erasing_the_chain_still_checks_and_nothing_can_be_guessed(chain):
    held = head()
    with transaction.atomic():
        assert erase_content("decision:1", by=LEAD) == 1
    entry = Entry.objects.get(number=31)
    assert (entry.salt, entry.content) == ("", None)
    guesses = [verify.commitment("00" * 16, {"is_adopted": answer}) for answer in (True, False)]
    assert entry.commit not in guesses
    assert verify.check(export_lines(), [held, head()]).problems == []


def test_a_hundred_erasures(chain):
    with transaction.atomic():
        for n in range(30):
            erase_content(f"contribution:{n}", by=LEAD)
        record_all([Line("contributed", f"contribution:{n}", SEAT, {"words": n}) for n in range(100, 170)])
        for n in range(100, 170):
            erase_content(f"contribution:{n}", by=LEAD)
        assert erase_content("contribution:100", by=LEAD) == 0
    assert verify.check(export_lines(), [head()]).problems == []


def test_content_that_disappears_without_an_erasure_is_found(chain):
    entry = json.loads(chain[3])
    entry["salt"], entry["content"] = "", None
    assert verify.check([*chain[:3], json.dumps(entry), *chain[4:]]).problems


def test_an_export_without_content_checks_too(chain):
    lines = list(export_lines(with_content=False))
    checked = verify.check(lines, [head()])
    assert (checked.problems, checked.withheld) == ([], 32)
    assert all(json.loads(line)["content"] is None for line in lines)


# ---- tampering ----


def seal_again(entries):
    """What a forger with the whole database would do: make every hash fit again."""
    previous = verify.START
    for number, entry in enumerate(entries, 1):
        entry["number"], entry["previous"] = number, previous
        entry["commit"] = verify.commitment(entry["salt"], entry["content"])
        previous = entry["hash"] = verify.entry_hash(entry)
    return entries


def drop(entries, dice):
    del entries[dice.randrange(len(entries) - 1)]
    return entries


def cut(entries, dice):
    return entries[: dice.randrange(len(entries))]


def swap(entries, dice):
    one, other = dice.sample(range(len(entries)), 2)
    entries[one], entries[other] = entries[other], entries[one]
    return entries


def insert(entries, dice):
    place = dice.randrange(len(entries))
    entries.insert(place, {**copy.deepcopy(entries[place]), "thing": "contribution:999"})
    return entries


def edit(entries, dice):
    entry, name = (
        dice.choice(entries),
        dice.choice(["who", "action", "thing", "on", "commit", "salt", "content"]),
    )
    entry[name] = {"x": 1} if name == "content" else "0" * 32 if name in {"salt"} else f"{entry[name]}x"
    return entries


def edit_links(entries, dice):
    dice.choice(entries)["refs"] = {"contributions": [999]}
    return entries


def blank(entries, dice):
    dice.choice(entries[:30]).update(salt="", content=None)
    return entries


KINDS = [drop, cut, swap, insert, edit, edit_links, blank]


@pytest.mark.parametrize("seals_again", [False, True])
def test_every_tampering_is_found_with_the_head_a_partner_holds(chain, seals_again):
    noted = head()
    dice = random.Random(19)
    missed = []
    for number in range(TAMPERINGS // 2):
        tamper = KINDS[number % len(KINDS)]
        entries = tamper([json.loads(line) for line in chain], dice)
        if seals_again and tamper is not blank:
            entries = seal_again(entries)
        is_changed = entries != [json.loads(line) for line in chain]
        if is_changed and not verify.check([json.dumps(entry) for entry in entries], [noted]).problems:
            missed.append(tamper.__name__)
    assert not missed


def test_an_older_head_finds_what_was_changed_before_it(chain):
    noted = [(10, json.loads(chain[9])["hash"])]
    entries = [json.loads(line) for line in chain]
    entries[4]["who"] = "account 9"
    assert verify.check([json.dumps(entry) for entry in seal_again(entries)], noted).problems


@pytest.mark.parametrize("line", ["not json", "[]", "{}", '"x"', "null", '{"number": 1}', "[" * 3000])
def test_a_line_that_is_no_entry_is_said_not_raised(line):
    assert verify.check([line]).problems


# ---- the file a partner runs ----


def run(file: Path, *arguments: str) -> subprocess.CompletedProcess:
    """With Python alone: isolated, without the packages of the environment."""
    command = [sys.executable, "-I", "-S", verify.__file__, str(file), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_verify_runs_on_the_standard_library_alone(chain, tmp_path):
    file = tmp_path / "audit.jsonl"
    file.write_text("".join(chain), encoding="utf-8")
    number, end = head()
    whole = run(file, "--head", f"{number}:{end}")
    assert (whole.returncode, whole.stderr) == (0, "")
    assert "Whole: 32 entries" in whole.stdout
    file.write_text("".join(chain[:-1]), encoding="utf-8")
    assert run(file).returncode == 0
    assert run(file, "--head", f"{number}:{end}").returncode == 1


# ---- receipts ----


def test_a_receipt_names_the_entry_in_short_words(chain):
    receipt = receipt_for("contribution:7")
    assert receipt.number == 8
    assert len(receipt.words.split()) == 4
    assert is_receipt(receipt.number, receipt.words.upper())
    assert not is_receipt(receipt.number + 1, receipt.words)
    assert receipt_for("contribution:999") is None


@pytest.mark.django_db
def test_the_head_comes_back_when_its_row_is_gone_from_an_empty_chain():
    Head.objects.all().delete()
    with transaction.atomic():
        assert record("first", "x:1", by=LEAD).number == 1


@pytest.mark.django_db
def test_ten_thousand_entries_check_in_a_moment():
    import time

    with transaction.atomic():
        record_all([Line("contributed", f"contribution:{n}", SEAT, {"n": n}) for n in range(10_000)])
    lines = list(export_lines())
    begun = time.perf_counter()
    assert verify.check(lines, [head()]).problems == []
    assert time.perf_counter() - begun < 3

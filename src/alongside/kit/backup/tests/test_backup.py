"""Backups on real files: sound under load, refused when damaged, and never bringing erased words back (goal G6)."""

import json
import shutil
import threading
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings as product
from django.db import connections, transaction
from django.utils import timezone

from alongside.kit import backup
from alongside.kit.access import NOBODY
from alongside.kit.audit import head, record
from alongside.kit.backup import checking, making
from alongside.kit.backup.files import ask
from alongside.kit.errors import Refused
from alongside.kit.keys.models import Erased, ItemKey
from alongside.kit.mail.models import KeptLetter
from alongside.kit.words import erase, open_all, open_words, seal

CANARY = "heron-canary said so"
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connections["default"].vendor != "sqlite", reason="PostgreSQL has its own tools"),
]


@pytest.fixture(scope="module")
def pattern(tmp_path_factory):
    """Where the two databases are kept once they are brought up to date, to be copied."""
    return tmp_path_factory.mktemp("pattern")


@pytest.fixture
def house(tmp_path, pattern, settings):
    """Both databases as files in a folder of their own, brought up to date; the tests' own are put back after."""
    from django.core.management import call_command

    settings.DATA_DIR, settings.BACKUP_DIR = tmp_path, tmp_path / "backups"
    kept = {}
    for alias in ("default", "keys"):
        connection = connections[alias]
        kept[alias] = (connection.settings_dict["NAME"], connection.connection)
        connection.connection = None
        connection.settings_dict["NAME"] = str(tmp_path / f"{alias}.sqlite3")
        if (pattern / f"{alias}.sqlite3").exists():
            shutil.copy(pattern / f"{alias}.sqlite3", tmp_path)
        if not (pattern / f"{alias}.sqlite3").exists():
            call_command("migrate", database=alias, interactive=False, verbosity=0)
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            shutil.copy(tmp_path / f"{alias}.sqlite3", pattern)
    yield tmp_path
    for alias, (name, opened) in kept.items():
        connections[alias].close()
        connections[alias].settings_dict["NAME"], connections[alias].connection = name, opened


def say(text: str) -> KeptLetter:
    with transaction.atomic():
        letter = KeptLetter.objects.create(letter=seal(text))
        record("said", letter, by=NOBODY)
    return letter


def made(tell=lambda _line: None) -> Path:
    assert backup.back_up(tell=tell) == 0
    return sorted((product.BACKUP_DIR).iterdir())[-1]


def test_a_backup_holds_everything_and_says_its_head(house):
    for number in range(20):
        say(f"words {number}")
    told = []
    folder = made(told.append)
    manifest = checking.require_sound(folder)
    assert (manifest.head_number, manifest.head_hash) == head()
    assert manifest.counts["mail_keptletter"] == 20
    assert f"20:{head()[1]}" in " ".join(told)
    assert len((folder / "audit.jsonl").read_text().splitlines()) == 20


def test_no_key_and_no_word_is_in_a_backup(house):
    say(CANARY)
    key = bytes(ItemKey.objects.get().key)
    for file in made().rglob("*"):
        assert key not in file.read_bytes()
        assert CANARY.encode() not in file.read_bytes()


def test_a_backup_is_for_its_owners_eyes(house):
    folder = made()
    assert folder.stat().st_mode & 0o077 == 0
    assert (folder / "alongside.sqlite3").stat().st_mode & 0o077 == 0


def test_backups_made_while_others_write_miss_nothing(house):
    stop, said, sound = threading.Event(), [], 0

    def write():
        while not stop.is_set():
            said.append(say("under load").pk)
        connections.close_all()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(5):
            before = len(said)
            manifest = making.make(house / f"copy-{number}")
            assert manifest.counts["mail_keptletter"] >= before
            sound += not checking.faults(house / f"copy-{number}" / "alongside.sqlite3", [])
    finally:
        stop.set()
        writer.join()
    assert sound == 5
    assert len(said) > 5


def test_what_was_said_comes_back_and_what_was_erased_does_not(house):
    first, second = say("stays"), say(CANARY)
    folder = made()
    erase(second.letter)
    KeptLetter.objects.all().delete()
    say("after")
    assert backup.restore(folder, tell=lambda _line: None) == 0
    assert open_all(KeptLetter.objects.order_by("pk").values_list("letter", flat=True)) == ["stays", None]
    assert first.pk == KeptLetter.objects.order_by("pk").first().pk
    aside = next(house.glob("before-restore-*"))
    assert ask(aside / "default.sqlite3", "SELECT COUNT(*) FROM mail_keptletter")[0][0] == 1


def test_the_chain_says_that_a_backup_came_back(house):
    say("one")
    folder = made()
    backup.restore(folder, tell=lambda _line: None)
    assert head()[0] == 2


def damage_file(folder):
    file = folder / "alongside.sqlite3"
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 255
    file.write_bytes(bytes(data))


def cut_file(folder):
    file = folder / "alongside.sqlite3"
    file.write_bytes(file.read_bytes()[:-4096])


def lose_file(folder):
    (folder / "alongside.sqlite3").unlink()


def lose_manifest(folder):
    (folder / "manifest.json").unlink()


def muddle_manifest(folder):
    (folder / "manifest.json").write_text("{}")


def other_head(folder):
    manifest = json.loads((folder / "manifest.json").read_text())
    (folder / "manifest.json").write_text(json.dumps({**manifest, "head_hash": "0" * 64}))


def other_counts(folder):
    manifest = json.loads((folder / "manifest.json").read_text())
    manifest["counts"]["mail_keptletter"] += 1
    (folder / "manifest.json").write_text(json.dumps(manifest))


FAULTS = [damage_file, cut_file, lose_file, lose_manifest, muddle_manifest, other_head, other_counts]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_backup_with_a_fault_is_refused_in_words_and_nothing_is_touched(house, fault):
    say("one")
    folder = made()
    fault(folder)
    with pytest.raises(Refused) as refused:
        backup.restore(folder, tell=lambda _line: None)
    assert refused.value.because.endswith(".")
    assert KeptLetter.objects.count() == 1


def test_nothing_is_restored_under_a_running_server(house):
    import fcntl

    folder = made()
    with (house / "server.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(Refused, match="Stop it first"):
            backup.restore(folder, tell=lambda _line: None)


def test_a_backup_that_would_hold_the_keys_is_refused(house):
    with pytest.raises(Refused, match="keys"):
        backup.back_up(house, tell=lambda _line: None)


def test_old_backups_go_and_new_ones_stay(house):
    now = timezone.now().replace(minute=30)
    product.BACKUP_DIR.mkdir()
    for hours in [*range(48), *range(48, 24 * 40, 24)]:
        (product.BACKUP_DIR / (now - timedelta(hours=hours)).strftime(making.NAME)).mkdir()
    (product.BACKUP_DIR / "something else").mkdir()
    making.thin_out(product.BACKUP_DIR, now)
    left = [path.name for path in product.BACKUP_DIR.iterdir()]
    assert "something else" in left
    assert 24 <= len(left) - 1 <= 25 + 31
    assert now.strftime(making.NAME) in left
    assert (now - timedelta(days=32)).strftime(making.NAME) not in left


# ---- the keys ----


def test_keys_come_back_but_not_those_erased_since(house, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("keys")
    kept, erased = say("stays"), say(CANARY)
    backup.back_up_keys(elsewhere, tell=lambda _line: None)
    erase(erased.letter)
    ItemKey.objects.filter(id=kept.letter.key_id).delete()
    copy = next(elsewhere.glob("keys-*.sqlite3"))
    backup.restore_keys(copy, tell=lambda _line: None)
    assert open_words(kept.letter) == "stays"
    assert open_words(erased.letter) is None
    assert Erased.objects.filter(id=erased.letter.key_id).exists()


def test_a_lost_key_store_comes_back_without_what_the_backups_know_as_erased(house, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("keys")
    erased = say(CANARY)
    backup.back_up_keys(elsewhere, tell=lambda _line: None)
    erase(erased.letter)
    made()
    connections["keys"].close()
    (house / "keys.sqlite3").write_bytes(b"")
    backup.restore_keys(next(elsewhere.glob("keys-*.sqlite3")), tell=lambda _line: None)
    assert open_words(erased.letter) is None


def test_copies_of_the_keys_stay_apart_and_go_after_72_hours(house, tmp_path_factory):
    with pytest.raises(Refused, match="apart"):
        backup.back_up_keys(product.BACKUP_DIR / "keys", tell=lambda _line: None)
    elsewhere = tmp_path_factory.mktemp("keys")
    old = elsewhere / (timezone.now() - timedelta(hours=73)).strftime("keys-%Y%m%d-%H%M%S.sqlite3")
    old.touch()
    backup.back_up_keys(elsewhere, tell=lambda _line: None)
    assert not old.exists()
    assert len(list(elsewhere.iterdir())) == 1


def test_a_file_that_is_no_copy_of_keys_is_refused(house, tmp_path):
    (tmp_path / "x").write_bytes(b"shopping" * 900)
    with pytest.raises(Refused):
        backup.restore_keys(tmp_path / "x", tell=lambda _line: None)


# ---- the drill ----


@pytest.mark.slow
def test_the_drill_opens_reads_and_remembers(house):
    say("stays")
    erase(say(CANARY).letter)
    folder, told = made(), []
    assert backup.days_since_good_drill() is None
    assert backup.restore(folder, is_drill=True, tell=told.append) == 0, told
    assert "1 pieces of own words can be read, 1 were erased" in " ".join(told)
    assert backup.days_since_good_drill() == 0
    assert KeptLetter.objects.count() == 2

"""A start that would lose or show people's data is refused, with one plain sentence each (goal G32)."""

import os
import sys
from pathlib import Path

import pytest
from django.db import connections

from alongside.kit.db import at_start, guard
from alongside.kit.db.sqlite.base import DatabaseWrapper
from alongside.kit.db.sqlite.library import Database

SOUND = [(3, 51, 3), (3, 52, 0), (4, 0, 0), (3, 50, 7), (3, 50, 9), (3, 44, 6)]
FAULTY = [(3, 51, 2), (3, 51, 0), (3, 50, 6), (3, 49, 9), (3, 44, 5), (3, 40, 1), (3, 45, 0)]


@pytest.fixture
def sound(settings, monkeypatch, tmp_path):
    """A set-up with nothing wrong, to break one thing at a time."""
    tmp_path.chmod(0o700)
    settings.DATA_DIR, settings.BACKUP_DIR = tmp_path, tmp_path / "backups"
    settings.SECRET_KEY = "dJ4kQ8" * 10 + "xZ-2_vBnMa"
    settings.DEBUG, settings.PUBLIC_URL, settings.PORT = False, "", 8000
    for alias in ("default", "keys"):
        (tmp_path / f"{alias}.sqlite3").touch(mode=0o644)
        engine = {"ENGINE": "alongside.kit.db.sqlite", "NAME": str(tmp_path / f"{alias}.sqlite3")}
        monkeypatch.setitem(settings.DATABASES, alias, {**engine, "OPTIONS": guard.OPTIONS})
    return settings


def before_opening() -> list[str]:
    return [sentence for check in at_start.BEFORE_OPENING for sentence in check()]


def only(sentences: list[str]) -> str:
    assert len(sentences) == 1, sentences
    assert sentences[0][0].islower() or sentences[0].split()[0].isupper() or sentences[0][0] == "/"
    assert sentences[0].endswith((".", "/", "com", "org")) or "chmod" in sentences[0], sentences[0]
    return sentences[0]


@pytest.mark.parametrize("version", SOUND)
def test_sound_sqlite(version):
    assert guard.is_sound(version)


@pytest.mark.parametrize("version", FAULTY)
def test_faulty_sqlite(version):
    assert not guard.is_sound(version)


def test_a_sound_set_up_passes(sound):
    assert before_opening() == []


def test_the_sqlite_we_run_with_is_sound():
    assert guard.is_sound(Database.sqlite_version_info)
    assert sys.modules["sqlite3"].sqlite_version_info == Database.sqlite_version_info


def test_1_an_old_sqlite(sound, monkeypatch):
    monkeypatch.setattr(Database, "sqlite_version_info", (3, 40, 1))
    monkeypatch.setattr(Database, "sqlite_version", "3.40.1")
    assert "3.40.1" in only(before_opening())


def test_2_plain_django_sqlite(sound):
    sound.DATABASES["default"]["ENGINE"] = "django.db.backends.sqlite3"
    assert "plain SQLite" in only(before_opening())


def test_3_other_options(sound):
    sound.DATABASES["default"]["OPTIONS"] = {**guard.OPTIONS, "timeout": 5}
    assert "OPTIONS" in only(before_opening())


def test_4_atomic_requests(sound):
    sound.DATABASES["default"]["ATOMIC_REQUESTS"] = True
    assert "ATOMIC_REQUESTS" in only(before_opening())


def test_5_debug(sound):
    sound.DEBUG = True
    assert "DEBUG" in only(before_opening())


@pytest.mark.parametrize("key", ["django-insecure-" + "a8Hq3" * 10, "short", "aaaa" * 20, "changeme" * 8])
def test_6_a_secret_anybody_could_guess(sound, key):
    sound.SECRET_KEY = key
    assert "SECRET_KEY" in only(before_opening())


def test_7_keys_in_the_database_of_the_words(sound):
    sound.DATABASES["keys"]["NAME"] = sound.DATABASES["default"]["NAME"]
    assert "same database" in only(before_opening())


def test_8_keys_among_the_backups(sound):
    sound.BACKUP_DIR = sound.DATA_DIR
    assert "backups" in only(before_opening())


def test_9_data_everybody_can_read(sound):
    sound.DATA_DIR.chmod(0o755)
    assert "chmod 700" in only(before_opening())


def test_10_a_network_disk(sound, monkeypatch, tmp_path):
    mounts = tmp_path / "mounts"
    mounts.write_text(
        f"1 1 0:1 / / rw - ext4 /dev/x rw\n2 1 0:2 / {tmp_path} rw shared:1 - nfs4 host:/x rw\n"
    )
    monkeypatch.setattr(at_start, "MOUNTS", mounts)
    assert "nfs4" in only(before_opening())


def test_11_a_disk_without_room(sound, monkeypatch):
    monkeypatch.setattr(at_start, "ROOM_NEEDED", 1 << 62)
    assert "nearly full" in only(before_opening())


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_12_a_folder_of_somebody_else(sound):
    sound.DATA_DIR.chmod(0o500)
    assert "written" in only(before_opening())


def test_12_a_folder_that_is_gone(sound, tmp_path):
    sound.DATA_DIR = tmp_path / "gone"
    assert "written" in before_opening()[0]


@pytest.mark.parametrize("address", ["together.example.org", "ftp://x.example.org", "https://x.org/under"])
def test_13_an_address_that_is_none(sound, address):
    sound.PUBLIC_URL = address
    assert "PUBLIC_URL" in only(before_opening())


def test_14_plain_http_on_the_open_internet(sound):
    sound.PUBLIC_URL = "http://together.example.org"
    assert "https" in only(before_opening())


@pytest.mark.parametrize(
    "address", ["http://192.168.1.20:8000", "http://localhost:8000", "http://laptop.local"]
)
def test_plain_http_in_the_hall_is_fine(sound, address):
    sound.PUBLIC_URL = address
    assert before_opening() == []


def several(sound, monkeypatch):
    """As for several processes: Redis, two databases on PostgreSQL, one secret."""
    sound.REDIS_URL, sound.IS_SECRET_GIVEN = "redis://redis.example.org:6379/0", True
    for alias in ("default", "keys"):
        there = {"ENGINE": "django.db.backends.postgresql", "NAME": alias, "HOST": "", "PORT": ""}
        monkeypatch.setitem(sound.DATABASES, alias, there)


def test_several_processes_that_share_all_they_need(sound, monkeypatch):
    several(sound, monkeypatch)
    assert before_opening() == []


@pytest.mark.parametrize("address", ["redis.example.org", "http://redis.example.org"])
def test_19_a_redis_that_is_none(sound, monkeypatch, address):
    several(sound, monkeypatch)
    sound.REDIS_URL = address
    assert "REDIS_URL should look like" in before_opening()[0]


def test_20_several_processes_on_files_of_one(sound):
    sound.REDIS_URL, sound.IS_SECRET_GIVEN = "redis://redis.example.org", True
    found = before_opening()
    assert ["DATABASE_URL too" in found[0], "KEYS_DATABASE_URL too" in found[1]] == [True, True]


def test_21_several_processes_each_with_a_secret_of_its_own(sound, monkeypatch):
    several(sound, monkeypatch)
    sound.IS_SECRET_GIVEN = False
    assert "the same SECRET_KEY" in only(before_opening())


@pytest.mark.parametrize("port", [0, 70_000])
def test_15_a_port_that_does_not_exist(sound, port):
    sound.PORT = port
    assert "PORT" in only(before_opening())


def connect(file: Path, init_command: str) -> DatabaseWrapper:
    base = dict(connections["default"].settings_dict)
    options = {**guard.OPTIONS, "init_command": init_command}
    return DatabaseWrapper({**base, "NAME": str(file), "OPTIONS": options}, alias="default")


WRONG = [
    ("journal_mode=WAL", "journal_mode=DELETE"),
    ("synchronous=FULL", "synchronous=NORMAL"),
    ("journal_size_limit=6553600", "journal_size_limit=-1"),
    ("secure_delete=ON", "secure_delete=OFF"),
    ("trusted_schema=OFF", "trusted_schema=ON"),
    ("cell_size_check=ON", "cell_size_check=OFF"),
    ("mmap_size=0", "mmap_size=1000000"),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("right", "wrong"), WRONG)
def test_16_a_setting_sqlite_did_not_take(tmp_path, right, wrong):
    connection = connect(tmp_path / "x.sqlite3", guard.OPTIONS["init_command"].replace(right, wrong))
    try:
        found = list(at_start.sqlite_settings(connection))
        assert right.split("=")[0] in only(found)
    finally:
        connection.close()


@pytest.mark.django_db
def test_a_database_with_our_settings_passes(tmp_path):
    connection = connect(tmp_path / "x.sqlite3", guard.OPTIONS["init_command"])
    try:
        assert at_start.opened(connection) == []
    finally:
        connection.close()


@pytest.mark.django_db
def test_17_a_damaged_database(tmp_path):
    file = tmp_path / "x.sqlite3"
    connection = connect(file, guard.OPTIONS["init_command"])
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE t (a TEXT)")
        cursor.executemany("INSERT INTO t VALUES (%s)", [("words " * 50,)] * 500)
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    broken = bytearray(file.read_bytes())
    broken[4096 * 3 : 4096 * 4] = os.urandom(4096)
    file.write_bytes(bytes(broken))
    connection = connect(file, guard.OPTIONS["init_command"])
    try:
        found = at_start.opened(connection)
        assert "damaged" in found[0] or "opened" in found[0]
    finally:
        connection.close()


@pytest.mark.django_db
def test_18_a_file_that_is_no_database(tmp_path):
    file = tmp_path / "x.sqlite3"
    file.write_bytes(b"this was a shopping list" * 300)
    connection = connect(file, guard.OPTIONS["init_command"])
    assert "can't be opened" in only(at_start.opened(connection))

"""The key store: apart from everything else, and truly emptied when a key is deleted."""

import sqlite3
import uuid

import pytest
from django.apps import apps
from django.db import connections

from alongside.kit.keys import erasing, project_keys
from alongside.kit.keys.models import Erased, ItemKey, ProjectKey
from alongside.kit.keys.router import KeysRouter

pytestmark = pytest.mark.django_db


def test_the_keys_and_nothing_else_live_in_their_own_database():
    router = KeysRouter()
    for model in apps.get_models():
        is_key = model._meta.app_label == "keys"
        assert (router.db_for_write(model) == "keys") is is_key
        assert router.allow_migrate("keys", model._meta.app_label) is is_key
        assert router.allow_migrate("default", model._meta.app_label) is not is_key
    tables = {
        table for table in connections["default"].introspection.table_names() if table.startswith("keys_")
    }
    assert not tables


def test_a_projects_key_is_made_once_and_differs_from_the_next():
    assert project_keys.pseudonym_key(1) == project_keys.pseudonym_key(1)
    assert len(project_keys.pseudonym_key(1)) == 32
    assert project_keys.pseudonym_key(1) != project_keys.pseudonym_key(2)


def test_a_destroyed_project_key_never_comes_back():
    before = project_keys.pseudonym_key("3")
    assert project_keys.destroy("3")
    assert not project_keys.destroy("3")
    assert project_keys.pseudonym_key("3") != before
    assert ProjectKey.objects.count() == 1


def test_what_was_erased_is_erased_again_when_an_old_copy_comes_back():
    key = ItemKey.objects.create()
    erasing.delete_keys({key.id})
    ItemKey.objects.create(id=key.id, key=key.key)
    unknown = uuid.uuid4()
    assert erasing.keep_erased({unknown}) == 1
    assert not ItemKey.objects.exists()
    assert Erased.objects.count() == 2


def test_many_keys_are_deleted_in_parts():
    keys = ItemKey.objects.bulk_create([ItemKey() for _ in range(1_300)])
    assert erasing.delete_keys([key.id for key in keys]) == 1_300


def test_a_deleted_key_is_in_no_byte_of_the_store(tmp_path):
    """On a real file with our settings: row, free pages and write-ahead log."""
    from alongside.kit.db import guard

    file = tmp_path / "keys.sqlite3"
    store = sqlite3.connect(file, isolation_level=None)
    for setting in guard.OPTIONS["init_command"].split(";"):
        store.execute(setting)
    canary = bytes(range(200, 232))
    store.execute("CREATE TABLE k (id INTEGER PRIMARY KEY, key BLOB)")
    store.executemany(
        "INSERT INTO k VALUES (?, ?)", [(n, canary if n == 50 else bytes(32)) for n in range(100)]
    )
    store.execute("DELETE FROM k WHERE id = 50")
    store.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert all(canary not in path.read_bytes() for path in tmp_path.iterdir())

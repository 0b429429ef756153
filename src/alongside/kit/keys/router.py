"""Sends the key store, and nothing else, to the database called keys."""

from typing import Any

from django.db import models

KEYS = "keys"


class KeysRouter:
    """App `keys` lives in database `keys`; everything else everywhere else."""

    def db_for_read(self, model: type[models.Model], **_hints: Any) -> str | None:
        """Where to read a model from."""
        return KEYS if model._meta.app_label == KEYS else None

    def db_for_write(self, model: type[models.Model], **_hints: Any) -> str | None:
        """Where to write a model to."""
        return KEYS if model._meta.app_label == KEYS else None

    def allow_relation(self, one: models.Model, other: models.Model, **_hints: Any) -> bool | None:
        """No relation crosses the two databases."""
        return (one._meta.app_label == KEYS) == (other._meta.app_label == KEYS) or None

    def allow_migrate(self, db: str, app_label: str, **_hints: Any) -> bool:
        """The keys database holds the app keys only, and no other database holds it."""
        return (db == KEYS) == (app_label == KEYS)

"""The Django app of the key store."""

from django.apps import AppConfig


class KeysConfig(AppConfig):
    """Lives in the database called keys."""

    name = "alongside.kit.keys"
    label = "keys"
    default_auto_field = "django.db.models.BigAutoField"

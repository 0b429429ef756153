"""The Django app of the audit chain."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Holds the entries and the head of the chain."""

    name = "alongside.kit.audit"
    label = "audit"
    default_auto_field = "django.db.models.BigAutoField"

"""The Django app of the outbox."""

from django.apps import AppConfig


class MailConfig(AppConfig):
    """Holds the outbox and the letters kept in a demo."""

    name = "alongside.kit.mail"
    label = "mail"
    default_auto_field = "django.db.models.BigAutoField"

"""The outbox, and the letters kept here while this is a demo."""

from django.db import models
from django.utils import timezone

from alongside.kit.words import OwnWordsField


class Outbox(models.Model):
    """One mail on its way. Recipient, subject and text are sealed together."""

    class State(models.TextChoices):
        WAITING = "waiting", "waiting"
        SENT = "sent", "sent"
        FAILED = "failed", "failed"

    key = models.CharField(max_length=200, unique=True)
    letter = OwnWordsField()
    language = models.CharField(max_length=12)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(default=timezone.now)
    next_try_at = models.DateTimeField(default=timezone.now, db_index=True)
    sent_at = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name_plural = "outbox"

    def __str__(self) -> str:
        return f"{self.key} ({self.state})"


class KeptLetter(models.Model):
    """A mail that a demo kept instead of sending."""

    letter = OwnWordsField()
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return f"letter {self.pk}"

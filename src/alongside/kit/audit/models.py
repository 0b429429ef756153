"""One row per entry, and one row that knows the end of the chain."""

from django.db import models


class Entry(models.Model):
    """One thing that was done.

    The database refuses to change or delete it; only salt and content may be blanked.
    """

    number = models.BigIntegerField(primary_key=True)
    on = models.DateField()
    who = models.CharField(max_length=80)
    action = models.CharField(max_length=80)
    thing = models.CharField(max_length=120, db_index=True)
    refs = models.JSONField(default=dict)
    salt = models.CharField(max_length=32, blank=True)
    content = models.JSONField(null=True)
    commit = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["number"]
        verbose_name_plural = "entries"

    def __str__(self) -> str:
        return f"{self.number} {self.action} {self.thing}"


class Head(models.Model):
    """The end of the chain. Locked by whoever adds to it, so the chain cannot fork."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="audit_one_head")]

    def __str__(self) -> str:
        return f"{self.number}:{self.hash}"

"""Break-out groups: small groups of people of one session."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Split(models.TextChoices):
    """How people are put into break-out groups."""

    NONE = "", _("not yet")
    MIXED = "mixed", _("mixed evenly")
    ROLE = "role", _("each group of people by itself")
    CHOICE = "choice", _("people choose")


class BreakOut(models.Model):
    """A small group of people of one session, named after a tree so that no name says anything about anybody."""

    session = models.ForeignKey("workshops.Session", models.CASCADE, related_name="break_outs")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=40)

    class Meta:
        ordering = ["session", "number"]
        constraints = [models.UniqueConstraint(fields=["session", "number"], name="break_out_number_once")]

    def __str__(self) -> str:
        return self.name

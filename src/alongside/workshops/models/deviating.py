"""Where a session goes another way than the guide of its round."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.people.models import Account


class Differs(models.TextChoices):
    """In what a session did something else than the guide of its round."""

    ADDED = "added", _("a step more")
    LEFT_OUT = "left_out", _("a step left out")
    LENGTH = "length", _("more or less time")
    QUESTION = "question", _("asked in another way")
    GUIDE = "guide", _("another guide for a step")


class Deviation(models.Model):
    """Where a parallel session went another way than the guide: that is fine, and it is written down."""

    session = models.ForeignKey("workshops.Session", models.CASCADE, related_name="deviations")
    item = models.ForeignKey(
        "workshops.AgendaItem", models.SET_NULL, null=True, blank=True, related_name="deviations"
    )
    guide_key = models.CharField(max_length=12, blank=True)
    what = models.CharField(max_length=10, choices=Differs.choices)
    step = models.CharField(max_length=120)
    minutes = models.SmallIntegerField(default=0)
    detail = models.CharField(max_length=300, blank=True)
    because = models.CharField(_("why"), max_length=200, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["session", "made_at", "id"]

    def __str__(self) -> str:
        return f"{self.step}: {self.get_what_display()}"

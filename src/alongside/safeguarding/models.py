"""The safeguarding log: what was heard, and what was done about it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.kit.words import OwnWordsField
from alongside.people.models import Account
from alongside.projects.models import Project
from alongside.workshops.models import Session


class Concern(models.Model):
    """Somebody may not be safe. `what` is as little as needed, and it is sealed."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="concerns")
    session = models.ForeignKey(Session, models.SET_NULL, null=True, blank=True, related_name="+")
    what = OwnWordsField(_("what was heard or seen"))
    heard_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    heard_at = models.DateTimeField()
    is_danger_now = models.BooleanField(_("somebody is in danger now"))
    is_told = models.BooleanField(_("who told us knows that we pass it on"))
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["project", "-heard_at", "-id"]

    def __str__(self) -> str:
        return f"concern {self.pk}"


class StepKind(models.TextChoices):
    """What was done."""

    ADVICE = "advice", _("Advice taken, and from whom")
    DECISION = "decision", _("Decision, and why")
    TOLD = "told", _("What we said to who told us")


class Step(models.Model):
    """One thing done about a concern. It is added, never changed."""

    concern = models.ForeignKey(Concern, models.CASCADE, related_name="steps")
    kind = models.CharField(max_length=8, choices=StepKind.choices)
    text = OwnWordsField(_("what was done"))
    made_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["concern", "made_at", "id"]

    def __str__(self) -> str:
        return f"step of {self.concern_id}"

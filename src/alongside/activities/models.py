"""An activity of a session, and the contributions people made to it."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.kit.words import OwnWordsField
from alongside.people.models import Account
from alongside.workshops.models import AgendaItem, Round, Seat, Session


class ActivityState(models.TextChoices):
    """planned → open ⇄ paused → closed; a closed activity can be opened again while the session runs."""

    PLANNED = "planned", _("not open yet")
    OPEN = "open", _("open")
    PAUSED = "paused", _("paused")
    CLOSED = "closed", _("closed")


class Activity(models.Model):
    """One activity: a kind, its question and its set-up. It stands on the run sheet as an agenda item."""

    item = models.OneToOneField(AgendaItem, models.CASCADE, related_name="activity")
    session = models.ForeignKey(Session, models.CASCADE, related_name="activities")
    kind = models.SlugField()
    question = models.CharField(max_length=200)
    hint = models.CharField(max_length=200, blank=True)
    setup = models.JSONField(default=dict, blank=True)
    stage = models.PositiveSmallIntegerField(default=0)
    board = OwnWordsField(_("the list made of what people said"), null=True, blank=True)
    is_anonymous = models.BooleanField(default=True)
    state = models.CharField(max_length=8, choices=ActivityState.choices, default=ActivityState.PLANNED)
    is_shown = models.BooleanField(_("results on the wall"), default=False)
    is_as_table = models.BooleanField(_("the wall shows the table"), default=False)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["session", "item__position"]
        verbose_name_plural = "activities"

    def __str__(self) -> str:
        return self.question


class ContributionQuerySet(models.QuerySet["Contribution"]):
    """Reads of contributions."""

    def standing(self) -> "ContributionQuerySet":
        """Those that count: not replaced, not taken back, not hidden."""
        return self.filter(replaced_at__isnull=True, withdrawn_at__isnull=True, hidden_at__isnull=True)


class Contribution(models.Model):
    """Somebody's answer. `id` is made on the phone, so that a resend is the same contribution.

    `mark` is a keyed hash of the activity under the author's seat secret: who holds the secret finds it again,
    nobody else can tell whose it is. A mark is of one activity, so it is looked up by itself. An anonymous
    contribution has no seat and no room name.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.CharField(_("its name in files"), max_length=40, blank=True)
    activity = models.ForeignKey(Activity, models.PROTECT, related_name="contributions")
    mark = models.BinaryField(max_length=32, db_index=True)
    slot = models.PositiveSmallIntegerField(_("the stage it was given in"), default=0)
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="contributions")
    shown_as = models.CharField(max_length=40, blank=True)
    answer = OwnWordsField(null=True)
    language = models.CharField(max_length=12, default="en-gb")
    captured_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    is_read_back = models.BooleanField(default=False)
    apart = models.PositiveSmallIntegerField(
        _("the break-out group it was said in, until the groups are back together"), default=0
    )
    created_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    hidden_at = models.DateTimeField(null=True, blank=True)
    hidden_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    hidden_because = models.CharField(max_length=200, blank=True)

    objects = ContributionQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "id"]

    def __str__(self) -> str:
        return f"contribution {self.id}"


class Release(models.Model):
    """A table by group that was shown, so that the next one can be judged against it: the ledger of the guard.

    `people` are its groups as names of contributions; `lines` what was shown. No words are kept here.
    """

    round = models.ForeignKey(Round, models.CASCADE, related_name="releases")
    guide_key = models.CharField(max_length=12)
    k = models.PositiveSmallIntegerField(_("the least number of people in a group"))
    people = models.JSONField()
    lines = models.JSONField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["round", "guide_key", "made_at", "id"]

    def __str__(self) -> str:
        return f"{self.round}, {self.guide_key}"

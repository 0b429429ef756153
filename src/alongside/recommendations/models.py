"""Key points, recommendations and everything that becomes of them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.activities.models import Contribution
from alongside.kit.words import OwnWordsField
from alongside.people.models import Account
from alongside.resources.models import Version
from alongside.workshops.models import Round, Session


class KeyPoint(models.Model):
    """What a session said, in a sentence, read back to the room."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="key_points")
    key = models.SlugField(blank=True)
    text = models.CharField(max_length=300)
    words = models.ManyToManyField(Contribution, blank=True, related_name="key_points")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    read_back_at = models.DateTimeField(_("read back: did I get that right?"), null=True, blank=True)
    said_right = models.PositiveSmallIntegerField(_("said on phones: right"), null=True, blank=True)
    said_not_quite = models.PositiveSmallIntegerField(_("said on phones: not quite"), null=True, blank=True)

    class Meta:
        ordering = ["session", "made_at", "id"]

    def __str__(self) -> str:
        return self.text


class Check(models.Model):
    """What one phone answered when a key point was held up: did I get that right? No name; the newest counts."""

    point = models.ForeignKey(KeyPoint, models.CASCADE, related_name="checks")
    mark = models.BinaryField(max_length=32, db_index=True)
    is_right = models.BooleanField()
    words = OwnWordsField(_("how they would say it"), null=True, blank=True)
    said_at = models.DateTimeField()

    class Meta:
        ordering = ["point", "said_at", "id"]
        constraints = [models.UniqueConstraint(fields=["point", "mark"], name="check_once")]

    def __str__(self) -> str:
        return f"check of {self.point_id}"


class Recommendation(models.Model):
    """Something partners ask for together."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="recommendations")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(_("in a few words"), max_length=80)
    text = models.TextField(_("what we ask for"))
    made_on = models.DateField()
    key_points = models.ManyToManyField(KeyPoint, blank=True, related_name="recommendations")
    words = models.ManyToManyField(Contribution, blank=True, related_name="recommendations")

    class Meta:
        ordering = ["round", "number"]
        constraints = [models.UniqueConstraint(fields=["round", "number"], name="recommendation_number_once")]

    def __str__(self) -> str:
        return self.title


class HowDecided(models.TextChoices):
    """How a decision was reached."""

    CONSENSUS = "consensus", _("everyone agreed")
    CONSENT = "consent", _("nobody was against it")
    VOTE = "vote", _("by a vote")
    TEAM = "team", _("the team decided")


class Decision(models.Model):
    """What was decided about a recommendation, how, and by whom in which room."""

    recommendation = models.ForeignKey(Recommendation, models.CASCADE, related_name="decisions")
    text = models.TextField()
    how = models.CharField(max_length=10, choices=HowDecided.choices)
    who = models.CharField(_("who was there"), max_length=300, blank=True)
    dissent = models.TextField(_("who saw it differently, and why"), blank=True)
    decided_on = models.DateField()
    recorded_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["recommendation", "decided_on", "id"]

    def __str__(self) -> str:
        return self.text


class Outcome(models.TextChoices):
    """The answer to a recommendation. A no gets the same care as a yes."""

    ADOPTED = "adopted", _("Yes, we do it")
    ADAPTED = "adapted", _("Yes, in another way")
    PARTLY = "partly", _("In part")
    PASSED_ON = "passed_on", _("Beyond us: passed on")
    DECLINED = "declined", _("No, and here is why")


class Response(models.Model):
    """An answer to a recommendation, with its reason. A changed answer is a new row; the last one counts."""

    recommendation = models.ForeignKey(Recommendation, models.CASCADE, related_name="responses")
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    reason = models.TextField(_("why, in plain words"))
    passed_to = models.CharField(_("passed on to"), max_length=200, blank=True)
    promised_by = models.DateField(null=True, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["recommendation", "made_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(outcome="passed_on") | ~models.Q(passed_to=""),
                name="passed_on_to_somebody",
            )
        ]

    def __str__(self) -> str:
        return str(Outcome(self.outcome).label)


class Impact(models.Model):
    """What changed because of a recommendation, and in which version. Nothing changed is an honest answer."""

    recommendation = models.ForeignKey(Recommendation, models.CASCADE, related_name="impacts")
    text = models.TextField(_("what changed"))
    version = models.ForeignKey(Version, models.PROTECT, null=True, blank=True, related_name="impacts")
    place = models.CharField(_("where in it"), max_length=120, blank=True)
    is_change = models.BooleanField(default=True)
    made_on = models.DateField()
    made_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["recommendation", "made_on", "id"]

    def __str__(self) -> str:
        return self.text


class Meant(models.TextChoices):
    """“Is this what you meant?”"""

    YES = "yes", _("Yes")
    NOT_QUITE = "not_quite", _("Not quite")


class Telling(models.Model):
    """One piece of news about a recommendation, told to one author of words behind it, or to a whole room.

    For anonymous words nobody can be written to: the telling waits on the page their own link opens, and
    `seen_on` says that it was opened, by the day and not by whom. `news` names the answer and the change that were
    told ("12.5": response 12, impact 5), so that the same news is told once and a changed answer again; it is empty
    for tellings written down later, which count for everything that was so on that day.
    """

    recommendation = models.ForeignKey(Recommendation, models.CASCADE, related_name="tellings")
    contribution = models.ForeignKey(
        Contribution,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="tellings",
        help_text=_("none: a room was told"),
    )
    news = models.CharField(max_length=40, blank=True)
    route = models.CharField(max_length=10, default="page")
    room = models.CharField(_("which room was told, and when"), max_length=200, blank=True)
    told_at = models.DateTimeField()
    told_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    seen_on = models.DateField(null=True, blank=True)
    meant = models.CharField(max_length=10, choices=Meant.choices, blank=True)
    meant_words = OwnWordsField(null=True, blank=True)

    class Meta:
        ordering = ["recommendation", "told_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["recommendation", "contribution", "news"], name="told_once"),
        ]

    def __str__(self) -> str:
        return f"told {self.contribution_id or self.room}"

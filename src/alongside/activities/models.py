"""An activity of a session, and the contributions people made to it."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.kit.words import OwnBytesField, OwnWordsField
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
    in_other_words = models.JSONField(_("the question in other languages"), default=dict, blank=True)
    easy_read = models.JSONField(_("the question in easy read, line by line"), default=list, blank=True)
    stage = models.PositiveSmallIntegerField(default=0)
    board = OwnWordsField(_("the list made of what people said"), null=True, blank=True)
    board_before = OwnWordsField(_("the list before its last change"), null=True, blank=True)
    is_anonymous = models.BooleanField(default=True)
    state = models.CharField(max_length=8, choices=ActivityState.choices, default=ActivityState.PLANNED)
    is_shown = models.BooleanField(_("results on the wall"), default=False)
    is_translated = models.BooleanField(_("the wall shows translations of words"), default=False)
    is_as_table = models.BooleanField(_("the wall shows the table"), default=False)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["session", "item__position"]
        verbose_name_plural = "activities"

    def __str__(self) -> str:
        return self.question


class CameBy(models.TextChoices):
    """How words came in that were typed for somebody; empty for those from their own phone."""

    ROOM = "room", _("said in the room")
    LINE = "line", _("on the phone line")
    POST = "post", _("by post or on paper")
    ALONE = "alone", _("in a one-to-one talk")


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
    came_by = models.CharField(_("the way it came in"), max_length=8, choices=CameBy.choices, blank=True)
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


class Translator(models.TextChoices):
    """Who put somebody's words into another language. A machine is not among them."""

    AUTHOR = "author", _("the author")
    PARTNER = "partner", _("another partner")
    INTERPRETER = "interpreter", _("an interpreter")
    TEAM = "team", _("someone of the team")


class Translation(models.Model):
    """Somebody's words in another language, beside the original that is always kept and shown."""

    contribution = models.ForeignKey(Contribution, models.CASCADE, related_name="translations")
    language = models.CharField(max_length=12)
    words = OwnWordsField(null=True)
    translator = models.CharField(_("who translated it"), max_length=12, choices=Translator.choices)
    is_on_wall = models.BooleanField(default=False)
    made_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["contribution", "language"]
        constraints = [models.UniqueConstraint(fields=["contribution", "language"], name="translated_once")]

    def __str__(self) -> str:
        return f"translation of {self.contribution_id}"


class Sight(models.TextChoices):
    """Who may see a picture, as its giver chose. The team of the project always may."""

    ROOM = "room", _("The people in this workshop")
    PROJECT = "project", _("Everyone in this project")
    EVERYONE = "everyone", _("Everyone, outside too")


class GivenPicture(models.Model):
    """A picture somebody gave with an answer, or the photo of a sheet that was typed in. Sealed under its own key.

    `id` is made on the phone, so that a resend is the same picture. `mark` is that of its giver in this activity, as
    with contributions. It is loose until an answer that names it is kept.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    activity = models.ForeignKey(Activity, models.PROTECT, related_name="pictures")
    contribution = models.ForeignKey(
        Contribution, models.PROTECT, null=True, blank=True, related_name="pictures"
    )
    mark = models.BinaryField(max_length=32, db_index=True)
    captured_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    is_sheet = models.BooleanField(_("the photo of a sheet, for the team only"), default=False)
    may_see = models.CharField(max_length=8, choices=Sight.choices, default=Sight.ROOM)
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    created_at = models.DateTimeField()
    small = OwnBytesField(null=True)
    large = OwnBytesField(null=True)

    class Meta:
        ordering = ["created_at", "id"]

    def __str__(self) -> str:
        return f"picture {self.id}"


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

"""Series > round > session, the plan of a session, and the way from registration to attendance."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.people.models import Account, Group, Route
from alongside.projects.models import Partner, Project
from alongside.workshops.models.apart import BreakOut, Split
from alongside.workshops.models.deviating import Deviation, Differs

__all__ = [
    "AgendaItem",
    "Agreement",
    "Answer",
    "Attendance",
    "BreakOut",
    "Deviation",
    "Differs",
    "Evaluation",
    "Invitation",
    "Mode",
    "Pack",
    "Registration",
    "Round",
    "Seat",
    "Series",
    "Session",
    "SessionFacilitator",
    "SessionState",
    "Shows",
    "Split",
    "WallLook",
    "WaysClause",
    "WaysOfWorking",
]


class Series(models.Model):
    """Rounds of workshops that build on each other."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="series")
    key = models.SlugField(unique=True)
    name = models.CharField(max_length=200)
    purpose = models.TextField(blank=True)
    expect = models.TextField(_("what to expect"), blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    pay = models.CharField(_("what partners are paid, in words"), max_length=300, blank=True)
    recording = models.CharField(_("recording promise"), max_length=300, blank=True)
    register_token = models.CharField(max_length=64, unique=True, null=True, blank=True)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "series"

    def __str__(self) -> str:
        return self.name


class Round(models.Model):
    """One turn of the series: the same guide in parallel sessions."""

    series = models.ForeignKey(Series, models.CASCADE, related_name="rounds")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    purpose = models.TextField(blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["series", "number"]
        constraints = [
            models.UniqueConstraint(fields=["series", "number"], name="round_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.series}: {self.name}"


class Mode(models.TextChoices):
    """Where a session happens."""

    ONLINE = "online", _("online")
    ROOM = "room", _("face to face")
    MIXED = "mixed", _("room and online")


class SessionState(models.TextChoices):
    """planned → running → ended; see rules.py for who may move it."""

    PLANNED = "planned", _("planned")
    RUNNING = "running", _("running")
    ENDED = "ended", _("ended")


class WallLook(models.TextChoices):
    """How the room screen looks: as the machine it runs on is set, or as the facilitators say."""

    MACHINE = "machine", _("as the machine is set")
    LIGHT = "light", _("light, for a bright room")
    DARK = "dark", _("dark, for a dim room")


class Session(models.Model):
    """One workshop, run by two facilitators."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="sessions")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    group = models.ForeignKey(
        Group, models.PROTECT, null=True, blank=True, help_text=_("for whom, if kept apart")
    )
    mode = models.CharField(max_length=8, choices=Mode.choices, default=Mode.ONLINE)
    place = models.CharField(_("place or meeting link"), max_length=300, blank=True)
    starts_at = models.DateTimeField(null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(default=90)
    state = models.CharField(max_length=8, choices=SessionState.choices, default=SessionState.PLANNED)
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    is_door_open = models.BooleanField(default=False)
    join_code = models.CharField(max_length=8, unique=True, null=True, blank=True)
    link_token = models.CharField(max_length=43, unique=True, null=True, blank=True)
    notes = models.TextField(_("notes without names"), blank=True)
    is_clock_shown = models.BooleanField(_("the room sees the time left"), default=True)
    wall_look = models.CharField(
        _("look of the room screen"), max_length=7, choices=WallLook.choices, default=WallLook.MACHINE
    )
    follows = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="followers",
        help_text=_("the parallel workshop whose guide it runs by"),
    )
    is_apart = models.BooleanField(_("people are in their break-out groups"), default=False)
    split = models.CharField(max_length=8, choices=Split.choices, default=Split.NONE, blank=True)

    class Meta:
        ordering = ["round", "number"]
        constraints = [models.UniqueConstraint(fields=["round", "number"], name="session_number_once")]

    def __str__(self) -> str:
        return f"{self.round}: {self.name}"


class SessionFacilitator(models.Model):
    """A facilitator of a session; always two. Those of past series can be codes without an account."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="facilitators")
    account = models.ForeignKey(Account, models.PROTECT, null=True, blank=True)
    code = models.CharField(max_length=20, blank=True)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["session", "position"]
        constraints = [
            models.UniqueConstraint(fields=["session", "position"], name="facilitator_position_once")
        ]

    def __str__(self) -> str:
        return str(self.account or self.code)


class Shows(models.TextChoices):
    """What a step shows by itself, beside what is said and done in it."""

    NOTHING = "", _("nothing")
    OPENING = "opening", _("what we did with what was said in the round before")


class AgendaItem(models.Model):
    """One step of the run sheet: talk, break or (through an activity that points here) an activity.

    Steps of parallel sessions with the same `guide_key` are the same step of the round's guide.
    """

    session = models.ForeignKey(Session, models.CASCADE, related_name="agenda")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120)
    minutes = models.PositiveSmallIntegerField(default=10)
    guide = models.TextField(_("what to do and say"), blank=True)
    asks = models.TextField(_("questions to ask, one a line"), blank=True)
    bring = models.CharField(_("things to bring"), max_length=300, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    extra_minutes = models.SmallIntegerField(default=0)
    paused_at = models.DateTimeField(null=True, blank=True)
    paused_seconds = models.PositiveIntegerField(default=0)
    skipped_at = models.DateTimeField(_("left out"), null=True, blank=True)
    guide_key = models.CharField(_("its name in the guide of the round"), max_length=12, blank=True)
    shows = models.CharField(max_length=8, choices=Shows.choices, default=Shows.NOTHING, blank=True)

    class Meta:
        ordering = ["session", "position"]

    def __str__(self) -> str:
        return self.title


class Pack(models.Model):
    """What partners read before a round or one of its sessions, in Markdown."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="packs")
    session = models.ForeignKey(Session, models.CASCADE, null=True, blank=True, related_name="packs")
    title = models.CharField(max_length=200)
    text = models.TextField()
    reading_minutes = models.PositiveSmallIntegerField(default=10)
    sent_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["round", "id"]

    def __str__(self) -> str:
        return self.title


class WaysOfWorking(models.Model):
    """A version of how a series works together; a new version never changes an old one."""

    series = models.ForeignKey(Series, models.CASCADE, related_name="ways")
    version = models.PositiveSmallIntegerField()
    made_on = models.DateField()
    made_with = models.CharField(_("set by whom"), max_length=200, blank=True)

    class Meta:
        ordering = ["series", "-version"]
        constraints = [models.UniqueConstraint(fields=["series", "version"], name="ways_version_once")]

    def __str__(self) -> str:
        return f"{self.series}: ways of working {self.version}"


class WaysClause(models.Model):
    """One thing we do, or do not do."""

    ways = models.ForeignKey(WaysOfWorking, models.CASCADE, related_name="clauses")
    position = models.PositiveSmallIntegerField()
    is_do = models.BooleanField(default=True)
    topic = models.CharField(max_length=60, blank=True)
    text = models.CharField(max_length=300)

    class Meta:
        ordering = ["ways", "position"]

    def __str__(self) -> str:
        return self.text


class Registration(models.Model):
    """A partner said: I am interested. One per series."""

    series = models.ForeignKey(Series, models.CASCADE, related_name="registrations")
    partner = models.ForeignKey(Partner, models.CASCADE, related_name="registrations")
    channel = models.CharField(max_length=60, blank=True)
    registered_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["series", "partner"]
        constraints = [models.UniqueConstraint(fields=["series", "partner"], name="registered_once")]

    def __str__(self) -> str:
        return f"{self.partner} registered"


class Answer(models.TextChoices):
    """What a partner says to an invitation."""

    WAITING = "waiting", _("no answer yet")
    YES = "yes", _("yes")
    NO = "no", _("not this time")


class Invitation(models.Model):
    """A partner is asked to a session. The link's secret goes to them alone; we keep its hash."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="invitations")
    partner = models.ForeignKey(Partner, models.CASCADE, related_name="invitations")
    token_hash = models.CharField(max_length=64, unique=True, null=True, blank=True)
    route = models.CharField(max_length=10, choices=Route.choices, default=Route.NONE)
    sent_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(max_length=8, choices=Answer.choices, default=Answer.WAITING)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["session", "partner"], name="invited_once")]

    def __str__(self) -> str:
        return f"{self.partner} invited"


class Agreement(models.Model):
    """A partner agreed to come to a round. Counted per round, so more than there are people."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="agreements")
    partner = models.ForeignKey(Partner, models.CASCADE, related_name="agreements")
    agreed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["round", "partner"]
        constraints = [models.UniqueConstraint(fields=["round", "partner"], name="agreed_once")]

    def __str__(self) -> str:
        return f"{self.partner} agreed"


class Attendance(models.Model):
    """A partner came to a session: a visit. People and visits are counted apart."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="attendances")
    partner = models.ForeignKey(Partner, models.CASCADE, related_name="attendances")

    class Meta:
        ordering = ["session", "partner"]
        constraints = [models.UniqueConstraint(fields=["session", "partner"], name="came_once")]

    def __str__(self) -> str:
        return f"{self.partner} came"


class Evaluation(models.Model):
    """A survey or the like about the series: how many were asked, how many answered."""

    series = models.ForeignKey(Series, models.CASCADE, related_name="evaluations")
    name = models.CharField(max_length=120)
    asked = models.PositiveIntegerField()
    answered = models.PositiveIntegerField()
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["series", "name"]
        constraints = [
            models.UniqueConstraint(fields=["series", "name"], name="evaluation_once"),
            models.CheckConstraint(
                condition=models.Q(answered__lte=models.F("asked")), name="answered_within_asked"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Seat(models.Model):
    """A place in a session, held by whoever has its secret. We keep only the secret's SHA-256.

    `earlier` is the secret this phone held before, sealed under the new one: only its holder finds earlier words.
    """

    session = models.ForeignKey(Session, models.CASCADE, related_name="seats")
    token_hash = models.CharField(max_length=64, unique=True)
    room_name = models.CharField(max_length=40)
    earlier = models.BinaryField(max_length=200, null=True, blank=True)
    partner = models.ForeignKey(Partner, models.PROTECT, null=True, blank=True, related_name="seats")
    group = models.ForeignKey(Group, models.PROTECT, null=True, blank=True)
    break_out = models.ForeignKey(
        "workshops.BreakOut",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="seats",
        verbose_name=_("break-out group"),
    )
    is_without_phone = models.BooleanField(default=False)
    is_one_to_one = models.BooleanField(_("in a talk of their own with a facilitator"), default=False)
    admitted_at = models.DateTimeField(null=True, blank=True)
    agreed_ways = models.ForeignKey(WaysOfWorking, models.PROTECT, null=True, blank=True)
    agreed_at = models.DateTimeField(null=True, blank=True)
    joined_at = models.DateTimeField(auto_now_add=True)
    left_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["session", "joined_at"]
        constraints = [
            models.UniqueConstraint(fields=["session", "room_name"], name="room_name_once"),
            models.CheckConstraint(
                condition=models.Q(agreed_at__isnull=True, agreed_ways__isnull=True)
                | models.Q(agreed_at__isnull=False, agreed_ways__isnull=False),
                name="agreed_with_version",
            ),
        ]

    def __str__(self) -> str:
        return self.room_name

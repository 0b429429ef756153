"""How a session is held just now, and what its two facilitators keep while it runs."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.kit.words import OwnWordsField
from alongside.people.models import Account, Group
from alongside.workshops.models import Seat, Session


class Floor(models.Model):
    """Who leads a session now, who holds the chair, and the card held up to the room in place of the step.

    `changes` goes up with everything on the console, `room_changes` with what the room sees: screens look again.
    """

    session = models.OneToOneField(Session, models.CASCADE, related_name="floor")
    leader = models.ForeignKey(Account, models.SET_NULL, null=True, blank=True, related_name="+")
    chair = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    card = models.SlugField(_("the card held up to the room"), max_length=20, blank=True)
    card_of = models.PositiveBigIntegerField(_("what the card is about"), null=True, blank=True)
    changes = models.PositiveIntegerField(default=0)
    room_changes = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"floor of {self.session_id}"


class Voice(models.Model):
    """How often somebody spoke so far: a seat, or a group for those without one. Gone when the workshop ends."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="voices")
    seat = models.ForeignKey(Seat, models.CASCADE, null=True, blank=True, related_name="+")
    group = models.ForeignKey(Group, models.CASCADE, null=True, blank=True, related_name="+")
    turns = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "seat"], name="voice_of_seat_once"),
            models.UniqueConstraint(
                fields=["session", "group"], condition=models.Q(seat=None), name="voice_of_group_once"
            ),
        ]

    def __str__(self) -> str:
        return f"voice in {self.session_id}"


class Aside(models.Model):
    """A short message between the two who hold the session. Gone when the workshop ends."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="asides")
    written_by = models.ForeignKey(Account, models.CASCADE, related_name="+")
    text = OwnWordsField(_("what one says to the other"))
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["session", "written_at", "id"]

    def __str__(self) -> str:
        return f"aside in {self.session_id}"


class Parked(models.Model):
    """A question there was no time for. It stays until it is answered, in this round or a later one.

    One that came from a phone carries a mark by which only that phone finds it again.
    """

    session = models.ForeignKey(Session, models.CASCADE, related_name="parked")
    text = OwnWordsField(_("the question"))
    mark = models.BinaryField(max_length=32, null=True, blank=True, db_index=True)
    parked_at = models.DateTimeField()
    parked_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    said = OwnWordsField(_("what was said to it"), null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_in = models.ForeignKey(Session, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["session", "parked_at", "id"]
        verbose_name_plural = "parked"

    def __str__(self) -> str:
        return f"parked in {self.session_id}"


class Chairing(models.Model):
    """A partner held the chair for a while. The list of them is the roster."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="chairings")
    seat = models.ForeignKey(Seat, models.CASCADE, related_name="+")
    given_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["session", "given_at", "id"]

    def __str__(self) -> str:
        return f"chairing in {self.session_id}"

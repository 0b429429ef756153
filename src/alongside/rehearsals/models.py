"""A rehearsal, and the simulated people in it."""

from django.db import models

from alongside.people.models import Account
from alongside.workshops.models import Session


class Rehearsal(models.Model):
    """A copy of a planned session with simulated people. `secrets` are those of their seats: nobody's phones."""

    session = models.OneToOneField(Session, models.CASCADE, related_name="+")
    of = models.ForeignKey(Session, models.CASCADE, related_name="rehearsals")
    begun_by = models.ForeignKey(Account, models.CASCADE, related_name="+")
    begun_at = models.DateTimeField()
    secrets = models.JSONField(default=list)

    class Meta:
        ordering = ["-begun_at"]

    def __str__(self) -> str:
        return f"rehearsal of {self.of_id}"

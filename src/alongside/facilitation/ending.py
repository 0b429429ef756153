"""When a workshop ends, what only helped to run it is let go of."""

from typing import Any

from django.utils import timezone

from alongside.facilitation.actions import forget_room
from alongside.facilitation.models import Chairing
from alongside.kit.access import NOBODY
from alongside.workshops.models import Session


def forget_the_room(session: Session, **_rest: Any) -> None:
    """Inside the transaction that ends the workshop."""
    Chairing.objects.filter(session=session, taken_back_at=None).update(taken_back_at=timezone.now())
    forget_room(session_id=session.pk, by=NOBODY)

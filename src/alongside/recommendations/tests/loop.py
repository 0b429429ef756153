"""A made-up loop on the world of `alongside seed-world`: words, key points, recommendations and what became of them."""

from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from alongside.activities.kept import pack
from alongside.activities.models import Activity, Contribution
from alongside.kit.access import Viewer
from alongside.projects.rules import roles_of
from alongside.recommendations import actions, queries
from alongside.recommendations.models import Recommendation
from alongside.workshops.models import Session
from alongside.workshops.seats import hash_of, mark_for, new_secret


@dataclass
class Loop:
    """The workers' room of project A, seen by its facilitator."""

    side: Any
    secrets: list[str] = field(default_factory=list)

    @property
    def by(self) -> Viewer:
        account = self.side.accounts["facilitator"]
        return Viewer(account_id=account, roles=roles_of(account))

    @property
    def session(self) -> Session:
        return Session.objects.select_related("round__series__project").get(
            pk=self.side.ids["session.workers"]
        )

    @property
    def activity(self) -> Activity:
        return Activity.objects.select_related("session__round__series").get(
            session=self.session, kind="open_notes"
        )

    def say(self, text: str, *, secret: str = "", seat: Any = None) -> Contribution:
        """One contribution by a phone of its own, unless a secret is given; with a name when a seat is."""
        activity = self.activity
        secret = secret or self.new_phone()
        return Contribution.objects.create(
            activity=activity,
            mark=mark_for(secret, activity.pk),
            answer=pack({"note": text}),
            seat=seat,
            shown_as=seat.room_name if seat else "",
            created_at=timezone.now(),
        )

    def new_phone(self) -> str:
        """A seat in the session; the secret is on the phone."""
        secret = new_secret()
        self.session.seats.create(
            token_hash=hash_of(secret), room_name=f"Phone {len(self.secrets)}", admitted_at=timezone.now()
        )
        self.secrets.append(secret)
        return secret

    def point(self, text: str, *words: Contribution) -> Any:
        return actions.add_key_point(
            session=self.session, text=text, words=[row.pk for row in words], by=self.by
        )

    def ask(self, title: str, *points: Any, words: tuple = ()) -> Recommendation:
        return actions.raise_recommendation(
            round=self.session.round,
            title=title,
            text=f"{title}, please.",
            key_points=points,
            words=[row.pk for row in words],
            by=self.by,
        )

    def answer(self, asked: Recommendation, outcome: str = "adopted", **more: Any) -> Any:
        return actions.respond(
            recommendation=asked, outcome=outcome, reason="We heard you.", by=self.by, **more
        )

    def change(
        self, asked: Recommendation, text: str = "The training has three steps now.", **more: Any
    ) -> Any:
        return actions.record_impact(recommendation=asked, text=text, by=self.by, **more)

    def tell(self, asked: Recommendation) -> Any:
        return actions.tell(recommendation=asked, by=self.by, base="http://example.org")

    def get(self, asked: Recommendation) -> queries.Ask:
        return queries.get_ask(asked.pk, self.by)

"""What the page of one recommendation shows: where it stands, what can be done next, and what its authors will see."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django import forms
from django.utils import timezone

from alongside.kit.access import Viewer
from alongside.kit.words import open_all
from alongside.methods.plain_words import look_at
from alongside.recommendations import queries, rules, thread
from alongside.recommendations.forms import HINTS, DecideForm, ImpactForm, RespondForm, RoomForm
from alongside.recommendations.models import Outcome, Response
from alongside.resources.models import Version
from alongside.resources.queries import list_versions, places_in


@dataclass
class DetailPage:
    """One recommendation for one viewer. `sent` holds the form that came back with something to put right."""

    ask: queries.Ask
    viewer: Viewer
    sent: dict[str, forms.Form] = field(default_factory=dict)

    @cached_property
    def series(self) -> Any:
        """The series it belongs to."""
        return self.ask.recommendation.round.series

    @property
    def respond_form(self) -> forms.Form:
        """The answer as it stands, or a blank one."""
        answer = self.ask.answer
        names = ("outcome", "reason", "passed_to", "promised_by")
        return self.sent.get("respond") or RespondForm(
            initial={n: getattr(answer, n) for n in names} if answer else {}
        )

    @cached_property
    def versions(self) -> list[Version]:
        """What a change can point at."""
        return list_versions(self.series)

    @cached_property
    def impact_form(self) -> forms.Form:
        """What changed."""
        return self.sent.get("impact") or ImpactForm(versions=self.versions)

    @property
    def places(self) -> list[str]:
        """Headings of the versions that could be named, to pick from."""
        return list(dict.fromkeys(place for version in self.versions[:6] for place in places_in(version)))[
            :40
        ]

    def not_quite(self) -> list[str]:
        """What authors meant instead; not those who took their words back since."""
        return [words for words in open_all([each.meant_words for each in self.ask.not_quite]) if words]

    def context(self) -> dict[str, Any]:
        """Everything the template needs."""
        ask, asked = self.ask, self.ask.recommendation
        may_write = rules.may_write(self.series.project_id, self.viewer)
        is_reader = self.viewer.has_role(self.series.project_id, *rules.READERS)
        plan = queries.tell_plan(ask) if may_write else None
        return {
            "ask": ask,
            "recommendation": asked,
            "series": self.series,
            "overview": queries.overview_of(self.series),
            "stage": "ask",
            "row": thread.row_of(ask),
            "preview": thread.preview(ask),
            "plain": look_at(ask.answer.reason if ask.answer else ""),
            "may_write": may_write,
            "is_reader": is_reader,
            "may_impact": rules.may_record_impact(asked, self.viewer),
            "may_tell": rules.may_tell(asked, self.viewer, waiting=len(ask.waiting)),
            "may_tell_room": rules.may(rules.Verb.TELL, asked, self.viewer),
            "plan": plan,
            "not_quite": self.not_quite() if is_reader else [],
            "respond_form": self.respond_form if may_write else None,
            "outcome_rows": list(outcome_rows(self.respond_form)),
            "decide_form": self.sent.get("decide") or DecideForm(),
            "impact_form": self.impact_form if may_write else None,
            "places": self.places if may_write else [],
            "room_form": self.sent.get("room") or RoomForm(),
            "sent": self.sent,
        }


def outcome_rows(form: forms.Form) -> Iterator[tuple[Any, Any]]:
    """Each answer one can give, with the line under it."""
    for row in form["outcome"]:
        yield row, HINTS[Outcome(row.data["value"])]


def draft_of(data: Any) -> Response | None:
    """The answer that is being written, not kept; None while none is picked."""
    if data.get("outcome") not in Outcome.values:
        return None
    return Response(
        outcome=data["outcome"],
        reason=data.get("reason", "")[:2000] or "…",
        passed_to=data.get("passed_to", "")[:200] or "…",
        made_at=timezone.now(),
    )

"""Who has not been told yet, and by which way they can be."""

from collections.abc import Iterable
from dataclasses import dataclass

from alongside.activities.models import Contribution
from alongside.people.models import Person, Route
from alongside.people.queries import person_ids
from alongside.projects.models import Partner
from alongside.projects.pseudonyms import people_by_pseudonym
from alongside.recommendations.queries.asks import Ask


@dataclass(frozen=True)
class TellPlan:
    """What telling would do now, said before it is done."""

    by_mail: list[Contribution]
    on_page: list[Contribution]
    heard: int

    @property
    def people(self) -> int:
        """How many would be told."""
        return len(self.by_mail) + len(self.on_page)


def tell_plan(ask: Ask) -> TellPlan:
    """Authors who have not heard: those whose words carry their name and who wish for e-mail, and all others.

    No contact detail is opened for this.
    """
    partners = {row.seat.partner for row in ask.waiting if row.seat and row.seat.partner}
    reached = _wish_for_mail(ask.recommendation.round.series.project_id, partners) if partners else set()
    by_mail = [row for row in ask.waiting if row.seat and row.seat.partner_id in reached]
    return TellPlan(by_mail, [row for row in ask.waiting if row not in by_mail], len(ask.told_now))


def _wish_for_mail(project_id: int, partners: Iterable[Partner]) -> set[int]:
    """The partners who wish to hear by e-mail and gave an address."""
    people = people_by_pseudonym(project_id, person_ids())
    known = {people[partner.pseudonym]: partner.pk for partner in partners if partner.pseudonym in people}
    wish = Person.objects.filter(pk__in=known, reached_by=Route.EMAIL, email__isnull=False)
    return {known[pk] for pk in wish.values_list("pk", flat=True)}

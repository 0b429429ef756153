"""Recommendations: raised from key points and words, decided, answered, and what changed because of them."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.activities.models import Contribution
from alongside.kit.access import Viewer
from alongside.kit.audit import record
from alongside.kit.errors import Refused
from alongside.recommendations import queries, rules
from alongside.recommendations.models import Decision, Impact, KeyPoint, Outcome, Recommendation, Response
from alongside.resources.models import Version
from alongside.workshops.models import Round


@transaction.atomic
def raise_recommendation(
    *,
    round: Round,
    title: str,
    text: str,
    by: Viewer,
    key_points: Iterable[KeyPoint] = (),
    words: Iterable[UUID] = (),
) -> Recommendation:
    """Ask for something together, from key points, from words, or from both."""
    round = Round.objects.select_for_update().select_related("series").get(pk=round.pk)
    rules.may_raise(round, by).require()
    asked = Recommendation.objects.create(
        round=round,
        number=queries.next_number(round),
        title=title.strip(),
        text=text.strip(),
        made_on=timezone.localdate(),
    )
    refs = _back(asked, key_points, words)
    if not any(refs.values()):
        raise Refused(_("Tick at least one key point. A recommendation stands on what people said."))
    record(
        "recommendation raised", asked, by=by, content={"title": asked.title, "text": asked.text}, refs=refs
    )
    return asked


@transaction.atomic
def back_with(
    *,
    recommendation: Recommendation,
    by: Viewer,
    key_points: Iterable[KeyPoint] = (),
    words: Iterable[UUID] = (),
) -> Recommendation:
    """Let more key points and words stand behind a recommendation. None is ever cut off by this."""
    rules.may(rules.Verb.BACK, recommendation, by).require()
    refs = _back(recommendation, key_points, words)
    record("recommendation backed", recommendation, by=by, refs=refs)
    return recommendation


def _back(
    asked: Recommendation, key_points: Iterable[KeyPoint], words: Iterable[UUID]
) -> dict[str, list[str]]:
    """Only what was said in the same series can stand behind it."""
    series = asked.round.series_id
    points = KeyPoint.objects.filter(pk__in=[point.pk for point in key_points], session__round__series=series)
    rows = Contribution.objects.filter(
        pk__in=list(words), activity__session__round__series=series, withdrawn_at=None
    )
    asked.key_points.add(*points)
    asked.words.add(*rows)
    return {"key_points": [str(point.pk) for point in points], "words": sorted(str(row.pk) for row in rows)}


@transaction.atomic
def decide(
    *,
    recommendation: Recommendation,
    text: str,
    how: str,
    decided_on: date,
    by: Viewer,
    who: str = "",
    dissent: str = "",
) -> Decision:
    """Write down what was decided about it, how, who was there, and who saw it differently."""
    recommendation = _locked(recommendation)
    rules.may(rules.Verb.DECIDE, recommendation, by).require()
    if not text.strip():
        raise Refused(_("Write down what was decided."))
    made = Decision.objects.create(
        recommendation=recommendation,
        text=text.strip(),
        how=how,
        who=who.strip(),
        dissent=dissent.strip(),
        decided_on=decided_on,
        recorded_by_id=by.account_id,
    )
    content = {"text": made.text, "how": how, "who": made.who, "dissent": made.dissent}
    record("decision recorded", made, by=by, content=content, refs=_to(recommendation))
    return made


@transaction.atomic
def respond(
    *,
    recommendation: Recommendation,
    outcome: str,
    reason: str,
    by: Viewer,
    passed_to: str = "",
    promised_by: date | None = None,
) -> Response:
    """Answer a recommendation with the reason. A changed answer is added; the earlier ones are kept."""
    recommendation = _locked(recommendation)
    rules.may_respond(recommendation, by).require()
    if not reason.strip():
        raise Refused(_("Say why, in plain words. Partners will read it."))
    if outcome == Outcome.PASSED_ON and not passed_to.strip():
        raise Refused(_("Say to whom you passed it on."))
    made = Response.objects.create(
        recommendation=recommendation,
        outcome=outcome,
        reason=reason.strip(),
        passed_to=passed_to.strip() if outcome == Outcome.PASSED_ON else "",
        promised_by=promised_by if outcome not in {Outcome.PASSED_ON, Outcome.DECLINED} else None,
        made_at=timezone.now(),
        made_by_id=by.account_id,
    )
    content = {"outcome": outcome, "reason": made.reason, "passed_to": made.passed_to}
    record("recommendation answered", made, by=by, content=content, refs=_to(recommendation))
    return made


@transaction.atomic
def record_impact(
    *,
    recommendation: Recommendation,
    text: str,
    by: Viewer,
    version: Version | None = None,
    place: str = "",
    is_change: bool = True,
) -> Impact:
    """Write down what changed, and at which place of which version; or, as plainly, that nothing changed."""
    recommendation = _locked(recommendation)
    rules.may_record_impact(recommendation, by).require()
    if not text.strip():
        raise Refused(_("Write down what changed. If nothing did, say so and why."))
    if version is not None and version.resource.series_id != recommendation.round.series_id:
        raise Refused(_("This version belongs to another series."))
    made = Impact.objects.create(
        recommendation=recommendation,
        text=text.strip(),
        version=version if is_change else None,
        place=place.strip() if is_change else "",
        is_change=is_change,
        made_on=timezone.localdate(),
        made_by_id=by.account_id,
    )
    refs = _to(recommendation) | ({"version": str(version.pk)} if version and is_change else {})
    record("impact recorded", made, by=by, content={"text": made.text, "place": made.place}, refs=refs)
    return made


def _locked(recommendation: Recommendation) -> Recommendation:
    """The recommendation as it stands now, held until the transaction ends; two people may press at once."""
    held = Recommendation.objects.select_for_update(of=("self",)).select_related("round__series")
    return held.get(pk=recommendation.pk)


def _to(recommendation: Recommendation) -> dict[str, str]:
    return {"recommendation": str(recommendation.pk)}

"""What may be done with key points and recommendations, in which order; what is owed; and who sees them."""

from collections.abc import Mapping
from enum import StrEnum

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.activities.rules import reads_words
from alongside.kit.access import Viewer, sees
from alongside.kit.verdict import YES, Verdict, no
from alongside.projects.rules import may_do, sees_of
from alongside.recommendations.hanging import hang_on
from alongside.recommendations.models import (
    Decision,
    Impact,
    KeyPoint,
    Outcome,
    Recommendation,
    Response,
    Telling,
)
from alongside.recommendations.saying import round_words
from alongside.workshops.models import Round, Seat, Session

WRITERS = ("lead", "facilitator")
READERS = ("lead", "facilitator", "analyst")
TEAM = ("lead", "facilitator", "analyst", "payments", "auditor")


class State(StrEnum):
    """How far a recommendation has come. That people were told is counted apart."""

    ASKED = "asked"
    DECIDED = "decided"
    AGREED = "agreed"
    PASSED_ON = "passed_on"
    DECLINED = "declined"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


class Verb(StrEnum):
    """What can be done with it."""

    BACK = "back"
    DECIDE = "decide"
    RESPOND = "respond"
    IMPACT = "impact"
    TELL = "tell"


AT_ANY_TIME = {Verb.BACK, Verb.DECIDE, Verb.RESPOND}
MOVES: Mapping[State, frozenset[Verb]] = {
    State.ASKED: frozenset(AT_ANY_TIME),
    State.DECIDED: frozenset(AT_ANY_TIME),
    State.AGREED: frozenset(AT_ANY_TIME | {Verb.IMPACT, Verb.TELL}),
    State.PASSED_ON: frozenset(AT_ANY_TIME | {Verb.IMPACT, Verb.TELL}),
    State.DECLINED: frozenset(AT_ANY_TIME | {Verb.TELL}),
    State.CHANGED: frozenset(AT_ANY_TIME | {Verb.IMPACT, Verb.TELL}),
    State.UNCHANGED: frozenset(AT_ANY_TIME | {Verb.IMPACT, Verb.TELL}),
}
"""What is not here is refused, with the sentence in _NO_MOVE."""

_NO_MOVE: Mapping[tuple[str, Verb], Promise] = {
    ("open", Verb.IMPACT): gettext_lazy("Answer it first. Then say what changed."),
    ("open", Verb.TELL): gettext_lazy("Answer it first. Then there is something to tell."),
    ("declined", Verb.IMPACT): gettext_lazy(
        "The answer was no. If something changes after all, change the answer first."
    ),
}


def answer_of(recommendation: Recommendation) -> Response | None:
    """The answer that counts: the last one."""
    return next(reversed(recommendation.responses.all()), None)


def change_of(recommendation: Recommendation) -> Impact | None:
    """The newest word on what happened to it."""
    return next(reversed(recommendation.impacts.all()), None)


def state_for(*, is_decided: bool, outcome: str, is_change: bool | None) -> State:
    """The state that follows from the newest decision, answer and impact (None: no impact since)."""
    if not outcome:
        return State.DECIDED if is_decided else State.ASKED
    if outcome == Outcome.DECLINED:
        return State.DECLINED
    if outcome == Outcome.PASSED_ON:
        return State.PASSED_ON
    if is_change is not None:
        return State.CHANGED if is_change else State.UNCHANGED
    return State.AGREED


def state_of(recommendation: Recommendation) -> State:
    """How far a recommendation has come."""
    answer, change = answer_of(recommendation), change_of(recommendation)
    return state_for(
        is_decided=bool(recommendation.decisions.all()),
        outcome=answer.outcome if answer else "",
        is_change=change.is_change if change else None,
    )


def news_of(recommendation: Recommendation) -> str:
    """The name of what there is to tell now: the answer and the change. Empty when there is no answer."""
    answer, change = answer_of(recommendation), change_of(recommendation)
    return f"{answer.pk}.{change.pk if change else 0}" if answer else ""


def is_news_of(telling: Telling, recommendation: Recommendation) -> bool:
    """Whether a telling told what counts now."""
    news = news_of(recommendation)
    if telling.news or not news:
        return bool(news) and telling.news == news
    answer, change = answer_of(recommendation), change_of(recommendation)
    day = timezone.localdate(telling.told_at)
    is_answered = answer is not None and timezone.localdate(answer.made_at) <= day
    return is_answered and (change is None or change.made_on <= day)


# ---- What may be done ----


def may_write(project_id: int, by: Viewer) -> Verdict:
    """Leads and facilitators write key points, recommendations and answers."""
    return may_do("plan", project_id, by)


def may_add_key_point(session: Session, by: Viewer) -> Verdict:
    """From the moment the workshop runs until its round is closed."""
    allowed = may_write(session.round.series.project_id, by)
    if allowed and session.started_at is None and session.state == "planned":
        return no(_("This workshop has not started yet. Key points come from what people say in it."))
    if allowed and session.round.closed_at:
        return no(_closed(session.round))
    return allowed


def may_read_back(point: KeyPoint, by: Viewer) -> Verdict:
    """Once: the room said that it is right."""
    if point.read_back_at is not None:
        return no(_("This was read back already."))
    return may_write(point.session.round.series.project_id, by)


def may_hold_up(point: KeyPoint, by: Viewer) -> Verdict:
    """While the workshop runs: only then is the room there to say whether it is right."""
    if point.session.state != "running":
        return no(_("The room can only say so while the workshop runs. Read it back another way."))
    return may_read_back(point, by)


def may_check(point: KeyPoint, is_up: bool) -> Verdict:
    """Phones say whether it is right while it is held up (`is_up`)."""
    return YES if is_up else no(_("This is not on the wall any more. Thank you."))


def may_raise(round: Round, by: Viewer) -> Verdict:
    """Until the round is closed, since closing promises that everything in it has an answer."""
    allowed = may_write(round.series.project_id, by)
    return no(_closed(round)) if allowed and round.closed_at else allowed


def _closed(round: Round) -> str:
    return _("{round} is closed. Write it down in the next round.").format(round=round_words(round))


def may(verb: Verb, recommendation: Recommendation, by: Viewer) -> Verdict:
    """Whether a verb fits the state, by the table MOVES."""
    allowed = may_write(recommendation.round.series.project_id, by)
    if not allowed:
        return allowed
    state = state_of(recommendation)
    if verb in MOVES[state]:
        return YES
    place = "declined" if state == State.DECLINED else "open"
    return no(str(_NO_MOVE[place, verb]))


def may_respond(recommendation: Recommendation, by: Viewer) -> Verdict:
    """Whether an answer may be given, or changed."""
    return may(Verb.RESPOND, recommendation, by)


def may_record_impact(recommendation: Recommendation, by: Viewer) -> Verdict:
    """Whether it may be said what changed."""
    return may(Verb.IMPACT, recommendation, by)


def may_tell(recommendation: Recommendation, by: Viewer, *, waiting: int) -> Verdict:
    """Whether there is news, and somebody (`waiting` of them) who has not heard it."""
    allowed = may(Verb.TELL, recommendation, by)
    if allowed and not waiting:
        return no(_("Everybody whose words stand behind this has been told."))
    return allowed


def what_keeps_open(round: Round) -> list[Verdict]:
    """One “no” for each recommendation of a round that its partners have no answer to yet. Empty: it may close."""
    found = list(round.recommendations.all())
    hang_on(found, ("decisions", "responses", "impacts", "tellings"))
    owed = [(each, _missing(each)) for each in found]
    return [no(sentence) for _each, sentence in owed if sentence]


def _missing(recommendation: Recommendation) -> str:
    if answer_of(recommendation) is None:
        return _("“{title}” has no answer yet.").format(title=recommendation.title)
    if not recommendation.tellings.all():
        return _("“{title}” has an answer, and nobody was told.").format(title=recommendation.title)
    return ""


# ---- Who sees what ----


def _sits_in(viewer: Viewer, **where: object) -> bool:
    return viewer.seat_id is not None and Seat.objects.filter(pk=viewer.seat_id, **where).exists()


@sees(KeyPoint)
def sees_key_point(viewer: Viewer, point: KeyPoint) -> bool:
    """Those who read what was said, and who was in that room. The words behind it have their own rule."""
    return reads_words(point.session, viewer) or _sits_in(viewer, session=point.session_id)


@sees(Recommendation)
def sees_recommendation(viewer: Viewer, recommendation: Recommendation) -> bool:
    """The whole team, and every partner of the series: it was asked together."""
    series = recommendation.round.series
    return sees_of("project", series.project_id, viewer) or _sits_in(viewer, session__round__series=series)


@sees(Decision, Response, Impact)
def sees_what_became(viewer: Viewer, thing: Decision | Response | Impact) -> bool:
    """As the recommendation."""
    return sees_recommendation(viewer, thing.recommendation)


@sees(Telling)
def sees_telling(viewer: Viewer, telling: Telling) -> bool:
    """Those who read words: a “not quite” is somebody's own. The author finds it by their own link."""
    return viewer.has_role(telling.recommendation.round.series.project_id, *READERS)

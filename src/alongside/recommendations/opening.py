"""What a round opens with: what we did with what was said in the round before.

Nothing stands here that its authors were not told first (docs/decisions/0017).
"""

from alongside.recommendations.models import Impact, Outcome
from alongside.recommendations.queries import Ask, asks_of, with_news
from alongside.recommendations.saying import guarded
from alongside.workshops.events import Became, Opening
from alongside.workshops.models import Round


def became_of(round: Round) -> Opening:
    """Each thing that was asked for in this round, with the answer and the changes that were told; the rest is owed."""
    asks = asks_of(with_news().filter(round=round).order_by("number"), None)
    told = [_became(ask) for ask in asks if ask.is_told]
    return Opening(round, tuple(told), len(asks) - len(told))


def _became(ask: Ask) -> Became:
    answer = ask.answer
    outcome = answer.get_outcome_display() if answer else ""
    reason = answer.reason if answer else ""
    where = answer.passed_to if answer and answer.outcome == Outcome.PASSED_ON else ""
    changes = tuple(_change(each) for each in ask.impacts if each.is_change)
    voices = guarded(ask.voices, ask.workshops)
    return Became(ask.recommendation.title, voices, outcome, reason, changes, where)


def _change(impact: Impact) -> str:
    place = ", ".join(part for part in (str(impact.version) if impact.version else "", impact.place) if part)
    return f"{impact.text} ({place})" if place else impact.text

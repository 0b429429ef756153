"""What the page of a round's guide shows: each workshop beside the guide, and what each did in another way."""

from dataclasses import dataclass
from typing import Any

from alongside.activities import guide, queries, rules
from alongside.activities.guide import Cell, Offer, Sheet, Step
from alongside.activities.registry import kind_for
from alongside.kit.access import Viewer
from alongside.kit.errors import NotVisible
from alongside.workshops.models import Deviation, Round, SessionState


@dataclass(frozen=True)
class Row:
    """One step of the guide, and how each other workshop stands to it."""

    step: Step
    icon: str
    cells: list[tuple[Sheet, Cell]]


@dataclass(frozen=True)
class Follower:
    """A workshop that runs by the guide, and what it could take over now."""

    sheet: Sheet
    offers: list[Offer]

    @property
    def may_take_over(self) -> bool:
        """Whether there is something to take over, and it is not too late."""
        return bool(self.offers) and self.sheet.session.state != SessionState.ENDED


def context(round: Round, viewer: Viewer) -> dict[str, Any]:
    """Everything on the page."""
    sheets = guide.sheets_of(queries.sessions_in(round))
    leads = {sheet.session.follows_id for sheet in sheets} - {None}
    lead = next((sheet for sheet in sheets if sheet.session.pk in leads), None)
    others = [sheet for sheet in sheets if sheet is not lead]
    return {
        "round": round,
        "series": round.series,
        "stage": "plan",
        "sheets": sheets,
        "lead": lead,
        "rows": [_row(step, others) for step in lead.steps if step.key] if lead else [],
        "followers": [Follower(sheet, guide.offers(lead, sheet)) for sheet in others] if lead else [],
        "deviations": deviations(sheets),
        "may": rules.may_share_guide(sheets[0].session, viewer) if sheets else None,
        "may_pool": rules.may_pool(round, viewer),
        "pools": queries.list_pools(round) if lead else [],
    }


def _row(step: Step, others: list[Sheet]) -> Row:
    return Row(step, _icon(step), [(sheet, sheet.cell(step.key)) for sheet in others])


def _icon(step: Step) -> str:
    try:
        return kind_for(step.activity.kind).icon if step.activity else "chat"
    except NotVisible:
        return "speech"


def deviations(sheets: list[Sheet]) -> list[Deviation]:
    """What all workshops did in another way, in the order of the workshops."""
    return [each for sheet in sheets for each in sheet.deviations]

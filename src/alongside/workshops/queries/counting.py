"""Counts of a series. People and visits are counted apart, and every figure says what it is out of."""

from collections import defaultdict
from dataclasses import dataclass, field

from alongside.methods.attendance import RoundFigures, Visit, per_round, per_session
from alongside.people.models import Group
from alongside.workshops.models import Agreement, Attendance, Mode, Registration, Series, Session


@dataclass(frozen=True)
class RoundCount:
    """One round: how many said yes, came, came for the first time, and came back."""

    round_id: int
    number: int
    name: str
    agreed: int
    came: int
    new: int
    each: tuple[int, ...]
    people: int = 0
    """Different people; as many as visits unless somebody came to two workshops of the round."""

    @property
    def back(self) -> int:
        """People who had been in an earlier round."""
        return (self.people or self.came) - self.new

    @property
    def not_come(self) -> int:
        """Said yes and could not come; never below none, as some come without an answer."""
        return max(self.agreed - self.came, 0)


@dataclass(frozen=True)
class GroupCount:
    """Visits of one group."""

    group: Group
    visits: int


@dataclass(frozen=True)
class SeriesCount:
    """A series in numbers."""

    registered: int
    people: int
    rounds: list[RoundCount] = field(default_factory=list)
    groups: list[GroupCount] = field(default_factory=list)
    online: int = 0
    in_room: int = 0

    @property
    def visits(self) -> int:
        """All visits, each attendance once."""
        return sum(each.came for each in self.rounds)

    @property
    def agreements(self) -> int:
        """All replies of yes, counted per round."""
        return sum(each.agreed for each in self.rounds)

    @property
    def back(self) -> int:
        """Visits by people who had come before."""
        return sum(each.back for each in self.rounds)

    @property
    def sessions(self) -> int:
        """Workshops that are planned or have been."""
        return self.online + self.in_room

    @property
    def of_hundred(self) -> int:
        """How many replies in a hundred turned into a visit, rounded to whole."""
        return round(100 * self.visits / self.agreements) if self.agreements else 0


def count_series(series: Series) -> SeriesCount:
    """Count a whole series in six queries, however large it is."""
    rounds = list(series.rounds.order_by("number").only("series", "number", "name"))
    sessions = list(
        Session.objects.filter(round__series=series)
        .order_by("round__number", "number")
        .only("round_id", "mode")
    )
    visits = _visits(series)
    said_yes = Agreement.objects.filter(round__series=series).order_by()
    agreed = _per_round(said_yes.values_list("round_id", flat=True))
    return SeriesCount(
        registered=Registration.objects.filter(series=series).count(),
        people=len({partner for _, _, partner, _ in visits}),
        rounds=_rounds(rounds, sessions, visits, agreed),
        groups=_groups(visits),
        online=sum(session.mode == Mode.ONLINE for session in sessions),
        in_room=sum(session.mode != Mode.ONLINE for session in sessions),
    )


Came = tuple[int, int, int, int]


def _visits(series: Series) -> list[Came]:
    """(round number, session, partner, group) of each visit, in the order of the rounds."""
    rows = Attendance.objects.filter(session__round__series=series).order_by(
        "session__round__number", "session__number"
    )
    return list(rows.values_list("session__round__number", "session_id", "partner_id", "partner__group_id"))


def _per_round(ids: object) -> dict[int, int]:
    counts: dict[int, int] = defaultdict(int)
    for pk in ids:  # type: ignore[attr-defined]
        counts[pk] += 1
    return counts


def _rounds(
    rounds: list, sessions: list[Session], visits: list[Came], agreed: dict[int, int]
) -> list[RoundCount]:
    came = [Visit(number, session, partner) for number, session, partner, _ in visits]
    figures, by_session = {each.round: each for each in per_round(came)}, per_session(came)
    counted = []
    for each in rounds:
        found = figures.get(each.number, RoundFigures(each.number, 0, 0, 0))
        counts = tuple(by_session[session.pk] for session in sessions if session.round_id == each.pk)
        plain = (each.pk, each.number, each.name, agreed.get(each.pk, 0))
        counted.append(RoundCount(*plain, found.visits, found.new, counts, found.people))
    return counted


def _groups(visits: list[Came]) -> list[GroupCount]:
    counts: dict[int, int] = defaultdict(int)
    for *_, group in visits:
        counts[group] += 1
    groups = Group.objects.filter(pk__in=list(counts))
    return [GroupCount(group, counts[group.pk]) for group in groups]
